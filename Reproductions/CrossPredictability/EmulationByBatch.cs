using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>What averaging the gradient over a batch does to the emulation.</summary>
public sealed class EmulationByBatch : Figure
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/emulation-by-batch";

    /// <inheritdoc/>
    public override string Title => "This emulation is one of single samples: averages over two end it";

    /// <inheritdoc/>
    public override string Caption =>
        "The emulation network of n = 3 coordinates and T = 6 slots, trained for T steps whose gradient is averaged "
            + "over b fresh samples, on uniformly drawn parities. Exact recovery: the share of runs whose output has "
            + "the target's sign at all 8 inputs; accuracy: the mean share of inputs, ties counted ½. At b = 1 theory "
            + "has E[2^(r − n)] = 0.947. The network is ours.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At(
        "Results", "E. Abbe, P. Kamath, E. Malach, C. Sandon, N. Srebro, arXiv:2108.04190");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/batch-size-cliff"];

    /// <inheritdoc/>
    protected override VegaLite Chart => EmulationCliff.Chart("batch", "samples b of a batch");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return EmulationCliff.Draw(
            runner,
            tier,
            "batch",
            ((int[])[1, 2, 4, 8, 16, 32]).Select(b => ((double)b, new EmulationCell(3, 6) { Batch = b })));
    }
}
