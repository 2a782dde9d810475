using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>The width that certifies PL* on a ball of radius R, beside the width in the talk's theorem.</summary>
public sealed class WidthRequirement : Figure
{
    private const int Samples = 4;
    private const int KernelWidth = 4096;

    private static readonly double[] Radii = [1, 1.5, 2, 3, 4, 6, 8, 12, 16];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/width-requirement";

    /// <inheritdoc/>
    public override string Title => "Widths that guarantee PL* on a ball of radius R";

    /// <inheritdoc/>
    public override string Caption =>
        "Shallow tanh network, first layer trained, n = 4 unit inputs with correlation 0.2, μ = λ_0/4. Certified: by "
            + "singular values (β_σ‖X‖max‖x_i‖R/(√λ_0 − √μ))², by Theorem 2 (2L_F√nRβ_σ/(λ_0 − μ))². "
        + "Theorem 3: nR^(6L+2)/(λ_0 − μ)², with the unnamed constant and logarithms of Ω̃ set to 1.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At("Limitations, first item (22/23); Theorems 2 and 3 (13/23, 16/23)");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["polyak-lojasiewicz/width-certificates"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("R", "radius R of the ball", Logarithmic: true), new("width", "width m", Logarithmic: true))
        .By("guarantee", "guarantee")
        .Line();

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var stream = new RandomStream(StreamKey.Of(runner.Seed, Id), 0);
        Matrix X = TrainingInputs.Equicorrelated(Samples, Samples, 0.2);
        var network = new ShallowNetwork(Activation.Tanh, X, Initialization.RandomSigns(stream, KernelWidth));
        double λ0 = SymmetricEigen
            .Of(network.At(Initialization.Gaussian(stream, KernelWidth, Samples)).TangentKernel())
            .Values[0];
        double μ = λ0 / 4;
        double β = Activation.Tanh.LargestCurvature;
        double norm = Math.Sqrt(network.SquaredInputNorm());
        double gap = (λ0 - μ) * (λ0 - μ);
        var table = new NumericTable("guarantee", "R", "width");
        foreach (double R in Radii)
        {
            double root = β * norm * R / (Math.Sqrt(λ0) - Math.Sqrt(μ));
            double chain = 2 * norm * Math.Sqrt(Samples) * R * β;
            table.Add("singular values", R, root * root);
            table.Add("Theorem 2", R, chain * chain / gap);
            table.Add("Theorem 3, L = 1", R, Samples * Powers.Integer(R, 8) / gap);
            table.Add("Theorem 3, L = 2", R, Samples * Powers.Integer(R, 14) / gap);
        }

        return table;
    }
}
