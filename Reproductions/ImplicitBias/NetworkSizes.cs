using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Motivation;
using Verification.Implementation.Numerics.Probability;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>Training and test error against the number of hidden units.</summary>
public sealed class NetworkSizes : Figure
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/network-sizes";

    /// <inheritdoc/>
    public override string Title =>
        "The test error stays as hidden units are added beyond those that fit the training data";

    /// <inheritdoc/>
    public override string Caption =>
        "Median and range over the draws of the share of wrong signs (a score of 0 is wrong), two-layer networks of "
            + "rectified units trained by descent with momentum on the logistic loss, without regularization. The "
            + "talk's curves, of MNIST and CIFAR-10, are missing from the document and are not redrawn here: these are "
            + "200 normal examples in 10 dimensions with the labels of a network of 4 units. They show that the test "
            + "error does not rise after the training error has vanished, not that it goes on falling, and prove "
            + "nothing about other data.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At(
        "[Neyshabur Tomioka S ICLR'15]", "B. Neyshabur, R. Tomioka, N. Srebro, arXiv:1412.6614");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/size-of-weights"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("units", "hidden units H", Logarithmic: true),
            new("median", "share of wrong signs", FromZero: true))
        .By("examples", "examples")
        .Line("median")
        .Interval("least", "greatest", "least and greatest");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int widths, int draws, int steps, int unseen) = tier switch
        {
            Tier.Smoke => (6, 3, 500, 1000),
            Tier.Standard => (9, 5, 1500, 2000),
            _ => (11, 11, 3000, 4000),
        };
        var cell = new NetworkSizeCell(
            Dimension: 10, TeacherUnits: 4, Samples: 200, unseen, widths, steps);
        NetworkSizeOutcome[] outcomes =
        [
            .. runner
                .Measure(new NetworkSizeExperiment(), [cell], draws)
                .Select(observation => observation.Outcome)
                .Where(outcome => outcome.IsFinite),
        ];
        var table = new NumericTable("examples", "units", "draws", "least", "median", "greatest");
        foreach ((string name, Func<NetworkSizeOutcome, double[]> errors) in
            ((string, Func<NetworkSizeOutcome, double[]>)[])[("training", o => o.Training), ("test", o => o.Test)])
        {
            for (int k = 0; k < widths && outcomes.Length > 0; k++)
            {
                double[] sorted = [.. outcomes.Select(outcome => errors(outcome)[k]).Order()];
                table.Add(
                    name, 1 << k, outcomes.Length, sorted[0], SampleStatistics.MedianOfSorted(sorted), sorted[^1]);
            }
        }

        return table;
    }
}
