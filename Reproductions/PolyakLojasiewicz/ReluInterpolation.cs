using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>How often gradient descent interpolates with a ReLU network, against its size.</summary>
public sealed class ReluInterpolation : Figure
{
    private const int Samples = 10;

    private static readonly int[] Widths = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/relu-interpolation";

    /// <inheritdoc/>
    public override string Title => "Share of runs in which a ReLU network is trained to interpolation";

    /// <inheritdoc/>
    public override string Caption =>
        "Gradient descent with random ±1 labels, n = 10 unit inputs in dimensions 5 and 10, 1000 steps; success is a "
            + "loss below 10⁻⁶ of its start.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At(
            "Limitations, fifth item (22/23)", OverparameterizedLandscapesTalk.OymakSoltanolkotabi);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/nonsmooth-relu"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("parameters", "parameters per sample, md/n", Logarithmic: true),
                new("share", "share of runs that interpolate", FromZero: true))
        .By("dimension", "dimension d")
        .Line("share of the runs")
        .Interval("lower", "upper", "95 % Clopper–Pearson")
        .VerticalRule(1, "as many as samples");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int draws = tier switch
        {
            Tier.Smoke => 24,
            Tier.Standard => 200,
            _ => 2000,
        };
        ReluDescentCell[] cells =
        [
            .. from d in (int[])[5, 10] from m in Widths select new ReluDescentCell(Samples, d, m, Steps: 1000),
        ];
        var table = new NumericTable("dimension", "m", "parameters", "draws", "lower", "share", "upper");
        foreach (IGrouping<ReluDescentCell, Observation<ReluDescentCell, ReluDescentOutcome>> cell in
            runner.Measure(new ReluDescentExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            int successes = cell.Count(observation =>
                observation.Outcome.RelativeLoss <= ReluDescentExperiment.Interpolated);
            table.Add(
                cell.Key.Dimension,
                cell.Key.Width,
                (double)(cell.Key.Width * cell.Key.Dimension) / Samples,
                draws,
                ClopperPearson.Lower(successes, draws, 0.025),
                (double)successes / draws,
                ClopperPearson.Upper(successes, draws, 0.025));
        }

        return table;
    }
}
