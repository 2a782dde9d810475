using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>How much of the symmetric matrices N samples span.</summary>
public sealed class SpanRank : Figure
{
    private const int Dimension = 5;

    private static readonly CoordinateLaw[] Laws =
    [
        CoordinateLaw.Gaussian,
        CoordinateLaw.Uniform,
        CoordinateLaw.TwoPoint,
        CoordinateLaw.Rademacher,
    ];

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/span-rank";

    /// <inheritdoc/>
    public override string Title => "The dimension that N samples span among the symmetric matrices";

    /// <inheritdoc/>
    public override string Caption =>
        "The dimension of span{X_iX_iᵀ} for d = 5. Continuous laws gain one dimension a sample up to D; discrete ones "
            + "repeat themselves, and ±1 coordinates never pass 1 + d(d−1)/2 = 11.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Sample Complexity, remark (f)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "quadratic-networks/span-condition",
        "quadratic-networks/sample-threshold",
        "quadratic-networks/discrete-span-probability",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("N", "samples N", FromZero: true, Whole: true),
            new("mean", "dimension of the span", FromZero: true, Whole: true))
        .Panels("law", "law of the coordinates", columns: 2, height: 200)
        .Line("mean over the draws")
        .Interval("least", "greatest", "range over the draws")
        .HorizontalRule(SymmetricVectorization.Dimension(Dimension), "D = d(d+1)/2 = 15");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int full = SymmetricVectorization.Dimension(Dimension);
        SpanRankCell[] cells =
        [
            .. from law in Laws
               from samples in Enumerable.Range(1, 3 * full)
               select new SpanRankCell(law, Dimension, samples),
        ];
        var table = new NumericTable("law", "N", "draws", "least", "mean", "greatest");
        int draws = Draws(tier);
        foreach (IGrouping<SpanRankCell, Observation<SpanRankCell, SpanRankOutcome>> cell in
            runner.Measure(new SpanRankExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            int[] dimensions = [.. cell.Select(observation => observation.Outcome.SpanDimension)];
            table.Add(
                cell.Key.Law.Name, cell.Key.Samples, draws, dimensions.Min(), (double)dimensions.Sum() / draws,
                dimensions.Max());
        }

        return table;
    }

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 32,
        Tier.Standard => 128,
        _ => 1024,
    };
}
