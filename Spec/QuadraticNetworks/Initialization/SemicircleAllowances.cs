using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

/// <summary>How far the spectrum of a Wishart matrix may stray from its limit, and the limits from each
/// other.</summary>
internal static class SemicircleAllowances
{
    /// <summary>Coefficient of d/m in the distance between the two limits.</summary>
    public const double SecondOrder = 0.1;

    /// <summary>sup|F_MP − F_sc| = √(d/m)/(3π) + O(d/m): deterministic, and the same for all variants.</summary>
    public static Lazy<Limit> BetweenTheLimits { get; } = new(() =>
    {
        double[] scales = [.. Enumerable.Range(1, 12).Select(k => Math.ScaleB(1, 2 * k))];
        return new Limit
        {
            Statement = "the law of Marchenko and Pastur differs from the semicircle by √(d/m)/(3π), over √(d/m)",
            Scales = scales,
            Distances = [.. scales.Select(Excess)],

            // Between points of the grid the difference, near (r/3π)·|sin 3φ|, rises by at most (9/3π)·r·(π/480)²/2 =
            // 2·10⁻⁵·r above them.
            Tolerance = 1e-4,
            Rate = 0.5,
            Constant = SecondOrder,
            Resolution = 1e-4,
        };

        double Excess(double ratio) =>
            Math.Abs(
                Math.Sqrt(ratio) * new MarchenkoPasturLaw(1 / ratio).DistanceToSemicircle(240) - 1 / (3 * Math.PI));
    });

    /// <summary>Distance of the distribution functions in dimension <paramref name="d"/> beyond that of the
    /// limits.</summary>
    /// <remarks>
    /// The number of eigenvalues below a point has variance log(d)/π² + O(1) (Gustavsson; O'Rourke), and correlations
    /// that fall like a logarithm, so that its largest deviation is √2·log(d)/π to first order. Two more for what stays
    /// bounded: the jump of one, the mean (which β = 1 and the fourth moment of the weights move by less than ½) and
    /// the fluctuation of the maximum.
    /// </remarks>
    public static double Rigidity(int d) => (2 + Math.Sqrt(2) / Math.PI * ElementaryFunctions.Log(d)) / d;

    /// <summary>Distance of an extreme eigenvalue from its edge: 6·factor^(4/3)·d^(−2/3).</summary>
    /// <remarks>
    /// Over √(md) the extreme eigenvalues fluctuate on the scales (1 ± r)^(4/3)·d^(−2/3), by the law F₁ of Tracy and
    /// Widom with the tails 1 − F₁(s) ~ e^(−2s^1.5/3)/(4√π·s^0.75), which is 2.0·10⁻⁶ at 6, and F₁(−s) ~ τ·e^(−s³/24 −
    /// s^1.5/(3√2))·s^(−1/16), τ = 0.785, which is 2.7·10⁻⁶ there.
    /// </remarks>
    /// <param name="factor">1 + r at the upper edge, 1 − r at the lower one, r = √(d/m).</param>
    /// <param name="d">Dimension of the data.</param>
    public static double Edge(double factor, int d) =>
        6
        * ElementaryFunctions.Exp((4 * ElementaryFunctions.Log(factor) - 2 * ElementaryFunctions.Log(d)) / 3);
}
