using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Population loss and gradient along the signal for odd and even degrees.</summary>
public sealed class Landscapes : Figure
{
    private const int Points = 80;

    /// <inheritdoc/>
    public override string Id => "online-sgd/landscapes";

    /// <inheritdoc/>
    public override string Title => "The population landscape has one minimum for odd degrees and two for even ones";

    /// <inheritdoc/>
    public override string Caption =>
        "Loss L = 1 − m^k of f = H_k/√k! and gradient along the signal, ⟨w*, ∇L⟩ = −k·m^(k−1)(1 − m²), against the "
            + "overlap m. The gradient is 0 at both poles and, for k ≥ 2, on the equator m = 0: flat for k ≥ 3, a "
            + "maximum for even k.";

    /// <inheritdoc/>
    public override Source Source => OnlineSgdLecture.At("Population landscape");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/landscape-of-degree"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("m", "overlap m = ⟨w, w*⟩"), new("value", "loss L or gradient ⟨w*, ∇L⟩"))
        .Panels("panel", "quantity and degree", columns: 2, height: 210)
        .By("k", "degree k")
        .Curve("value", "population")
        .HorizontalRule(0, "zero");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("panel", "k", "m", "value");
        foreach (int k in (int[])[1, 2, 3, 4, 5, 6])
        {
            foreach (bool isGradient in (bool[])[false, true])
            {
                for (int i = -Points; i <= Points; i++)
                {
                    double m = (double)i / Points, power = 1;
                    for (int j = 0; j < k; j++)
                        power *= m;
                    table.Add(
                        $"{(isGradient ? "gradient" : "loss")}, {(k % 2 == 0 ? "even" : "odd")} k",
                        k.ToString(CultureInfo.InvariantCulture), m,
                        isGradient ? -ForceVariance.Drift(k, m) : 1 - power);
                }
            }
        }

        return table;
    }
}
