using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Paths of the overlap beside the mean dynamics: a long search, then a fast fit.</summary>
public sealed class OverlapTrajectories : Figure
{
    private const int Draws = 3, Points = 120;

    // Beyond the time of ½, which is 1 on the axis.
    private const double Last = 1.6;

    private static readonly (int Degree, int Dimension, double Delta)[] Cases =
        [(1, 4096, 0.5), (2, 4096, 0.1), (3, 256, 0.02), (4, 32, 0.002)];

    /// <inheritdoc/>
    public override string Id => "online-sgd/overlap-trajectories";

    /// <inheritdoc/>
    public override string Title => "Most of the time goes into leaving the equator, and fitting is fast";

    /// <inheritdoc/>
    public override string Caption =>
        "Overlap m of projected online SGD from m = 1/√d, three paths each, against the time in units of the predicted "
            + "time until m = ½. Below the horizontal line is the search phase, above it the descent phase. Steps δ/d "
            + "for k ≤ 2, δ·d^(−k/2) for k ≥ 3; for these the mean dynamics is the gradient flow, and noise sets the "
            + "end of the search.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At("Behavior of the dynamics");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/most-of-the-search"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("time", "steps t / predicted steps until m = ½"), new("m", "overlap m", FromZero: true))
        .Panels("case", "information exponent", columns: 2, height: 190)
        .By("path", "path")
        .Curve("m", "online SGD")
        .CommonReference("mean", "mean dynamics")
        .HorizontalRule(0.5, "m = ½, the end of the search");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("case", "path", "time", "m", "mean");
        foreach ((int k, int d, double δ) in Cases)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"k = {k}, d = {d}, δ = {δ}");
            double start = 1 / Math.Sqrt(d);
            double search = PredictedTime.Steps(k, d, δ, start, 0.5);
            long every = (long)Math.Ceiling(Last * search / Points);
            var cell = new OverlapPathCell(
                k, d, PredictedTime.Step(k, d, δ), start, every * Points, Points);
            foreach (Observation<OverlapPathCell, OverlapPathOutcome> path in
                runner.Measure(new OverlapPathExperiment(), [cell], Draws))
            {
                string draw = string.Create(CultureInfo.InvariantCulture, $"{path.Trial + 1}");
                table.Add(name, draw, 0.0, start, double.NaN);
                for (int i = 0; i < Points; i++)
                    table.Add(name, draw, every * (i + 1) / search, path.Outcome.Overlaps[i], double.NaN);
            }

            for (int i = 0; i <= Points; i++)
            {
                double m = start + (0.999 - start) * i / Points;
                double time = i == 0 ? 0 : PredictedTime.Steps(k, d, δ, start, m) / search;
                if (time <= Last)
                    table.Add(name, "1", time, double.NaN, m);
            }
        }

        return table;
    }
}
