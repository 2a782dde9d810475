using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>
/// How small the initialization has to be for an error of 0.025, against the samples, for several sparsities.
/// </summary>
public sealed class AlphaThreshold : Figure
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/alpha-threshold";

    /// <inheritdoc/>
    public override string Title => "The scale of initialization that recovery needs, against the number of samples";

    /// <inheritdoc/>
    public override string Caption =>
        "Median over the draws of the largest α of a grid of four a decade from which on down ‖β_α − β*‖² < "
            + "0.025; no point where the median draw does not get there at 10⁻⁵. Noise of variance 0.01, ‖β*‖ = 1, "
            + "normal inputs; d = 150 at the smoke tier, 300 at the standard tier, the printed 1000 at the full tier.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Sparse Learning, second slide");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/alpha-needed"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("m", "number of samples m"), new("alpha", "largest α with an error below 0.025", Logarithmic: true))
        .By("k", "nonzero entries k")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int d, int[] samples, int[] sparsities, int draws) = tier switch
        {
            Tier.Smoke => (150, (int[])[20, 40, 80], (int[])[2, 5], 3),
            Tier.Standard => (300, [30, 45, 60, 90, 120, 150], [2, 4, 6], 5),
            _ => (1000, [50, 75, 100, 150, 200, 300, 400], [3, 5, 10], 3),
        };
        var table = new NumericTable("k", "m", "draws", "alpha");
        foreach (int k in sparsities)
        {
            foreach (int m in samples)
            {
                var cell = new AlphaNeededCell(d, m, m, k, k, Noise: 0.1, Target: 0.025);
                double[] sorted =
                [
                    .. runner
                        .Measure(new AlphaNeededExperiment(), [cell], draws)
                        .Select(observation => observation.Outcome.Many)
                        .Order(),
                ];
                if (sorted[draws / 2] > 0)
                    table.Add(k, m, draws, sorted[draws / 2]);
            }
        }

        return table;
    }
}
