using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The least proxy along gradient descent against the number of steps, beside the bound.</summary>
public sealed class ProxyDescentRates : Figure
{
    private const double Slope = 0.5;
    private const double Margin = 1;

    private static readonly int[] Widths = [1, 4, 16];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/proxy-pl-descent";

    /// <inheritdoc/>
    public override string Title => "Proxy PL along gradient descent: least proxy against its bound";

    /// <inheritdoc/>
    public override string Caption =>
        "The least mean pull Ĝ among the first T steps, smoothed leaky-ReLU networks, separable data, η = 1/β, below "
            + "the median of the bounds √(2L_0/(ηT))/(γγ_0), of the same form at every width; Ĝ itself falls faster.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At("Remedies, Proxy PL (23/23)", OverparameterizedLandscapesTalk.FreiGu);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/proxy-pl", "polyak-lojasiewicz/proxy-descent"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("T", "steps T", Logarithmic: true), new("median", "least proxy Ĝ", Logarithmic: true))
        .Panels("width", "width m", columns: 3, height: 300, numbers: true)
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .Reference("bound", "bound");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int draws, int steps) = tier switch
        {
            Tier.Smoke => (8, 512),
            Tier.Standard => (16, 4096),
            _ => (64, 16_384),
        };
        var table = new NumericTable("width", "T", "draws", "least", "median", "greatest", "bound");
        ProxyDescentCell[] cells =
        [
            .. Widths.Select(m => new ProxyDescentCell(
                IsSmooth: true,
                m,
                Samples: 20,
                Flipped: 0,
                Dimension: 3,
                Slope,
                Margin,
                steps)),
        ];
        foreach (
            IGrouping<ProxyDescentCell, Observation<ProxyDescentCell, ProxyDescentOutcome>> cell in runner
                .Measure(new ProxyDescentExperiment(), cells, draws)
                .GroupBy(observation => observation.Cell))
        {
            ProxyDescentOutcome[] runs = [.. cell.Select(observation => observation.Outcome)];
            for (int k = 0; k < runs[0].Times.Length; k++)
            {
                double[] proxies = [.. runs.Select(run => run.LeastProxies[k]).Order()];
                double bound = SampleStatistics.Median(
                    runs.Select(run => Math.Sqrt(2 * run.InitialLoss / (run.Step * run.Times[k])) / (Slope * Margin)));
                double median = SampleStatistics.MedianOfSorted(proxies);
                table.Add(cell.Key.Width, runs[0].Times[k], draws, proxies[0], median, proxies[^1], bound);
            }
        }

        return table;
    }
}
