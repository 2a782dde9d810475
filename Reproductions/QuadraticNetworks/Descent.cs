using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>What a small gradient says about risk, population risk and distance.</summary>
public sealed class Descent : Figure
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/descent";

    /// <inheritdoc/>
    public override string Title => "Risk and distance against the gradient along descents from below the barrier";

    /// <inheritdoc/>
    public override string Caption =>
        "Geometric mean and range over the draws of both risks and of the distance ‖WᵀW − S*‖ at the first iterate "
            + "with ‖∇L̂‖ ≤ ε, in units of σ_min(W*); d = 6, N = 16·d(d+1)/2, Gaussian data. The talk prints the "
            + "slopes 1, 1 and ½.";

    /// <inheritdoc/>
    public override Source Source =>
        StationaryPointsTalk.At("Optimization Landscape: Convergence of Gradient Descent, second bullet");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["quadratic-networks/risk-at-small-gradient", "quadratic-networks/descent-bounds"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("epsilon", "relative norm of the gradient, ε / ‖∇L̂(W0)‖", Logarithmic: true),
            new("mean", "risk or distance in units of σ_min(W*)", Logarithmic: true))
        .By("number", "number")
        .Line("geometric mean")
        .Interval("least", "greatest", "range over the draws")
        .Reference("theory", "slopes 2, 2, 1");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        SubBarrierDescentOutcome[] runs =
        [
            .. runner
                .Measure(new SubBarrierDescentExperiment(), [DescentRate.Cell], DescentRate.Draws(tier))
                .Select(observation => observation.Outcome),
        ];
        var table = new NumericTable("number", "epsilon", "draws", "least", "mean", "greatest", "theory", "slope");
        Add(table, "empirical risk", runs, o => o.Risks, sigmaPower: 4, exponent: 2);
        Add(table, "population risk", runs, o => o.PopulationRisks, sigmaPower: 4, exponent: 2);
        Add(table, "distance", runs, o => o.Distances, sigmaPower: 2, exponent: 1);
        return table;
    }

    // The column `slope` is that of the line fitted through all points of a series.
    private static void Add(
        NumericTable table,
        string name,
        SubBarrierDescentOutcome[] runs,
        Func<SubBarrierDescentOutcome, double[]> numbers,
        int sigmaPower,
        int exponent)
    {
        int marks = runs[0].Epsilons.Length;
        double[] epsilons =
        [
            .. Enumerable
                .Range(1, marks)
                .Select(mark => ElementaryFunctions.Exp(-0.5 * mark * ElementaryFunctions.Log(10))),
        ];
        double[][] values =
        [
            .. Enumerable
                .Range(0, marks)
                .Select(mark =>
                    runs.Select(o =>
                            numbers(o)[mark]
                            / Enumerable.Repeat(o.Sigma, sigmaPower).Aggregate(1.0, (product, σ) => product * σ))
                        .ToArray()),
        ];
        double[] means = [.. values.Select(at => ElementaryFunctions.Exp(at.Sum(ElementaryFunctions.Log) / at.Length))];
        double slope = SlopeEstimate.Of(epsilons, means, pointError: 0, level: 0.05).Slope;
        for (int mark = 0; mark < marks; mark++)
        {
            double theory =
                means[^1] * ElementaryFunctions.Exp(exponent * ElementaryFunctions.Log(epsilons[mark] / epsilons[^1]));
            table.Add(
                name, epsilons[mark], runs.Length, values[mark].Min(), means[mark], values[mark].Max(), theory, slope);
        }
    }
}
