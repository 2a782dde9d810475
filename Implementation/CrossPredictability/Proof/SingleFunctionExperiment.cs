using System.Text.Json.Serialization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Proof;

/// <summary>Cell of <see cref="SingleFunctionExperiment"/>: noisy gradient descent on out = w·f₀(x) from
/// w = 0.</summary>
/// <param name="Correlation">c = E_X F(X)f₀(X), from 0 to 1; F fixed.</param>
/// <param name="Rate">γ, positive; below 1 for the square loss.</param>
/// <param name="Noise">σ, positive.</param>
/// <param name="Steps">T, at least 1.</param>
/// <param name="IsSquare">Whether the loss is (out − y)²/2, or −y·out.</param>
public sealed record SingleFunctionCell(double Correlation, double Rate, double Noise, int Steps, bool IsSquare);

/// <summary>The law of the weight after T steps against that under junk labels; enclosures by their ends.</summary>
/// <param name="ExcessLower">Lower end of P(sign out(X) = F(X)) − ½.</param>
/// <param name="ExcessUpper">Its upper end.</param>
/// <param name="DistanceLower">Lower end of the total variation distance of both laws of w.</param>
/// <param name="DistanceUpper">Its upper end.</param>
/// <param name="StepLower">Lower end of the total variation distance of one step from w = 0.</param>
/// <param name="StepUpper">Its upper end.</param>
public sealed record SingleFunctionOutcome(
    double ExcessLower,
    double ExcessUpper,
    double DistanceLower,
    double DistanceUpper,
    double StepLower,
    double StepUpper)
{
    /// <summary>P(sign out(X) = F(X)) − ½; ties, of probability 0, count ½.</summary>
    [JsonIgnore]
    public Interval Excess => new(ExcessLower, ExcessUpper);

    /// <summary>TV of the weight's laws after T steps.</summary>
    [JsonIgnore]
    public Interval Distance => new(DistanceLower, DistanceUpper);

    /// <summary>TV of one step.</summary>
    [JsonIgnore]
    public Interval Step => new(StepLower, StepUpper);
}

/// <summary>Noisy gradient descent with one weight, in closed form.</summary>
/// <remarks>Correlation loss: w_T ~ N(γcT, σ²T), on junk N(0, σ²T). Square loss: mean c(1 − (1 − γ)^T), variance
/// σ²Σ(1 − γ)^(2t). Two normal laws of equal variance and distance m have the total variation distance 2Φ(m/2s) − 1.
/// The prediction is sign w·f₀, right with probability (1 ± c)/2.</remarks>
public sealed class SingleFunctionExperiment : Experiment<SingleFunctionCell, SingleFunctionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/single-function";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SingleFunctionOutcome Run(
        SingleFunctionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (
            !(cell.Correlation >= 0 && cell.Correlation <= 1 && cell.Rate > 0 && cell.Noise > 0)
            || cell.Steps is < 1 or > 10_000 || cell.IsSquare && cell.Rate >= 1)
            throw new ArgumentException(
                "c lies in [0, 1], rate and noise are positive, steps from 1 to 10000, and γ < 1 for the square loss.",
                nameof(cell));
        (Interval mean, Interval variance) = (0, 0);
        Interval keep = cell.IsSquare ? 1 - Interval.Of(cell.Rate) : 1;
        for (int t = 0; t < cell.Steps; t++)
        {
            mean = keep * mean + Interval.Of(cell.Rate) * cell.Correlation;
            variance = Interval.Square(keep) * variance + Interval.Square(cell.Noise);
        }

        Interval ratio = mean / Interval.Sqrt(variance);
        Interval excess = Interval.Of(cell.Correlation) * NormalLaw.Central(ratio) / 2;
        Interval distance = NormalLaw.Central(ratio / 2);
        Interval step = NormalLaw.Central(
            Interval.Of(cell.Rate) * cell.Correlation / (2 * Interval.Of(cell.Noise)));
        return new(
            excess.Lower, excess.Upper, distance.Lower, distance.Upper, step.Lower, step.Upper);
    }
}
