using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Risks along Hessian descent beside the recursion and the theorem's equation.</summary>
public sealed class HessianDescentPaths : Figure
{
    /// <inheritdoc/>
    public override string Id => "random-systems/hessian-descent-paths";

    /// <inheritdoc/>
    public override string Title => "Hessian descent follows a recursion, which is above u by a multiple of δ";

    /// <inheritdoc/>
    public override string Caption =>
        "Median of R_n/n at squared radius t along Hessian descent with δ = 1/10 for ξ = 20 + q³ and n = d/2, started "
            + "at its mean; bars from the first to the last decile. Dashed: the recursion for steps of that size and "
            + "large d, and the solution u of the theorem's equation, to which it tends for δ → 0.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Analysis");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["random-systems/hessian-descent-theorem"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("t", "squared radius t"), new("median", "risk R_n/n"))
        .By("dimension", "d")
        .Line("median of the runs")
        .Interval("low", "high", "80 % of the runs")
        .CommonReference("recursion", "recursion, δ = 1/10")
        .CommonReference("equation", "u(t)");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("dimension", "t", "low", "median", "high", "recursion", "equation");
        double[] recursion = new DescentRecursion(HessianDescentRuns.Mixture, HessianDescentRuns.Steps)
            .Risks(HessianDescentRuns.Ratio);
        var path = ThresholdPath.Of(new(HessianDescentRuns.Mixture, HessianDescentRuns.Ratio), steps: 400);
        foreach ((int d, int k, double[] risks) in HessianDescentRuns.Of(runner, tier, run => run.Risks))
        {
            double t = (k + 1.0) / HessianDescentRuns.Steps;
            (double first, double last) = SampleStatistics.DecilesOfSorted(risks);
            table.Add(
                FormattableString.Invariant($"{d}"), t, first, SampleStatistics.MedianOfSorted(risks), last,
                recursion[k], RiskAt(path, t));
        }

        return table;
    }

    // Roots between two nodes by their chord.
    private static double RiskAt(ThresholdPath path, double t)
    {
        int node = 1;
        while (node < path.Times.Length - 1 && path.Times[node] < t)
            node++;
        double share = (t - path.Times[node - 1]) / (path.Times[node] - path.Times[node - 1]);
        double root = path.Roots[node - 1] + share * (path.Roots[node] - path.Roots[node - 1]);
        return ThresholdPath.RiskOf(root);
    }
}
