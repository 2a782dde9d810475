using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;

namespace Verification.Implementation.RandomSystems.Existence;

/// <summary>Cell of <see cref="ExistenceExperiment"/>.</summary>
/// <param name="Degree">p, from 3 to 10⁶.</param>
/// <param name="Constant">ξ_0, from 10⁻³ to 10⁶.</param>
public sealed record ExistenceCell(int Degree, double Constant);

/// <summary>The thresholds of ξ_0 + q^p, each enclosed.</summary>
/// <param name="SecondMomentLower">Lower end of α_LB, by the second moment.</param>
/// <param name="SecondMomentUpper">Its upper end.</param>
/// <param name="HessianDescentLower">Lower end of α_HD.</param>
/// <param name="HessianDescentUpper">Its upper end.</param>
/// <param name="FirstMomentLower">Lower end of α_UB by the first moment of critical points.</param>
/// <param name="FirstMomentUpper">Its upper end.</param>
/// <param name="ComparisonLower">Lower end of α_UB by Gordon's comparison.</param>
/// <param name="ComparisonUpper">Its upper end.</param>
public sealed record ExistenceOutcome(
    double SecondMomentLower, double SecondMomentUpper, double HessianDescentLower, double HessianDescentUpper,
    double FirstMomentLower, double FirstMomentUpper, double ComparisonLower, double ComparisonUpper)
{
    /// <summary>α_LB.</summary>
    public Interval SecondMoment => new(SecondMomentLower, SecondMomentUpper);

    /// <summary>α_HD.</summary>
    public Interval HessianDescent => new(HessianDescentLower, HessianDescentUpper);

    /// <summary>α_UB by the first moment of critical points.</summary>
    public Interval FirstMoment => new(FirstMomentLower, FirstMomentUpper);

    /// <summary>α_UB by Gordon's comparison.</summary>
    public Interval Comparison => new(ComparisonLower, ComparisonUpper);
}

/// <summary>The phase diagram of ξ_0 + q^p at one point of its axis.</summary>
public sealed class ExistenceExperiment : Experiment<ExistenceCell, ExistenceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/existence";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ExistenceOutcome Run(ExistenceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval second = SecondMomentBound.Of(cell.Constant, cell.Degree);
        Interval descent = PowerThreshold.Of(cell.Constant, cell.Degree);
        Interval first = FirstMomentBound.Of(cell.Constant, cell.Degree);
        Interval comparison = ComparisonBound.Of(cell.Constant, cell.Degree);
        return new(
            second.Lower, second.Upper, descent.Lower, descent.Upper, first.Lower, first.Upper, comparison.Lower,
            comparison.Upper);
    }
}
