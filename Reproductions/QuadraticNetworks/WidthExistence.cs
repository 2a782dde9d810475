using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.QuadraticNetworks;
using Verification.Spec.QuadraticNetworks.Generalization;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.QuadraticNetworks;

/// <summary>How many generic samples students of each width interpolate.</summary>
public sealed class WidthExistence : Figure
{
    private const int Dimension = 4;
    private const int Starts = 10;

    // Both sides of the drawn interval together.
    private const double Level = 0.05;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/width-existence";

    /// <inheritdoc/>
    public override string Title => "Interpolating students by width and number of samples";

    /// <inheritdoc/>
    public override string Caption =>
        "Share of draws (Gaussian data, teacher of full rank, d = 4) in which a search finds a student of width m̂ "
            + "that interpolates N samples; existence is proved for each one found. Beyond n = m̂d − m̂(m̂−1)/2 = 4, "
            + "7, 9 there is almost surely none. At N = n existence is not certain: for m̂ = 2 the search finds none "
            + "in a few percent of many draws.";

    /// <inheritdoc/>
    public override Source Source => StationaryPointsTalk.At("Sample Complexity, theorem, second bullet");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["quadratic-networks/student-width", "quadratic-networks/narrow-interpolants"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("N", "samples N", FromZero: true, Whole: true),
            new("share", "share of draws", FromZero: true))
        .Panels("width", "student width m̂", columns: 1, height: 120, numbers: true)
        .Line("share with an interpolant")
        .Interval("lower", "upper", "95 % Clopper–Pearson")
        .VerticalRuleAt("n", "n = m̂d − m̂(m̂−1)/2");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        NarrowInterpolantCell[] cells =
        [
            .. from width in Enumerable.Range(1, Dimension - 1)
               from samples in Enumerable.Range(1, SymmetricVectorization.Dimension(Dimension))
               select new NarrowInterpolantCell(Dimension, samples, width, Starts),
        ];
        int draws = Draws(tier);
        var table = new NumericTable("width", "N", "n", "draws", "found", "share", "lower", "upper");
        foreach (IGrouping<NarrowInterpolantCell, Observation<NarrowInterpolantCell, NarrowInterpolantOutcome>> cell in
            runner.Measure(new NarrowInterpolantExperiment(), cells, draws).GroupBy(observation => observation.Cell))
        {
            int found = cell.Count(observation => observation.Outcome.Shift <= 1e-6);
            table.Add(
                cell.Key.StudentWidth,
                cell.Key.Samples,
                Count(cell.Key.StudentWidth),
                draws,
                found,
                (double)found / draws,
                ClopperPearson.Lower(found, draws, Level / 2),
                ClopperPearson.Upper(found, draws, Level / 2));
        }

        return table;
    }

    private static int Count(int width) => width * Dimension - width * (width - 1) / 2;

    private static int Draws(Tier tier) => tier switch
    {
        Tier.Smoke => 8,
        Tier.Standard => 64,
        _ => 512,
    };
}
