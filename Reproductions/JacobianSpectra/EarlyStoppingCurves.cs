using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Training and test error along the epochs, for levels of corruption.</summary>
public sealed class EarlyStoppingCurves : TrainingFigure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/early-stopping-curves";

    /// <inheritdoc/>
    public override string Title => "Corrupted labels are fitted late: the test error falls, and rises again";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of training samples that are not of their (corrupted) label and of test samples that are not of their "
            + $"class, medians over the draws. Epoch 0 stands at 1. {Data}";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Focus: optimization/generalization dynamics");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "jacobian-spectra/overfitting-to-corruption",
        "jacobian-spectra/stopped-networks",
        "jacobian-spectra/half-corruption-dynamics",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("epochs", "epochs + 1", Logarithmic: true),
            new("error", "share of wrong predictions", FromZero: true))
        .By("q", "corrupted labels q")
        .Panels("data", "data", columns: 2, height: 300)
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        (TrainingCell cell, TrainingOutcome[] outcomes) = Runs(
            runner, tier, TrainingCell.Desk with { Levels = 5 });
        IReadOnlyList<int> epochs = cell.Checkpoints();
        var table = new NumericTable("data", "q", "epochs", "error");
        foreach ((string data, int size, Func<TrainingRun, int[]> errors) in
            ((string, int, Func<TrainingRun, int[]>)[])
            [
                ("training", cell.Samples, o => o.TrainingErrors), ("test", cell.TestSamples, o => o.TestErrors),
            ])
        {
            for (int level = 0; level < cell.Levels; level++)
                for (int t = 0; t < epochs.Count && outcomes.Length > 0; t++)
                {
                    double wrong = Median(outcomes.Select(o => (double)errors(o.Runs[level])[t]));
                    table.Add(data, cell.CorruptionAt(level), epochs[t] + 1, wrong / size);
                }
        }

        return table;
    }
}
