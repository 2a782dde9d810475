using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Steps until the overlap ½ against the dimension, for the first information exponents.</summary>
public sealed class HittingTimes : Figure
{
    private static readonly (int Degree, double Delta, int[] Dimensions)[] Cases =
    [
        (1, 0.5, [16, 32, 64, 128, 256, 512, 1024, 2048, 4096]),
        (2, 0.1, [16, 32, 64, 128, 256, 512, 1024, 2048, 4096]),
        (3, 0.02, [12, 16, 24, 32, 48, 64, 96]),
        (4, 0.002, [8, 10, 12, 14, 16]),
    ];

    /// <inheritdoc/>
    public override string Id => "online-sgd/hitting-times";

    /// <inheritdoc/>
    public override string Title => "The steps of online SGD grow like d, d log d and d^(k−1)";

    /// <inheritdoc/>
    public override string Caption =>
        "Steps until the overlap is ½, from m = 1/√d. Bars from the first to the last decile of the paths. Predictions "
            + "by the mean dynamics: δ = 0.5 and 0.1 over d for k = 1 and 2, the gradient flow for k = 3 (δ = 0.02) "
            + "and 4 (δ = 0.002), whose limits are d² and d³. Small dimensions bend the curves.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At("Theorem");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "online-sgd/linear-time-of-degree-one",
        "online-sgd/log-linear-time-of-degree-two",
        "online-sgd/polynomial-time-of-higher-degree",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        StepsAgainstDimension.Chart("k", "information exponent k", "steps T until m = ½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = StepsAgainstDimension.Table("k");
        foreach ((int k, double δ, int[] dimensions) in Cases)
        {
            foreach (int d in dimensions)
            {
                double start = 1 / Math.Sqrt(d);
                double predicted = PredictedTime.Steps(k, d, δ, start, 0.5);
                var cell = new HittingTimeCell(
                    k, SampleLoss.Squared, d, PredictedTime.Step(k, d, δ), start, 0.5, Either: true,
                    (long)(50 * predicted));
                double[] steps = StepsAgainstDimension.Sorted(runner
                    .Measure(new HittingTimeExperiment(), [cell], StepsAgainstDimension.Paths(tier))
                    .Select(path => path.Outcome));
                table.AddSteps(k.ToString(CultureInfo.InvariantCulture), d, steps, predicted);
            }
        }

        return table;
    }
}
