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
/// <param name="Lower">Lower ends: of α_LB, α_HD, α_UB by the first moment, α_UB by comparison.</param>
/// <param name="Upper">Their upper ends.</param>
public sealed record ExistenceOutcome(double[] Lower, double[] Upper)
{
    /// <summary>α_LB.</summary>
    public Interval SecondMoment => At(0);

    /// <summary>α_HD.</summary>
    public Interval HessianDescent => At(1);

    /// <summary>α_UB by the first moment of critical points.</summary>
    public Interval FirstMoment => At(2);

    /// <summary>α_UB by Gordon's comparison.</summary>
    public Interval Comparison => At(3);

    private Interval At(int i) => new(Lower[i], Upper[i]);
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
        Interval[] thresholds =
        [
            SecondMomentBound.Of(cell.Constant, cell.Degree),
            PowerThreshold.Of(cell.Constant, cell.Degree),
            FirstMomentBound.Of(cell.Constant, cell.Degree),
            ComparisonBound.Of(cell.Constant, cell.Degree),
        ];
        return new([.. thresholds.Select(one => one.Lower)], [.. thresholds.Select(one => one.Upper)]);
    }
}
