using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>The residual along information and nuisance space, on training and on test data.</summary>
public sealed class ResidualsAlongSpaces : TrainingFigure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/residuals-along-spaces";

    /// <inheritdoc/>
    public override string Title =>
        "The residual falls fast along the information space, slowly along the nuisance space";

    /// <inheritdoc/>
    public override string Caption =>
        "Norms of r = f − y and of its parts on the spaces of the last Jacobian on the same data, medians over the "
            + $"draws. Epoch 0 stands at 1. {Data}";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("No label corruption, 50% label corruption");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["jacobian-spectra/residual-curves"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("epochs", "epochs + 1", Logarithmic: true),
            new("norm", "norm of the residual", Logarithmic: true))
        .By("part", "part")
        .Panels("data", "data and labels", columns: 2, height: 240)
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        (TrainingCell cell, TrainingOutcome[] outcomes) = Runs(runner, tier, TrainingCell.Desk);
        IReadOnlyList<int> epochs = cell.Checkpoints();
        var table = new NumericTable("data", "part", "epochs", "norm");
        foreach ((string labels, int level) in ((string, int)[])[("clean", 0), ("half corrupted", cell.Levels / 2)])
        {
            foreach ((string data, Func<TrainingRun, ResidualCurve> curve) in
                ((string, Func<TrainingRun, ResidualCurve>)[])[("training", o => o.Training), ("test", o => o.Test)])
            {
                foreach ((string part, Func<ResidualCurve, int, double> norm) in
                    ((string, Func<ResidualCurve, int, double>)[])
                    [
                        ("total", (c, t) => Math.Sqrt(
                            c.Information[t] * c.Information[t] + c.Nuisance[t] * c.Nuisance[t])),
                        ("on the information space", (c, t) => c.Information[t]),
                        ("on the nuisance space", (c, t) => c.Nuisance[t]),
                    ])
                {
                    for (int t = 0; t < epochs.Count && outcomes.Length > 0; t++)
                    {
                        double value = Median(outcomes.Select(o => norm(curve(o.Runs[level]), t)));
                        if (value > 0)
                            table.Add($"{data}, {labels}", part, epochs[t] + 1, value);
                    }
                }
            }
        }

        return table;
    }
}
