namespace Verification.Implementation.Numerics.Probability;

/// <summary>Tail probabilities and quantiles of Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>P(|T| &gt; <paramref name="t"/>) for T with ν degrees of freedom: I_x(ν/2, ½) at x = ν/(ν + t²).</summary>
    /// <remarks>Abramowitz and Stegun 26.7.1, 26.5.27. Relative error that of <see cref="IncompleteBeta"/>.</remarks>
    /// <param name="t">Nonnegative; +∞ gives 0, NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be an integer.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSidedTail(double t, double degreesOfFreedom)
    {
        if (t < 0)
            throw new ArgumentOutOfRangeException(nameof(t), t, "The threshold has to be nonnegative.");
        ThrowIfNotPositive(degreesOfFreedom);
        double square = t * t;
        if (double.IsPositiveInfinity(square))
            return double.IsPositiveInfinity(t) ? 0 : IncompleteBeta.Regularized(degreesOfFreedom / t / t, degreesOfFreedom / 2, 0.5);

        // Of x and 1 − x the smaller one is computed, so that neither loses digits.
        double total = degreesOfFreedom + square;
        return square < degreesOfFreedom
            ? IncompleteBeta.Complement(square / total, 0.5, degreesOfFreedom / 2)
            : IncompleteBeta.Regularized(degreesOfFreedom / total, degreesOfFreedom / 2, 0.5);
    }

    /// <summary>The t ≥ 0 with P(|T| &gt; t) = <paramref name="tailProbability"/>: half-width of a two-sided confidence interval in standard errors.</summary>
    /// <param name="tailProbability">Both tails together, in [0, 1]; 0 gives +∞, 1 gives 0, NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be an integer.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double TwoSidedQuantile(double tailProbability, double degreesOfFreedom)
    {
        if (tailProbability < 0 || tailProbability > 1)
            throw new ArgumentOutOfRangeException(nameof(tailProbability), tailProbability, "A probability has to lie in [0, 1].");
        ThrowIfNotPositive(degreesOfFreedom);

        double half = degreesOfFreedom / 2;
        double z = IncompleteBeta.InverseComplement(tailProbability, 0.5, half);
        if (z <= 0.5)
            return Math.Sqrt(degreesOfFreedom * z / (1 - z));
        double x = IncompleteBeta.Inverse(tailProbability, half, 0.5);
        return Math.Sqrt(degreesOfFreedom * (1 - x) / x);
    }

    private static void ThrowIfNotPositive(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0) || double.IsPositiveInfinity(degreesOfFreedom))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom have to be positive and finite.");
    }
}
