using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.OnlineSgd;

namespace Verification.Reproductions.OnlineSgd;

/// <summary>Sequences of the discrete Bihari–LaSalle lemma that fall below its printed bound.</summary>
public sealed class LemmaBound : Figure
{
    private const double First = 0.875, Rate = 0.01;

    private static readonly int[] Degrees = [3, 4, 6, 12];

    /// <inheritdoc/>
    public override string Id => "online-sgd/lemma-bound";

    /// <inheritdoc/>
    public override string Title => "A sequence falls below the lower bound of the lemma as printed";

    /// <inheritdoc/>
    public override string Caption =>
        "Lower bounds over the sequence u_t = a₀ + a₁Σu_s^(k−1), with equality in the lemma's premise, a₀ = 7/8, "
            + "a₁ = 1/100, up to where the bounds are 1. A lower bound stays at or below 1 on this axis. The constant "
            + "(k − 2)a₁/(1 + a₁) of the print crosses it for k ≥ 4; 1 − (1 + a₁)^(−(k−2)) does not, and for k = 3 "
            + "both are one.";

    /// <inheritdoc/>
    public override Source Source =>
        OnlineSgdLecture.At("Proof of the theorem, ② Controlling the drift term, lemma");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims => ["online-sgd/discrete-bihari-lasalle"];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("t", "step t", Whole: true), new("corrected", "lower bound / u_t"))
        .By("k", "degree k")
        .Curve("corrected", "corrected bound")
        .Reference("printed", "printed bound")
        .HorizontalRule(1, "the sequence itself");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("k", "t", "u", "printed", "corrected");
        foreach (int k in Degrees)
        {
            int n = k - 2;
            double start = Powers.Integer(1 / First, n), u = First, sum = 0;
            double printed = n * Rate / (1 + Rate), corrected = 1 - Powers.Integer(1 / (1 + Rate), n);
            for (int t = 0; start - printed * t > 1; t++)
            {
                table.Add(
                    k.ToString(CultureInfo.InvariantCulture), t, u, Bound(start - printed * t, n) / u,
                    Bound(start - corrected * t, n) / u);
                sum += Powers.Integer(u, k - 1);
                u = First + Rate * sum;
            }
        }

        return table;
    }

    private static double Bound(double bracket, int n) =>
        ElementaryFunctions.Exp(-ElementaryFunctions.Log(bracket) / n);
}
