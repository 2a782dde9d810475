using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Risks along Hessian descent beside the recursion and the theorem's equation.</summary>
public sealed class HessianDescentPaths : Figure
{
    private const int Steps = 10;

    private static readonly Mixture Mixture = Mixture.ConstantAndPower(20, 3);

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
        double[] recursion = new DescentRecursion(Mixture, Steps).Risks(0.5);
        var path = ThresholdPath.Of(new(Mixture, 0.5), steps: 400);
        int[] dimensions = tier == Tier.Smoke ? [40, 100] : [40, 100, 400];
        foreach (int d in dimensions)
        {
            int runs = tier == Tier.Smoke ? 10 : 40;
            double[][] risks =
            [
                .. runner.Measure(new DescentPathExperiment(), [new(Mixture, d, d / 2, Steps, 0)], runs)
                    .Select(run => run.Outcome.Risks),
            ];
            for (int k = 0; k < Steps; k++)
            {
                double t = (k + 1.0) / Steps;
                double[] sorted = [.. risks.Select(run => run[k]).Order()];
                table.Add(
                    FormattableString.Invariant($"{d}"), t, sorted[sorted.Length / 10],
                    SampleStatistics.MedianOfSorted(sorted), sorted[^(1 + sorted.Length / 10)], recursion[k],
                    RiskAt(path, t));
            }
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
        return root > 0 ? root * root : 0;
    }
}
