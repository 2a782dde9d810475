using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

// M is n × m with independent standard normal entries, n ≤ m; κ(MMᵀ) = κ₂(M)².
//
// n = 2: the eigenvalues l1 ≥ l2 of MMᵀ have a density ∝ (l1l2)^((m−3)/2) e^(−(l1+l2)/2) (l1 − l2). In s = l1 + l2 and
// T = 2√(l1l2)/s it is ∝ s^(m−1)e^(−s/2)·T^(m−2), so that T, independent of s, has P(T ≤ t) = t^(m−1) on [0, 1]; and T
// = 2x/(1 + x²) = 1/cosh log x for x = κ₂(M). Hence
//     P(κ₂ > x) = (2x/(1 + x²))^(m−1),   E log κ(MMᵀ) = 2∫_0^∞ sech^(m−1) = √π Γ((m−1)/2)/Γ(m/2).

/// <summary>What is known about the condition number of a Gaussian matrix.</summary>
public static class GaussianConditionNumber
{
    /// <summary>
    /// lim E log κ₂(M)/n for square M, 1.5370894…: the mean of log X under P(X ≤ x) = exp(−2/x − 2/x²), the limit law
    /// of κ₂/n (A. Edelman, SIAM J. Matrix Anal. Appl. 9 (1988), Theorem 6.1); the number is redone in the tests.
    /// </summary>
    public const double SquareConstant = 1.5370894346;

    /// <summary>The additive constant of Z. Chen and J. Dongarra, arXiv:0810.0800, Theorem 1.1, for E log
    /// κ₂(M).</summary>
    public const double ChenDongarraConstant = 2.258;

    /// <summary>E log κ(MMᵀ) for n = 2 and k = m − 1: √π Γ(k/2)/Γ((k+1)/2), by its recursion from π at k = 1 and 2 at k
    /// = 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is less than 1.</exception>
    public static double MeanLogOfTwoRows(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        double mean = k % 2 == 1 ? Math.PI : 2;
        for (int i = k % 2 == 1 ? 1 : 2; i < k; i += 2)
            mean *= i / (i + 1.0);
        return mean;
    }

    /// <summary>log(m/(|m − n| + 1)), the printed expression.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is less than 1.</exception>
    public static double Printed(int n, int m)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        return ElementaryFunctions.Log(m / (Math.Abs(m - n) + 1.0));
    }

    /// <summary>lim E log κ₂(M) for m/n → γ > 1: log((√γ + 1)/(√γ − 1)), as the extreme singular values of M tend to √m
    /// ± √n (Bai and Yin).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="γ"/> is not greater than 1.</exception>
    public static double ProportionalLimit(double γ)
    {
        if (!(γ > 1 && double.IsFinite(γ)))
            throw new ArgumentOutOfRangeException(
                nameof(γ), γ, "The aspect ratio has to be greater than 1 and finite.");
        return ElementaryFunctions.Log((Math.Sqrt(γ) + 1) / (Math.Sqrt(γ) - 1));
    }

    /// <summary>
    /// The shift of E log κ(MMᵀ) from its proportional limit to first order: the eigenvalues of MMᵀ at both edges (√m ±
    /// √n)² lie inwards by 1.2065 of their Tracy–Widom scales
    /// |√m ± √n|·|1/√n ± 1/√m|^(1/3) in the mean (I. Johnstone, Ann. Statist. 29 (2001)).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 ≤ n &lt; m.</exception>
    public static double EdgeShift(int n, int m)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(m, n);
        double a = Math.Sqrt(m), b = Math.Sqrt(n);
        return 1.2065 * (CubeRoot(1 / b + 1 / a) / (a + b) + CubeRoot(1 / b - 1 / a) / (a - b));

        static double CubeRoot(double x) => ElementaryFunctions.Exp(ElementaryFunctions.Log(x) / 3);
    }
}
