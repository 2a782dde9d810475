using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The norm of the output's Hessian against the width: linear output, nonlinear output, bottleneck.</summary>
public sealed class HessianWidth : Figure
{
    private static readonly (string Name, NetworkShape Shape, OutputMap Output)[] Networks =
    [
        ("one hidden", NetworkShape.OneHidden, OutputMap.Linear),
        ("two hidden", NetworkShape.TwoHidden, OutputMap.Linear),
        ("softplus output", NetworkShape.TwoHidden, OutputMap.Softplus),
        ("bottleneck", NetworkShape.Bottleneck, OutputMap.Linear),
    ];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/hessian-width";

    /// <inheritdoc/>
    public override string Title => "Small Hessians need a linear output and no bottleneck";

    /// <inheritdoc/>
    public override string Caption =>
        "The spectral norm of the Hessian of the output at Gaussian weights, d = 5, beside 1/√m through the first "
            + "point of each series. One and two hidden layers with linear output follow it up to a logarithm; a "
            + "softplus output (after two hidden layers) or a linear layer of width 4 between two wide ones keeps the "
            + "norm of order one.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At("Deeper neural nets; Aside; Backup: Non-linear vs linear output layer");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["polyak-lojasiewicz/deep-hessian", "polyak-lojasiewicz/nonlinear-output-hessian"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("m", "width m", Logarithmic: true),
                new("median", "norm of the Hessian of the output", Logarithmic: true))
        .By("network", "network")
        .Line("median over the draws")
        .Interval("lower", "upper", "middle half of the draws")
        .Reference("root", "slope −½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int[] widths, int draws) = Sizes(tier);
        var table = new NumericTable("network", "m", "draws", "lower", "median", "upper", "root");
        foreach ((string name, NetworkShape shape, OutputMap output) in Networks)
        {
            OutputHessianCell[] cells = [.. widths.Select(m => new OutputHessianCell(shape, output, m, Dimension: 5))];
            double first = double.NaN;
            foreach (IGrouping<OutputHessianCell, Observation<OutputHessianCell, OutputHessianOutcome>> cell in
                runner.Measure(new OutputHessianExperiment(), cells, draws).GroupBy(observation => observation.Cell))
            {
                double[] norms = [.. cell.Select(observation => observation.Outcome.Norm).Order()];
                double median = SampleStatistics.MedianOfSorted(norms);
                first = double.IsNaN(first) ? median * Math.Sqrt(cell.Key.Width) : first;
                table.Add(
                    name, cell.Key.Width, draws, norms[draws / 4], median, norms[draws - 1 - draws / 4],
                    first / Math.Sqrt(cell.Key.Width));
            }
        }

        return table;
    }

    private static (int[] Widths, int Draws) Sizes(Tier tier) => tier switch
    {
        Tier.Smoke => ([16, 32, 64, 128], 12),
        Tier.Standard => ([16, 32, 64, 128, 256], 32),
        _ => ([16, 32, 64, 128, 256, 512, 1024], 64),
    };
}
