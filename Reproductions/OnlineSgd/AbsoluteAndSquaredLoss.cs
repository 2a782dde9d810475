using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Steps on the absolute and on the squared loss against the dimension.</summary>
public sealed class AbsoluteAndSquaredLoss : Figure
{
    private static readonly (int Degree, SampleLoss Loss, double Delta, int[] Dimensions)[] Cases =
    [
        (2, SampleLoss.Squared, 0.1, [16, 32, 64, 128, 256, 512, 1024, 2048]),
        (2, SampleLoss.Absolute, 0.1, [16, 32, 64, 128, 256, 512, 1024, 2048]),
        (3, SampleLoss.Squared, 0.02, [16, 24, 32, 48, 64]),
        (3, SampleLoss.Absolute, 0.1, [64, 128, 256, 512, 1024, 2048]),
    ];

    /// <inheritdoc/>
    public override string Id => "online-sgd/absolute-and-squared-loss";

    /// <inheritdoc/>
    public override string Title => "On the absolute loss the third degree needs d steps, not d²";

    /// <inheritdoc/>
    public override string Caption =>
        "Median steps until |m| = ½ from m = 1/√d, bars from the first to the last decile. Steps δ/d with δ = 0.1, for "
            + "k = 3 on the squared loss δ·d^(−3/2) with δ = 0.02. Dashed: the predicted times, d log d for k = 2 on "
            + "both losses and d² for k = 3 on the squared loss up to terms of small d; for k = 3 on the absolute "
            + "loss a line of slope 1 through the last point.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At(
        "How tight are these guarantees?", "N. Joshi, T. Misiakiewicz, N. Srebro, 2024");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/absolute-loss"];

    /// <inheritdoc/>
    protected override VegaLite Chart => StepsAgainstDimension.Chart(
        "loss", "degree and loss", "steps T until |m| = ½", "predicted, or slope 1");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = StepsAgainstDimension.Table("loss");
        foreach ((int k, SampleLoss loss, double δ, int[] dimensions) in Cases)
        {
            double[][] steps =
            [
                .. dimensions.Select(d => StepsAgainstDimension.Sorted(runner
                    .Measure(new HittingTimeExperiment(), [Cell(k, loss, d, δ)], StepsAgainstDimension.Paths(tier))
                    .Select(path => path.Outcome))),
            ];
            double last = SampleStatistics.MedianOfSorted(steps[^1]) / dimensions[^1];
            for (int i = 0; i < dimensions.Length; i++)
            {
                int d = dimensions[i];
                double start = 1 / Math.Sqrt(d);
                double predicted = loss == SampleLoss.Squared ? PredictedTime.Steps(k, d, δ, start, 0.5)
                    : k == 2 ? AbsoluteLossTime.Steps(d, δ, start, 0.5)
                    : last * d;
                table.AddSteps(
                    $"k = {k}, {(loss == SampleLoss.Squared ? "squared" : "absolute")}", d, steps[i], predicted);
            }
        }

        return table;
    }

    // Fifty times the slowest of the predictions is beyond every path.
    private static HittingTimeCell Cell(int k, SampleLoss loss, int d, double δ)
    {
        double start = 1 / Math.Sqrt(d);
        return new(
            k, loss, d, loss == SampleLoss.Squared ? PredictedTime.Step(k, d, δ) : δ / d, start, 0.5, Either: true,
            (long)(50 * PredictedTime.Steps(k, d, δ, start, 0.5)));
    }
}
