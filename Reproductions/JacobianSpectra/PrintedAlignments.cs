using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>The shares of Tables 1–3 beside those of small networks.</summary>
public sealed class PrintedAlignments : TrainingFigure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/printed-alignments";

    /// <inheritdoc/>
    public override string Title => "Training turns the information space to the labels, in the tables and on a desk";

    /// <inheritdoc/>
    public override string Caption =>
        "‖Π_I v‖/‖v‖ on the last Jacobian against the first, for the labels and the first residual, a point each: as "
            + $"printed in Tables 1–3, and medians over the draws. Above the dashed line alignment has grown. {Data}";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At(
        "No label corruption, No label corruption with ADAM, 50% label corruption");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/alignment-of-tables", "jacobian-spectra/alignment-with-training"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("first", "share on the first information space"), new("last", "share on the last information space"))
        .By("run", "run")
        .Square()
        .PointsAt("last", "labels or first residual")
        .Segment((0.5, 0.5), (1, 1), "no change");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("run", "vector", "first", "last");
        double[][] digits =
            runner.MeasureOne(new AlignmentTablesExperiment(), new AlignmentTablesCell(3), 0).Outcome.Digits;
        string[] names = ["clean, SGD", "clean, Adam", "half corrupted, SGD"];
        for (int i = 0; i < names.Length; i++)
        {
            (double[] first, double[] last) = (digits[2 * i], digits[2 * i + 1]);
            table.Add($"Table {i + 1}: {names[i]}", "labels", first[0] / 1000, last[0] / 1000);
            table.Add($"Table {i + 1}: {names[i]}", "residual", first[3] / 1000, last[3] / 1000);
        }

        (TrainingCell cell, TrainingOutcome[] runs) = Runs(runner, tier, TrainingCell.Desk);
        (_, TrainingOutcome[] adam) = Runs(runner, tier, TrainingCell.DeskAdam);
        Add(table, $"desk: {names[0]}", runs, 0);
        Add(table, $"desk: {names[1]}", adam, 0);
        Add(table, $"desk: {names[2]}", runs, cell.Levels / 2);
        return table;
    }

    private static void Add(NumericTable table, string run, TrainingOutcome[] outcomes, int level)
    {
        if (outcomes.Length == 0)
            return;
        foreach ((string vector, Func<LabelAlignment, double> share) in
            ((string, Func<LabelAlignment, double>)[])[("labels", a => a.Labels), ("residual", a => a.Residual)])
        {
            table.Add(
                run, vector,
                Median(outcomes.Select(o => share(o.Initial.Alignments[level]))),
                Median(outcomes.Select(o => share(o.Runs[level].Alignment))));
        }
    }
}
