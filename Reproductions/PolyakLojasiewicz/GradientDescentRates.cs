using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>What one step of gradient descent leaves, against the bounds.</summary>
public sealed class GradientDescentRates : Figure
{
    private static readonly double[] Ripples = [0, 0.5, 1, 2, 3, 4];

    private static readonly double[] Conditions = [1, 1.5, 2, 4, 8, 16];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/gradient-descent-rates";

    /// <inheritdoc/>
    public override string Title => "One step of gradient descent against its bounds";

    /// <inheritdoc/>
    public override string Caption =>
        "L after over L before one step of size 1/β, against q = μ/β. Bounds: 1 − q (printed), (2−2q)/(2+q) "
            + "(arXiv:2204.00647), (1−q)² (one dimension). Measured: worst of many steps on x² + a·sin²x and on least "
            + "squares, which attains (1−q)², and the certified step in two dimensions above it (smooth and PL* near "
            + "the step).";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At(
            "Smoothness + PL ⇒ Linear convergence of gradient descent",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "polyak-lojasiewicz/gradient-descent-rate",
        "polyak-lojasiewicz/one-dimensional-rate",
        "polyak-lojasiewicz/sharper-descent-rate",
        "polyak-lojasiewicz/turning-gradient",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("q", "inverse condition number, q = μ/β", FromZero: true),
            new("bound", "loss after over loss before the step", FromZero: true))
        .By("what", "bound or measurement")
        .Curve("bound", "bound")
        .PointsAt("worst", "worst step measured");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("what", "q", "bound", "worst");
        (string Name, Func<double, double> Bound)[] bounds =
            [("1 − q", q => 1 - q), ("(2−2q)/(2+q)", q => (2 - 2 * q) / (2 + q)), ("(1−q)²", q => (1 - q) * (1 - q))];
        foreach ((string name, Func<double, double> bound) in bounds)
        {
            for (int i = 0; i <= 50; i++)
                table.Add(name, i / 50.0, bound(i / 50.0), double.NaN);
        }

        int steps = tier == Tier.Smoke ? 64 : 512;
        Measure("x² + a·sin²x", [.. Ripples.Select(a => new GradientStepCell(1, 1, a, 1, 1))]);
        Measure("least squares", [.. Conditions.Select(condition => new GradientStepCell(3, 3, 0, condition, 1))]);
        TurningGradientOutcome turning = runner
            .MeasureOne(new TurningGradientExperiment(), new TurningGradientCell(1e-5), 0)
            .Outcome;
        table.Add("turning (2-D)", turning.PolyakLower, double.NaN, turning.RatioLower);
        return table;

        void Measure(string name, GradientStepCell[] cells)
        {
            foreach (IGrouping<GradientStepCell, Observation<GradientStepCell, GradientStepOutcome>> cell in
                runner.Measure(new GradientStepExperiment(), cells, steps).GroupBy(observation => observation.Cell))
            {
                GradientStepOutcome first = cell.First().Outcome;
                table.Add(
                    name,
                    first.Polyak / first.Smoothness,
                    double.NaN,
                    cell.Max(observation => observation.Outcome.Ratio));
            }
        }
    }
}
