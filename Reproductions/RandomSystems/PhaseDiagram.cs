using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Where solutions of ξ_0 + q^p exist, and where Hessian descent finds them.</summary>
/// <param name="degree">p: 3 or 11, as in the talk.</param>
public sealed class PhaseDiagram(int degree) : Figure
{
    // ξ_0 from 1/2 to 10.
    private const int Points = 39;

    /// <inheritdoc/>
    public override string Id =>
        string.Create(CultureInfo.InvariantCulture, $"random-systems/phase-diagram-{degree}");

    /// <inheritdoc/>
    public override string Title =>
        $"Existence of solutions and Hessian descent, ξ(q) = ξ₀ + {(degree == 3 ? "q³" : "q¹¹")}";

    /// <inheritdoc/>
    public override string Caption =>
        "Above the gray band the first moment of critical points on the set of zeros vanishes: no solutions. Below it "
            + "the second moment of zeros, given F(0), is the square of the first: solutions exist. Below the line of "
            + "Hessian descent the bound of its risk is 0, so that approximate solutions exist there, gray or not. "
            + (degree == 3 ? "" : "It leaves the lower bound behind at ξ₀ ≈ 7. ")
            + "All four are enclosed to 10⁻⁴; no formula of the two bounds stands in the talk.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At(
        degree == 11 ? "Q1: ξ(q) = ξ_0 + q^11" : "Phase diagram (ξ(q) = ξ_0 + q^3)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "random-systems/existence-thresholds",
        "random-systems/existence-bounds",
        "random-systems/hessian-descent-threshold",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("constant", "variance ξ₀ at the center"),
            new("descent", "equations per dimension α = n/d", FromZero: true))
        .Band("lower", "upper")
        .Curve("descent", "Hessian descent α_HD")
        .CommonReference("upper", "first moment α_UB")
        .CommonReference("lower", "second moment α_LB")
        .CommonReference("comparison", "Gordon's comparison");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("constant", "lower", "upper", "comparison", "descent");
        for (int i = 0; i < Points; i++)
        {
            double constant = 0.5 + 0.25 * i;
            ExistenceOutcome o = runner.MeasureOne(new ExistenceExperiment(), new(degree, constant), 0).Outcome;
            table.Add(
                constant, Middle(o.SecondMoment), Middle(o.FirstMoment), Middle(o.Comparison),
                Middle(o.HessianDescent));
        }

        return table;
    }

    // Where an enclosure is as wide as from 1 − 10⁻⁹ to 1, both are 1.
    private static double Middle(Interval threshold) =>
        threshold.Lower >= 1 - 1e-8 ? 1 : threshold.Midpoint;
}
