using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Least eigenvalues along Hessian descent beside the limit.</summary>
public sealed class HessianDescentEdges : Figure
{
    /// <inheritdoc/>
    public override string Id => "random-systems/hessian-descent-edges";

    /// <inheritdoc/>
    public override string Title => "The least eigenvalue along Hessian descent tends to −z* from above";

    /// <inheritdoc/>
    public override string Caption =>
        "Median of the least eigenvalue of the Hessian over d, on the directions orthogonal to all earlier steps, "
            + "at squared radius t along Hessian descent with δ = 1/10 for ξ = 20 + q³ and n = d/2; bars from the "
            + "first to the last decile. Dashed: −z* at the risk of the recursion. Every step uses up a direction "
            + "near the edge.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Where does this come from?");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["random-systems/hessian-descent-theorem", "random-systems/lowest-eigenvalue"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("t", "squared radius t"), new("median", "least eigenvalue over d"))
        .By("dimension", "d")
        .Line("median of the runs")
        .Interval("low", "high", "80 % of the runs")
        .CommonReference("edge", "−z*");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("dimension", "t", "low", "median", "high", "edge");
        double[] risks = new DescentRecursion(HessianDescentRuns.Mixture, HessianDescentRuns.Steps)
            .Risks(HessianDescentRuns.Ratio);
        foreach ((int d, int k, double[] edges) in HessianDescentRuns.Of(runner, tier, run => run.Edges))
        {
            double t = (k + 1.0) / HessianDescentRuns.Steps;
            double a = Math.Sqrt(2 * HessianDescentRuns.Ratio * risks[k] * HessianDescentRuns.Mixture.Derivative(t, 2));
            (double first, double last) = SampleStatistics.DecilesOfSorted(edges);
            table.Add(
                FormattableString.Invariant($"{d}"), t, first, SampleStatistics.MedianOfSorted(edges), last,
                -SpectralEdge.Of(HessianDescentRuns.Ratio, a, HessianDescentRuns.Mixture.Derivative(t, 1)));
        }

        return table;
    }
}
