using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="ThresholdExperiment"/>.</summary>
/// <param name="Degree">p, from 2 to 10⁶.</param>
/// <param name="Constant">ξ_0, from 10⁻³ to 10⁶.</param>
public sealed record ThresholdCell(int Degree, double Constant);

/// <summary>The threshold of Hessian descent.</summary>
/// <param name="Lower">Lower end of an enclosure of α_HD.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record ThresholdOutcome(double Lower, double Upper)
{
    /// <summary>Encloses α_HD.</summary>
    public Interval Threshold => new(Lower, Upper);
}

/// <summary>Thresholds of ξ_0 + q^p from the closed form.</summary>
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
        return new(threshold.Lower, threshold.Upper);
    }
}
