using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Labels on the nuisance space, and test error, against the corruption.</summary>
public sealed class NuisanceEnergyAndError : TrainingFigure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/nuisance-energy-and-error";

    /// <inheritdoc/>
    public override string Title =>
        "Labels on the nuisance space and test error grow in tandem, and part beyond (K − 1)/K";

    /// <inheritdoc/>
    public override string Caption =>
        "‖Π_N y‖/‖y‖ on the first and on the last Jacobian, and the share of wrong predictions on test data at the "
            + "end, medians over the draws; dashed what class-constant vectors leave, "
            + $"[(1 − 1/K)(1 − (1 − qK/(K − 1))²)]^½. Labels become another class. {Data}";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Test error grows in tandem with energy on nuisance space");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/tandem-of-networks", "jacobian-spectra/tandem-in-closed-form"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("q", "corrupted labels q"), new("share", "share of the norm, or of samples", FromZero: true))
        .By("quantity", "quantity")
        .Line("median over the draws")
        .CommonReference("closed", "class-constant vectors");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        (TrainingCell cell, TrainingOutcome[] outcomes) = Runs(
            runner, tier, TrainingCell.Desk with { Levels = 5 });
        var table = new NumericTable("quantity", "q", "share", "closed");
        foreach ((string name, Func<TrainingOutcome, int, double> share) in
            ((string, Func<TrainingOutcome, int, double>)[])
            [
                ("labels on N, first Jacobian", (o, level) => o.Initial.Alignments[level].LabelsNuisance),
                ("labels on N, last Jacobian", (o, level) => o.Runs[level].Alignment.LabelsNuisance),
                ("test error", (o, level) => (double)o.Runs[level].TestErrors[^1] / cell.TestSamples),
            ])
        {
            for (int level = 0; level < cell.Levels && outcomes.Length > 0; level++)
                table.Add(
                    name, cell.CorruptionAt(level), Median(outcomes.Select(o => share(o, level))), double.NaN);
        }

        const int Points = 48;
        for (int i = 0; i <= Points; i++)
        {
            double q = (double)i / Points, left = 1 - q * cell.Classes / (cell.Classes - 1);
            table.Add(
                "class-constant vectors", q, double.NaN,
                Math.Sqrt((1 - 1.0 / cell.Classes) * (1 - left * left)));
        }

        return table;
    }
}
