using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.CrossPredictability;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>What noise on all weights does to the emulation.</summary>
public sealed class EmulationByNoise : Figure
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/emulation-by-noise";

    /// <inheritdoc/>
    public override string Title => "Noise far below the rate leaves the emulation alone, noise of its order ends it";

    /// <inheritdoc/>
    public override string Caption =>
        "The emulation network of n = 3 coordinates and T = 6 slots, γ = 1/16, trained with single samples on "
            + "uniformly drawn parities; after each step every weight receives independent normal noise of deviation "
            + "σ. Exact recovery: the share of runs whose output has the target's sign at all 8 inputs; accuracy: the "
            + "mean share of inputs. Without noise theory has E[2^(r − n)] = 0.947. B = 4.";

    /// <inheritdoc/>
    public override Source Source => CrossPredictabilityTalk.At("Results", "the network is ours");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["cross-predictability/noise-cliff"];

    /// <inheritdoc/>
    protected override VegaLite Chart => EmulationCliff.Chart("noise", "noise on each weight and step, σ/γ");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        double[] levels = [0.0078125, 0.015625, 0.03125, 0.0625, 0.125, 0.25, 0.5];
        return EmulationCliff.Draw(
            runner,
            tier,
            "noise",
            levels.Select(noise => (noise, new EmulationCell(3, 6) { Noise = noise })));
    }
}
