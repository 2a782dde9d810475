using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Existence;

/// <summary>Cell of <see cref="SecondMomentExperiment"/>.</summary>
/// <param name="Degree">p, from 3 to 10⁶.</param>
/// <param name="Multiple">ξ_0/log p, positive.</param>
public sealed record SecondMomentCell(int Degree, double Multiple);

/// <summary>The bound of the second moment at a constant that grows with the degree.</summary>
/// <param name="Lower">Lower end of an enclosure of α_LB.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Constant">ξ_0, next to the multiple of log p.</param>
public sealed record SecondMomentOutcome(double Lower, double Upper, double Constant)
{
    /// <summary>Encloses α_LB.</summary>
    public Interval Threshold => new(Lower, Upper);
}

/// <summary>α_LB for ξ_0 = c·log p.</summary>
public sealed class SecondMomentExperiment : Experiment<SecondMomentCell, SecondMomentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/second-moment";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override SecondMomentOutcome Run(
        SecondMomentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double constant = cell.Multiple * IntervalFunctions.Log(cell.Degree).Midpoint;
        Interval threshold = SecondMomentBound.Of(constant, cell.Degree);
        return new(threshold.Lower, threshold.Upper, constant);
    }
}
