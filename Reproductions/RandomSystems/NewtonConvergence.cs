using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Newton's method on the sphere, from starts near a zero and far from it.</summary>
public sealed class NewtonConvergence : Figure
{
    private const int Steps = 5;

    private static readonly double[] Distances = [0.01, 0.1, 0.3, 1];

    /// <inheritdoc/>
    public override string Id => "random-systems/newton-convergence";

    /// <inheritdoc/>
    public override string Title => "Newton's method doubles the digits at each step, once it is near a zero";

    /// <inheritdoc/>
    public override string Caption =>
        "Median of ‖F(x^k)‖/‖F(x⁰)‖ along Newton's method on the sphere with the pseudo-inverse, for 12 random "
            + "quadrics in 20 variables, from starts at several distances from a zero; bars from the first to the last "
            + "decile. The dashed line is 2^(−(2^k − 1)), the definition of an approximate solution with c = log 2. "
            + "Values end at rounding, about 10⁻¹⁵ over ‖F(x⁰)‖.";

    /// <inheritdoc/>
    public override Source Source =>
        RandomSystemsTalk.At("What is an exact solution?", RandomSystemsTalk.SecondPaper);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["random-systems/approximate-solution", "random-systems/newton-certificate"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("k", "step k of Newton's method", Whole: true),
            new("median", "‖F(x^k)‖ over ‖F(x⁰)‖", Logarithmic: true))
        .By("distance", "distance of the start")
        .Line("median of the draws")
        .Interval("low", "high", "80 % of the draws")
        .CommonReference("definition", "2^(−(2^k − 1))");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("distance", "k", "draws", "low", "median", "high", "definition");
        int draws = tier == Tier.Smoke ? 50 : 500;
        foreach (double distance in Distances)
        {
            SphereNewtonOutcome[] paths =
            [
                .. runner.Measure(new SphereNewtonExperiment(), [new(12, 20, distance, Steps)], draws)
                    .Select(draw => draw.Outcome)
                    .Where(path => path.Ratios.Length == Steps + 1),
            ];
            double definition = 1;
            for (int k = 0; k <= Steps; k++)
            {
                double[] ratios = [.. paths.Select(path => path.Ratios[k]).Order()];
                (double first, double last) = SampleStatistics.DecilesOfSorted(ratios);
                table.Add(
                    distance.ToString(CultureInfo.InvariantCulture), k, ratios.Length, first,
                    SampleStatistics.MedianOfSorted(ratios), last, definition);
                definition *= definition / 2;
            }
        }

        return table;
    }
}
