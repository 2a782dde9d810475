using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>Training and population risk after a descent from random weights, against the number of samples.</summary>
public sealed class RiskAfterDescent : Figure
{
    private const int Dimension = 4;

    private static readonly int[] Samples = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 20, 25, 30, 40];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/risk-after-descent";

    /// <inheritdoc/>
    public override string Title => "What 3000 steps of gradient descent reach, against the number of samples";

    /// <inheritdoc/>
    public override string Caption =>
        "Both risks after descents from Gaussian weights, in units of σ_min(W*)⁴; d = 4, width 6, Gaussian data. From "
            + "N = D = d(d+1)/2 on the data determine the teacher; just above it descent is slow. The floor is where "
            + "descents stop, at a training risk of 10⁻¹⁶, and for the population risk a few times that; a last step "
            + "can end further down, and is drawn at 10⁻¹⁷ at the least.";

    /// <inheritdoc/>
    public override Source Source =>
        StationaryPointsTalk.At("Sample Complexity; Optimization Landscape: Convergence of Gradient Descent");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["quadratic-networks/descent-with-few-samples", "quadratic-networks/overparametrization-is-harmless"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("ratio", "samples N / D"), new("median", "risk / σ_min(W*)⁴", Logarithmic: true))
        .By("risk", "risk")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .VerticalRule(1, "N = D")
        .HorizontalRule(1e-16, "descents stop here");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        double full = SymmetricVectorization.Dimension(Dimension);
        RandomStartCell[] cells =
        [
            .. Samples.Select(samples => new RandomStartCell(
                CoordinateLaw.Gaussian,
                Dimension,
                Dimension + 2,
                samples,
                Scale: 1,
                Steps: 3000)),
        ];
        var table = new NumericTable("risk", "ratio", "N", "draws", "least", "median", "greatest");
        int draws = Draws(tier);
        foreach (IGrouping<RandomStartCell, Observation<RandomStartCell, RandomStartOutcome>> cell in
            runner.Measure(new RandomStartExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            Add("population", cell.Key, cell.Select(observation => observation.Outcome.PopulationRisk));
            Add("training", cell.Key, cell.Select(observation => observation.Outcome.Risk));
        }

        return table;

        // Where the training risk comes to rest far below its stopping level there is only rounding: 10⁻¹⁷ stands for
        // all of it.
        void Add(string risk, RandomStartCell cell, IEnumerable<double> numbers)
        {
            double[] risks = [.. numbers.Select(number => Math.Max(number, 1e-17)).Order()];
            table.Add(
                risk, cell.Samples / full, cell.Samples, draws, risks[0], SampleStatistics.MedianOfSorted(risks),
                risks[^1]);
        }
    }

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 16,
        Tier.Standard => 64,
        _ => 512,
    };
}
