using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Histograms of the singular values of the Jacobian, before and after training.</summary>
public sealed class SingularValues : TrainingFigure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/singular-values";

    /// <inheritdoc/>
    public override string Title => "Most singular values of the Jacobian are small, before and after training";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of the nK singular values in each half octave below λ₁, a point at its upper end, mean over the draws; "
            + $"the leftmost point is all that is smaller. {Data}";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Key observation");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["jacobian-spectra/low-rank-jacobian"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("value", "singular value λ over the largest", Logarithmic: true),
            new("share", "share of singular values", FromZero: true))
        .By("jacobian", "Jacobian")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        (TrainingCell cell, TrainingOutcome[] outcomes) = Runs(runner, tier, TrainingCell.Desk);
        int half = cell.Levels / 2;
        var table = new NumericTable("jacobian", "value", "share");
        foreach ((string name, Func<TrainingOutcome, SingularValueCounts> spectrum) in
            ((string, Func<TrainingOutcome, SingularValueCounts>)[])
            [
                ("at the start", o => o.Initial.Spectrum),
                ("at the end, clean labels", o => o.Runs[0].Spectrum),
                ("at the end, half of them corrupted", o => o.Runs[half].Spectrum),
            ])
        {
            double root = 1;
            for (int bin = 0; bin < SingularValueCounts.Bins; bin++, root /= 2)
            {
                double share = outcomes.Sum(o => spectrum(o).Counts[bin])
                    / ((double)Math.Max(1, outcomes.Length) * cell.Samples * cell.Classes);
                table.Add(name, Math.Sqrt(root), share);
            }
        }

        return table;
    }
}
