using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.ImplicitBias;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>The population error of the flow's end against the scale of its start.</summary>
public sealed class SparseErrors : Figure
{
    private const double Noise = 0.1;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/sparse-errors";

    /// <inheritdoc/>
    public override string Title =>
        "From least ℓ2 to least ℓ1 norm: the error on a sparse problem against the scale of initialization";

    /// <inheritdoc/>
    public override string Caption =>
        "The error ‖β_α − β*‖² for y = ⟨β*, x⟩ + N(0, 0.01), ‖β*‖ = 1, normal inputs; at the printed sizes d = 1000, "
            + "m = 100, ‖β*‖₀ = 5 from the standard tier on, at a fifth of d and two fifths of m at the smoke tier. "
            + "Networks of depth 3 and 4 are drawn at the α with the same α^D. More layers come to the error of least "
            + "ℓ1 norm sooner.";

    /// <inheritdoc/>
    public override Source Source => ImplicitBiasTalk.At("Sparse Learning, first slide");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["implicit-bias/sparse-learning"];

    /// <inheritdoc/>
    protected override VegaLite Chart =>
        VegaLite
            .Of(
                new("alpha", "scale of the start, α^(D/2)", Logarithmic: true),
                new("median", "excess population error ‖β_α − β*‖²", Logarithmic: true))
        .By("depth", "depth D")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        (int d, int m, int k, int draws, int points) = tier switch
        {
            Tier.Smoke => (200, 40, 3, 4, 11),
            Tier.Standard => (1000, 100, 5, 5, 21),
            _ => (1000, 100, 5, 20, 41),
        };
        var table = new NumericTable("depth", "alpha", "draws", "least", "median", "greatest");
        foreach (int depth in (int[])[2, 3, 4])
        {
            var cell = new SparsePathCell(d, m, k, Noise, depth, LogFirst: 1, LogLast: -4, points);
            Observation<SparsePathCell, SparsePathOutcome>[] observations =
            [
                .. runner.Measure(new SparsePathExperiment(), [cell], draws),
            ];
            for (int i = 0; i < points; i++)
            {
                double[] sorted = [.. observations.Select(observation => observation.Outcome.Errors[i]).Order()];
                table.Add(
                    depth, observations[0].Outcome.Scales[i], draws, sorted[0],
                    (sorted[(draws - 1) / 2] + sorted[draws / 2]) / 2, sorted[^1]);
            }
        }

        return table;
    }
}
