using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.Numerics.Activations;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.JacobianSpectra;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Normalized singular values of the Jacobian on mixtures.</summary>
public sealed class SpectraOfMixtures : Figure
{
    private const int Classes = 3, Components = 2;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/mixtures";

    /// <inheritdoc/>
    public override string Title => "A mixture has K²C large singular values, which grow with the root of n";

    /// <inheritdoc/>
    public override string Caption =>
        "Singular values of the Jacobian times √(KC/n) at a random start: K = 3 classes of C = 2 components, d = 20, "
            + "k = 60, softplus. The first 18 lie together for both numbers of samples. Those below, of the order "
            + "of σ, come to do so too: what tells the two apart is the gap.";

    /// <inheritdoc/>
    public override Source Source => JacobianSpectraTalk.At("Concrete example: Gaussian Mixture Model (GMM)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
        ["jacobian-spectra/mixture-gap", "jacobian-spectra/mixture-spectrum"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(
            new("index", "index s", Whole: true),
            new("value", "singular value λ_s √(KC/n)", Logarithmic: true))
        .By("mixture", "mixture")
        .Line("singular values")
        .VerticalRule((Classes * Classes * Components) + 0.5, "K²C");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var table = new NumericTable("mixture", "index", "value");
        foreach (double σ in (double[])[0.1, 0.3])
        {
            foreach (int perComponent in (int[])[10, 20])
            {
                int n = perComponent * Classes * Components;
                double[] values = runner.Measure(
                    new MixtureSingularValuesExperiment(),
                    [new(Classes, Components, 20, 60, perComponent, σ, Activation.Softplus)],
                    1)[0].Outcome.Values;
                for (int s = 0; s < 40; s++)
                    table.Add(FormattableString.Invariant($"n = {n}, σ = {σ}"), (double)(s + 1), values[s]);
            }
        }

        return table;
    }
}
