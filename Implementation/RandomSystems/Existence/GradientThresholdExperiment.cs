using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Existence;

/// <summary>Cell of <see cref="GradientThresholdExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="SlopePower">The power of ξ′(1) in the numerator, from 1.</param>
/// <param name="HasFloor">Whether the logarithm is replaced by 1 where it is less.</param>
public sealed record GradientThresholdCell(Mixture Mixture, int SlopePower, bool HasFloor);

/// <summary>α_GD/c_0, enclosed; infinite for an affine ξ.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record GradientThresholdOutcome(double Lower, double Upper)
{
    /// <summary>Encloses α_GD/c_0; empty where the formula has no value.</summary>
    public Interval Threshold => double.IsNaN(Lower) ? Interval.Empty : new(Lower, Upper);
}

/// <summary>α_GD/c_0 = ξ′(1)²/(ξ″(1)ξ(1)(log(ξ‴(1)/ξ″(1)) ∨ 1)).</summary>
/// <remarks>Source: the talk, "Local analysis". Where ξ‴ = 0 the logarithm is −∞, and 1 stands in its place.</remarks>
public sealed class GradientThresholdExperiment : Experiment<GradientThresholdCell, GradientThresholdOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/gradient-threshold";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <summary>Encloses α_GD/c_0; infinite for an affine ξ.</summary>
    /// <param name="ξ">The covariance.</param>
    /// <param name="slopePower">The power of ξ′(1) in the numerator: 2 in the talk.</param>
    /// <param name="hasFloor">Whether the logarithm is replaced by 1 where it is less, as in the talk.</param>
    public static Interval Ratio(Mixture ξ, int slopePower = 2, bool hasFloor = true)
    {
        ArgumentNullException.ThrowIfNull(ξ);
        Interval one = 1;
        Interval second = ξ.Derivative(one, 2);
        Interval ratio = ξ.Derivative(one, 3) / second;
        Interval logarithm = ratio.Upper <= 0 ? Interval.Empty : IntervalFunctions.Log(ratio);
        if (hasFloor)
            logarithm = logarithm.IsEmpty ? 1 : Interval.Max(logarithm, 1);
        return Interval.Power(ξ.Derivative(one, 1), slopePower) / (second * ξ.Derivative(one) * logarithm);
    }

    /// <inheritdoc/>
    public override GradientThresholdOutcome Run(
        GradientThresholdCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval α = Ratio(cell.Mixture, cell.SlopePower, cell.HasFloor);
        return new(α.Lower, α.Upper);
    }
}
