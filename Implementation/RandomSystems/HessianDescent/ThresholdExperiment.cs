using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="ThresholdExperiment"/>.</summary>
/// <param name="Degree">p, from 2 to 64.</param>
/// <param name="Constant">ξ_0, from 10⁻³ to 10⁶.</param>
/// <param name="Rate">The factor r of du/dt = −(r/α)z*.</param>
/// <param name="Curvature">The factor κ of a² = καuξ″.</param>
/// <param name="Steps">Pieces of the path, from 2.</param>
/// <param name="Gap">By how much α on both sides of the threshold differs from it, relatively.</param>
public sealed record ThresholdCell(
    int Degree, double Constant, double Rate, double Curvature, int Steps, double Gap);

/// <summary>The threshold of Hessian descent, and where the equation ends on both sides of it.</summary>
/// <param name="Lower">Lower end of an enclosure of α_HD from the closed form.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="BelowLower">Lower end of an enclosure of √u(1), or what goes on below 0, at Lower·(1 − gap).</param>
/// <param name="BelowUpper">Its upper end.</param>
/// <param name="AboveLower">Lower end of the same at Upper·(1 + gap); NaN where that is not below 1.</param>
/// <param name="AboveUpper">Its upper end.</param>
public sealed record ThresholdOutcome(
    double Lower, double Upper, double BelowLower, double BelowUpper, double AboveLower, double AboveUpper)
{
    /// <summary>Encloses α_HD.</summary>
    public Interval Threshold => new(Lower, Upper);

    /// <summary>Encloses √u(1) below the threshold.</summary>
    public Interval Below => new(BelowLower, BelowUpper);

    /// <summary>Encloses √u(1) above the threshold; all numbers where no α below 1 lies there.</summary>
    public Interval Above => double.IsNaN(AboveLower) ? Interval.Entire : new(AboveLower, AboveUpper);
}

/// <summary>Thresholds of ξ_0 + q^p: the closed form, and the equation solved without it.</summary>
public sealed class ThresholdExperiment : Experiment<ThresholdCell, ThresholdOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/threshold";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ThresholdOutcome Run(ThresholdCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval threshold = PowerThreshold.Of(cell.Constant, cell.Degree);
        Interval below = End(threshold.Lower * (1 - cell.Gap));
        Interval above = End(threshold.Upper * (1 + cell.Gap));
        return new(threshold.Lower, threshold.Upper, below.Lower, below.Upper, above.Lower, above.Upper);

        Interval End(double α) => α < 1
            ? ThresholdPath.Of(
                new(Mixture.ConstantAndPower(cell.Constant, cell.Degree), α, cell.Rate, cell.Curvature),
                cell.Steps,
                cancellation).LastRoot
            : Interval.Empty;
    }
}
