using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Training risk of the ELU network against n/(mD), after several numbers of epochs.</summary>
public sealed class EluEpochs : Figure
{
    private static readonly int[] Epochs = [5, 20, 50, 200];

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-epochs";

    /// <inheritdoc/>
    public override string Title => "Random labels, two-layer ELU network: training risk by the number of epochs";

    /// <inheritdoc/>
    public override string Caption =>
        "Mean of R_n over realizations of data and start (20, at the smoke tier 2), bars of one standard deviation "
            + "between them. m = D = 20 and lr = 0.1 as on the slide; a = 1, batches of 10 whose gradients are summed "
            + "as printed, and signs in balance are ours: the text has neither these nor the curves. R_n(0) = ½.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Varying number of epochs; α = n/mD");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "random-systems/elu-training",
        "random-systems/elu-network",
        "random-systems/risk-falls-with-parameters",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("ratio", "equations per parameter α = n/(mD)"),
            new("mean", "training risk R_n", FromZero: true))
        .By("epochs", "epochs")
        .Line("mean of the realizations")
        .Interval("low", "high", "± one standard deviation")
        .HorizontalRule(0.5, "R_n(0) = ½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("epochs", "ratio", "realizations", "mean", "low", "high");
        EluTrainingOutcome[][] runs =
        [
            .. EluRuns.Ratios.Select(ratio => EluRuns.Of(
                runner, EluRuns.Cell(ratio, 1, 0.1, isMean: false).ForEpochs(Epochs[^1]), tier)),
        ];
        foreach (int epochs in Epochs)
        {
            int look = EluTrainingExperiment.Looks.ToList().IndexOf(epochs);
            for (int i = 0; i < runs.Length; i++)
            {
                (double mean, double low, double high) = EluRuns.Band([.. runs[i].Select(run => run.Curve[look])]);
                table.Add(epochs, EluRuns.Ratios[i], runs[i].Length, mean, low, high);
            }
        }

        return table;
    }
}
