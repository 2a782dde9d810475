using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Cell of <see cref="MonomialPhaseExperiment"/>: σ = n^(−q), γ = ½.</summary>
/// <param name="Variables">n, from 2 to 1000.</param>
/// <param name="Degree">k, from 0 to n.</param>
/// <param name="NoisePower">q, from 0 to 10.</param>
/// <param name="Steps">T, from 1 to 1000.</param>
public sealed record MonomialPhaseCell(int Variables, int Degree, int NoisePower, int Steps);

/// <summary>Accuracy of a readout over the C(n, k) monomials.</summary>
/// <param name="Lower">Lower end of the accuracy.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record MonomialPhaseOutcome(double Lower, double Upper)
{
    /// <summary>The accuracy.</summary>
    [JsonIgnore]
    public Interval Accuracy => new(Lower, Upper);
}

/// <summary>Where noisy gradient descent on monomials of degree k succeeds, by the closed form.</summary>
public sealed class MonomialPhaseExperiment : Experiment<MonomialPhaseCell, MonomialPhaseOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/monomial-phase";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override MonomialPhaseOutcome Run(
        MonomialPhaseCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (int n, int k) = (cell.Variables, cell.Degree);
        if (n is < 2 or > 1000 || k < 0 || k > n || cell.NoisePower is < 0 or > 10 || cell.Steps is < 1 or > 1000)
            throw new ArgumentException(
                "n lies between 2 and 1000, the degree between 0 and n, q between 0 and 10, steps between 1 and 1000.",
                nameof(cell));
        // C(n, k)n^(−2q) as one rational number, so that nothing overflows; s² scales with it.
        Interval scaled = (Rational.Binomial(n, k) / Rational.Power(n, 2 * cell.NoisePower)).Enclosure();
        Interval accuracy = MonomialAccuracy.Of(scaled, 0.5, 1, cell.Steps);
        return new(accuracy.Lower, accuracy.Upper);
    }
}
