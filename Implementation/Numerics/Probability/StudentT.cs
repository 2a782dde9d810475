using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

/// <summary>Tail probabilities and quantiles of Student's t distribution.</summary>
/// <remarks>
/// P(|T| &gt; t) = I_x(ν/2, ½) at x = ν/(ν + t²) (Abramowitz and Stegun 26.7.1, 26.5.27). Far out, where x is below
/// 2⁻¹⁰⁶ and may underflow, the first term of the series in x is all of it: P = Γ(ν/2 + ½)/(Γ(ν/2 + 1)·√π)·(√ν/t)^ν,
/// whose next factor is 1 + O(x).
/// </remarks>
public static class StudentT
{
    // log 2⁵³: beyond t = 2⁵³·√ν the first term is exact to double precision.
    private const double LogFarOut = 36.7368005696771;

    // ½·log π.
    private const double HalfLogPi = 0.5723649429247001;

    /// <summary>P(|T| &gt; <paramref name="t"/>) for T with ν degrees of freedom.</summary>
    /// <remarks>Relative error that of <see cref="IncompleteBeta"/>, tested for ν up to 10¹⁵.</remarks>
    /// <param name="t">Nonnegative; +∞ gives 0, NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be an integer.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        if (t < 0)
            throw new ArgumentOutOfRangeException(nameof(t), t, "The threshold has to be nonnegative.");
        ThrowIfNotPositive(degreesOfFreedom);
        double logRatio = ElementaryFunctions.Log(t) - ElementaryFunctions.Log(degreesOfFreedom) / 2;
        if (logRatio >= LogFarOut)
            return ElementaryFunctions.Exp(FirstFactor(degreesOfFreedom) - degreesOfFreedom * logRatio);

        // Of x and 1 − x the smaller one is computed, so that neither loses digits. Where t² overflows here, ν is so
        // large that the tail is 0.
        double square = t * t;
        double total = degreesOfFreedom + square;
        return square < degreesOfFreedom
            ? IncompleteBeta.Complement(square / total, 0.5, degreesOfFreedom / 2)
            : IncompleteBeta.Regularized(degreesOfFreedom / total, degreesOfFreedom / 2, 0.5);
    }

    /// <summary>The t ≥ 0 with P(|T| &gt; t) = <paramref name="tailProbability"/>: half-width of a two-sided confidence
    /// interval in standard errors.</summary>
    /// <param name="tailProbability">Both tails together, in [0, 1]; 0 gives +∞, 1 gives 0, NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be an integer.</param>
    /// <returns>+∞ also where t is beyond the range of doubles, as it may be for ν below 1.1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSidedQuantile(double tailProbability, double degreesOfFreedom)
    {
        if (tailProbability < 0 || tailProbability > 1)
            throw new ArgumentOutOfRangeException(
                nameof(tailProbability), tailProbability, "A probability has to lie in [0, 1].");
        ThrowIfNotPositive(degreesOfFreedom);
        double logRatio = (FirstFactor(degreesOfFreedom) - ElementaryFunctions.Log(tailProbability)) / degreesOfFreedom;
        if (logRatio >= LogFarOut)
            return ElementaryFunctions.Exp(logRatio + ElementaryFunctions.Log(degreesOfFreedom) / 2);

        // From ½ on, 1 − p is exact.
        double half = degreesOfFreedom / 2;
        double z = tailProbability >= 0.5
            ? IncompleteBeta.Inverse(1 - tailProbability, 0.5, half)
            : IncompleteBeta.InverseComplement(tailProbability, 0.5, half);
        if (z <= 0.5)
            return Math.Sqrt(degreesOfFreedom * z / (1 - z));
        double x = IncompleteBeta.Inverse(tailProbability, half, 0.5);
        return Math.Sqrt(degreesOfFreedom * (1 - x) / x);
    }

    // log(Γ(ν/2 + ½)/(Γ(ν/2 + 1)·√π)), by Γ(z + 1) = z·Γ(z).
    private static double FirstFactor(double ν) =>
        GammaRatio.Log(ν / 2, 0.5) - ElementaryFunctions.Log(ν / 2) - HalfLogPi;

    private static void ThrowIfNotPositive(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0) || double.IsPositiveInfinity(degreesOfFreedom))
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom have to be positive and finite.");
    }
}
