using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Probability;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Finite networks against their frozen kernels.</summary>
public sealed class WidthAgainstFrozenKernel : Figure
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/width-against-frozen-kernel";

    /// <inheritdoc/>
    public override string Title => "A network follows its frozen kernel up to a deviation that falls like 1/k";

    /// <inheritdoc/>
    public override string Caption =>
        "‖r_T − (I − ηJ₀J₀ᵀ)^T r₀‖/‖r₀‖ after T = 20 steps 1/λ₁², ten unit inputs in five dimensions with random "
            + "labels of two classes, output weights ±1/√k. The dashed line has the slope −1 through the last median.";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Theory (deterministic)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["jacobian-spectra/frozen-kernel-limit"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("width", "width k", Logarithmic: true),
            new("median", "deviation of the residual", Logarithmic: true))
        .By("activation", "activation")
        .Line("median over the draws")
        .Interval("least", "greatest", "range over the draws")
        .Reference("power", "slope −1");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        int draws = tier == Tier.Smoke ? 16 : 64;
        int[] widths = tier == Tier.Smoke ? [32, 64, 128, 256, 512] : [32, 64, 128, 256, 512, 1024, 2048];
        var table = new NumericTable("activation", "width", "least", "median", "greatest", "power");
        foreach (Activation φ in (Activation[])[Activation.Softplus, Activation.Tanh])
        {
            double[][] deviations =
            [
                .. widths.Select(k => runner
                    .Measure(new FiniteWidthExperiment(), [new FiniteWidthCell(10, 2, 5, k, 20, φ)], draws)
                    .Select(observation => observation.Outcome.Deviation)
                    .Order()
                    .ToArray()),
            ];
            double last = SampleStatistics.MedianOfSorted(deviations[^1]);
            for (int i = 0; i < widths.Length; i++)
            {
                table.Add(
                    φ.Name, widths[i], deviations[i][0], SampleStatistics.MedianOfSorted(deviations[i]),
                    deviations[i][^1], last * widths[^1] / widths[i]);
            }
        }

        return table;
    }
}
