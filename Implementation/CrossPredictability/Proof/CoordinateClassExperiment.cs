using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>Cell of <see cref="CoordinateClassExperiment"/>: out = ⟨w, x⟩ from w = 0, loss −y·out, F = x_i with i
/// uniform, or ±x_1.</summary>
/// <param name="Variables">n, from 1 to 10⁶; for n = 1 the class is ±x_1.</param>
/// <param name="Rate">γ, positive.</param>
/// <param name="Noise">σ, positive.</param>
/// <param name="Steps">T, at least 1.</param>
public sealed record CoordinateClassCell(int Variables, double Rate, double Noise, int Steps);

/// <summary>Accuracy and junk flow.</summary>
/// <param name="ExcessLower">Lower end of P(sign out(X) = F(X)) − ½ = Φ(γ√T/(σ√n)) − ½.</param>
/// <param name="ExcessUpper">Its upper end.</param>
/// <param name="FlowLower">Lower end of Σγ(E‖∇‖²)^(1/2) = γT√n under junk.</param>
/// <param name="FlowUpper">Its upper end.</param>
/// <param name="NormOfMean">Σγ‖E∇‖ under junk: 0, as y is independent of x.</param>
public sealed record CoordinateClassOutcome(
    double ExcessLower, double ExcessUpper, double FlowLower, double FlowUpper, double NormOfMean)
{
    /// <summary>P(sign out(X) = F(X)) − ½.</summary>
    [JsonIgnore]
    public Interval Excess => new(ExcessLower, ExcessUpper);

    /// <summary>Σγ(E‖∇‖²)^(1/2) under junk.</summary>
    [JsonIgnore]
    public Interval Flow => new(FlowLower, FlowUpper);
}

/// <summary>Noisy gradient descent on coordinates, in closed form.</summary>
/// <remarks>∇ = −y·x, so that E_{D_F}∇ = −e_i and E_{D_⋆}∇ = 0, while ‖∇‖² = n. After T steps w = γT·e_i plus normal
/// noise of variance σ²T: x_i·out(x) is normal with mean γT and variance nσ²T.</remarks>
public sealed class CoordinateClassExperiment : Experiment<CoordinateClassCell, CoordinateClassOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/coordinate-class";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override CoordinateClassOutcome Run(
        CoordinateClassCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Variables is < 1 or > 1_000_000 || cell.Steps < 1 || !(cell.Rate > 0 && cell.Noise > 0))
            throw new ArgumentException("n lies between 1 and 10⁶; rate, noise and steps are positive.", nameof(cell));
        Interval root = Interval.Sqrt(cell.Variables);
        Interval excess = NormalLaw.Central(
            Interval.Of(cell.Rate) * Interval.Sqrt(cell.Steps) / (Interval.Of(cell.Noise) * root)) / 2;
        Interval flow = Interval.Of(cell.Rate) * cell.Steps * root;
        return new(excess.Lower, excess.Upper, flow.Lower, flow.Upper, 0);
    }
}
