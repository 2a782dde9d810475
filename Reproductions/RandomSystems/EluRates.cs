using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.RandomSystems;

namespace Verification.Reproductions.RandomSystems;

/// <summary>Training risk of the ELU network against n/(mD), after 2000 steps with several learning rates.</summary>
public sealed class EluRates : Figure
{
    private const int Iterations = 2000;

    private static readonly double[] Rates = [0.01, 0.03, 0.1, 0.3, 1];

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-rates";

    /// <inheritdoc/>
    public override string Title => "Random labels, two-layer ELU network: training risk by the learning rate";

    /// <inheritdoc/>
    public override string Caption =>
        "Mean of R_n over realizations (20, at the smoke tier 2) after 2000 steps, bars of one standard deviation "
            + "between them. m = D = 20 and 2000 as on the slide; the rates, a = 1 and summed batches of 10 are ours. "
            + "With lr = 1 steps outgrow the ball, where the projection keeps them.";

    /// <inheritdoc/>
    public override Source Source => RandomSystemsTalk.At("Varying learning rate; α = n/mD");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["random-systems/elu-training", "random-systems/elu-network"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("ratio", "equations per parameter α = n/(mD)"),
            new("mean", "training risk R_n", Logarithmic: true))
        .By("rate", "learning rate lr")
        .Line("mean of the realizations")
        .Interval("low", "high", "± one standard deviation")
        .HorizontalRule(0.5, "R_n(0) = ½");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("rate", "ratio", "realizations", "mean", "low", "high");
        foreach (double rate in Rates)
        {
            foreach (double ratio in EluRuns.Ratios)
            {
                EluTrainingOutcome[] runs = EluRuns.Of(
                    runner, EluRuns.Cell(ratio, 1, rate, isMean: false) with { Iterations = Iterations }, tier);
                (double mean, double low, double high) = EluRuns.Band([.. runs.Select(run => run.Risk)]);
                // A logarithmic axis has no place for what is not positive: a twentieth of the mean.
                table.Add(
                    rate.ToString(CultureInfo.InvariantCulture), ratio, runs.Length, mean,
                    Math.Max(low, mean / 20), high);
            }
        }

        return table;
    }
}
