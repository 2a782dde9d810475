using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Steps with and without smoothing of the student against the dimension.</summary>
public sealed class Smoothing : Figure
{
    private const int Degree = 3;

    private const double Plain = 0.02, Smoothed = 0.25;

    /// <inheritdoc/>
    public override string Id => "online-sgd/smoothing";

    /// <inheritdoc/>
    public override string Title => "Averaging the student over a neighborhood takes the steps from d² to d^(3/2)";

    /// <inheritdoc/>
    public override string Caption =>
        "Median steps until m = ½ from m = 1/√d for k = 3, bars from the first to the last decile. With smoothing: "
            + "correlation loss, student averaged at distance λ = d^(1/4), η = δ/√d with δ = 0.25. Without: squared "
            + "loss, η = δ·d^(−3/2) with δ = 0.02. Dashed: the mean dynamics.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At(
        "How tight are these guarantees?", "A. Damian, E. Nichani, R. Ge, J. D. Lee, arXiv:2305.10633");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/smoothed-landscape"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        StepsAgainstDimension.Chart("student", "student", "steps T until m = ½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = StepsAgainstDimension.Table("student");
        int paths = StepsAgainstDimension.Paths(tier);
        foreach (int d in (int[])[12, 16, 24, 32, 48, 64])
        {
            double start = 1 / Math.Sqrt(d), predicted = PredictedTime.Steps(Degree, d, Plain, start, 0.5);
            var cell = new HittingTimeCell(
                Degree, SampleLoss.Squared, d, PredictedTime.Step(Degree, d, Plain), start, 0.5, Either: false,
                (long)(50 * predicted));
            table.AddSteps("as it is", d, StepsAgainstDimension.Sorted(runner
                .Measure(new HittingTimeExperiment(), [cell], paths).Select(path => path.Outcome)), predicted);
        }

        foreach (int d in (int[])[16, 32, 64, 128, 256, 512, 1024])
        {
            double start = 1 / Math.Sqrt(d), step = SmoothedTime.Step(d, Smoothed);
            double predicted = SmoothedTime.Steps(
                new(Degree, d, SmoothedTime.Radius(d)), step, start, 0.5);
            var cell = new SmoothedHittingTimeCell(
                Degree, d, SmoothedTime.Radius(d), step, start, 0.5, (long)(50 * predicted));
            table.AddSteps("smoothed", d, StepsAgainstDimension.Sorted(runner
                .Measure(new SmoothedHittingTimeExperiment(), [cell], paths).Select(path => path.Outcome)), predicted);
        }

        return table;
    }
}
