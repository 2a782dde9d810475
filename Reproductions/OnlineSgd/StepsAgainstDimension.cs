using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>What the figures of hitting times share: paths, one row for each dimension, and a chart of medians between
/// deciles against the dimension.</summary>
internal static class StepsAgainstDimension
{
    /// <summary>Number of paths at each dimension.</summary>
    public static int Paths(Tier tier) => tier switch
    {
        Tier.Smoke => 15,
        Tier.Standard => 100,
        _ => 1000,
    };

    /// <summary>A table of rows by a series.</summary>
    /// <param name="series">Name of the series' column.</param>
    public static NumericTable Table(string series) =>
        new(series, "d", "paths", "low", "median", "high", "predicted");

    /// <summary>The chart of such a table.</summary>
    /// <param name="series">Name of the series' column.</param>
    /// <param name="legend">What the series are, in words.</param>
    /// <param name="steps">Title of the axis of the steps.</param>
    /// <param name="reference">What the dashed lines are.</param>
    public static VegaLite Chart(string series, string legend, string steps, string reference = "predicted") =>
        VegaLite
            .Of(
                new("d", "dimension d", Logarithmic: true),
                new("median", steps, Logarithmic: true))
            .By(series, legend)
            .PointsAt("median", "median of the paths")
            .Interval("low", "high", "80 % of the paths")
            .Reference("predicted", reference);

    /// <summary>The steps of paths in ascending order.</summary>
    public static double[] Sorted(IEnumerable<HittingTimeOutcome> paths) =>
        [.. paths.Select(path => (double)path.Steps).Order()];

    /// <summary>Adds a row: first decile, median and last decile of the steps.</summary>
    /// <param name="table">The table.</param>
    /// <param name="series">The series that the row belongs to.</param>
    /// <param name="d">Dimension.</param>
    /// <param name="steps">Steps of the paths, ascending.</param>
    /// <param name="predicted">Predicted number of steps.</param>
    public static void AddSteps(this NumericTable table, string series, int d, double[] steps, double predicted)
    {
        (double first, double last) = SampleStatistics.DecilesOfSorted(steps);
        table.Add(series, d, steps.Length, first, SampleStatistics.MedianOfSorted(steps), last, predicted);
    }
}
