using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Probability;

// Letters: I = I_x(a, b), y = 1 − x, n = a + b, and δ(z) = log Γ(z) − (z − ½) log z + z − ½ log 2π, Stirling's error.
//
//     I_x(a, b) = x^a y^b / (a·B(a, b)) · 1/(1 + d₁/(1 + d₂/(1 + …)))          DLMF 8.17.22, used for x ≤ (a + 1)/(n + 2)
//     I_x(a, b) = 1 − I_y(b, a)                                                  DLMF 8.17.4, otherwise
//
// The prefactor is the delicate part: for large a and b the powers and the Beta function over- and underflow and cancel. In terms of
// δ everything large cancels by algebra (C. Loader, "Fast and accurate computation of binomial probabilities", 2000):
//
//     x^a y^b / B(a, b) = √(ab/(2πn)) · exp(a·φ(t) + b·φ(−s) + δ(n) − δ(a) − δ(b)),   φ(t) = log(1 + t) − t,
//     t = (xn − a)/a,  s = (xn − a)/b,
//
// where the linear terms a·t − b·s vanish. The difference xn − a is formed with its rounding errors.

/// <summary>The regularized incomplete Beta function, the distribution function of the Beta distribution, and its inverse.</summary>
/// <remarks>
/// Relative error of a result I below 10⁻¹³·(1 + |log I|/100) for parameters from 10⁻³ to 2000 and below ten times that up to 10⁶, tested against
/// exact binomial sums and 60-digit values: an exponent near −700 is itself only known to 10⁻¹³, and the continued fraction has
/// thousands of factors when the parameters are large. Thread-safe. It serves Clopper–Pearson bounds (the binomial tail P(X ≥ k) is I_p(k, n − k + 1)) and Student's t.
/// </remarks>
public static class IncompleteBeta
{
    // The continued fraction needs O(√max(a, b)) terms (Press et al., Numerical Recipes, 3rd ed., section 6.4); ten million would be 10¹³.
    private const int MostTerms = 10_000_000;

    /// <summary>I_x(a, b), the probability that a Beta(a, b) variable is at most <paramref name="x"/>.</summary>
    /// <param name="x">A number in [0, 1]; NaN gives NaN. The ends give exactly 0 and 1.</param>
    /// <param name="a">Positive and finite.</param>
    /// <param name="b">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Regularized(double x, double a, double b)
    {
        ThrowIfOutside(x, nameof(x));
        ThrowIfNotPositive(a, nameof(a));
        ThrowIfNotPositive(b, nameof(b));
        if (double.IsNaN(x) || x == 0 || x == 1)
            return x;
        return Lower(x, a, b, StirlingErrors(a, b));
    }

    /// <summary>1 − I_x(a, b) = I_(1−x)(b, a), without the cancellation of either form.</summary>
    /// <param name="x">A number in [0, 1]; NaN gives NaN. The ends give exactly 1 and 0.</param>
    /// <param name="a">Positive and finite.</param>
    /// <param name="b">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Complement(double x, double a, double b)
    {
        ThrowIfOutside(x, nameof(x));
        ThrowIfNotPositive(a, nameof(a));
        ThrowIfNotPositive(b, nameof(b));
        if (double.IsNaN(x) || x == 0 || x == 1)
            return 1 - x;
        return Upper(x, a, b, StirlingErrors(a, b));
    }

    /// <summary>The least double x with I_x(a, b) ≥ <paramref name="probability"/>.</summary>
    /// <remarks>
    /// Bisection over the doubles of [0, 1] themselves: at most 62 evaluations, no tolerance. As the computed function is monotone only up to its
    /// error, the result is a double at which it crosses the probability.
    /// </remarks>
    /// <param name="probability">A number in [0, 1]; 0 gives 0, 1 gives 1, NaN gives NaN.</param>
    /// <param name="a">Positive and finite.</param>
    /// <param name="b">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Inverse(double probability, double a, double b)
    {
        ThrowIfOutside(probability, nameof(probability));
        ThrowIfNotPositive(a, nameof(a));
        ThrowIfNotPositive(b, nameof(b));
        if (double.IsNaN(probability) || probability == 0 || probability == 1)
            return probability;
        double errors = StirlingErrors(a, b);
        return Bisect(x => (x == 1 ? 1 : Lower(x, a, b, errors)) >= probability);
    }

    /// <summary>The least double x with 1 − I_x(a, b) ≤ <paramref name="probability"/>; precise where that is small.</summary>
    /// <param name="probability">A number in [0, 1]; 0 gives 1, 1 gives 0, NaN gives NaN.</param>
    /// <param name="a">Positive and finite.</param>
    /// <param name="b">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double InverseComplement(double probability, double a, double b)
    {
        ThrowIfOutside(probability, nameof(probability));
        ThrowIfNotPositive(a, nameof(a));
        ThrowIfNotPositive(b, nameof(b));
        if (double.IsNaN(probability) || probability == 0 || probability == 1)
            return 1 - probability;
        double errors = StirlingErrors(a, b);
        return Bisect(x => (x == 1 ? 0 : Upper(x, a, b, errors)) <= probability);
    }

    /// <summary>The least double in (0, 1] where a condition holds that holds from some point on; nonnegative doubles are ordered like their bits.</summary>
    private static double Bisect(Func<double, bool> holds)
    {
        long below = 0;
        long from = BitConverter.DoubleToInt64Bits(1);
        while (from - below > 1)
        {
            long middle = below + (from - below) / 2;
            if (holds(BitConverter.Int64BitsToDouble(middle)))
                from = middle;
            else
                below = middle;
        }

        return BitConverter.Int64BitsToDouble(from);
    }

    private static bool UsesLowerTail(double x, double a, double b) => x <= (a + 1) / (a + b + 2);

    // I_x and 1 − I_x for 0 < x < 1.
    private static double Lower(double x, double a, double b, double errors) =>
        UsesLowerTail(x, a, b) ? LowerTail(x, a, b, errors) : 1 - UpperTail(x, a, b, errors);

    private static double Upper(double x, double a, double b, double errors) =>
        UsesLowerTail(x, a, b) ? 1 - LowerTail(x, a, b, errors) : UpperTail(x, a, b, errors);

    private static double LowerTail(double x, double a, double b, double errors) =>
        Density(x, a, b, errors) / a * ContinuedFraction(x, a, b);

    private static double UpperTail(double x, double a, double b, double errors) =>
        Density(x, a, b, errors) / b * ContinuedFraction(1 - x, b, a);

    /// <summary>δ(a + b) − δ(a) − δ(b), the part of the Beta function that does not depend on x.</summary>
    private static double StirlingErrors(double a, double b) => StirlingError(a + b) - StirlingError(a) - StirlingError(b);

    /// <summary>x^a·(1 − x)^b / B(a, b).</summary>
    private static double Density(double x, double a, double b, double errors)
    {
        // xn − a, where n = a + b and x·n each carry the part that rounding took.
        double n = a + b;
        double bInN = n - a;
        double nLost = (a - (n - bInN)) + (b - bInN);
        double product = x * n;
        double productLost = Math.FusedMultiplyAdd(x, n, -product);
        double difference = (product - a) + Math.FusedMultiplyAdd(x, nLost, productLost);

        double exponent = a * LogMinusLinear(difference / a, product / a) + b * LogMinusLinear(-difference / b, (1 - x) * n / b) + errors;
        const double TwoPi = 6.283185307179586;
        return Math.Sqrt(a / n * (b / TwoPi)) * ElementaryFunctions.Exp(exponent);
    }

    /// <summary>φ(t) = log(1 + t) − t for t ≥ −1, with small relative error; 1 + t is given too, as near t = −1 it has digits that t has lost.</summary>
    private static double LogMinusLinear(double t, double onePlusT)
    {
        if (Math.Abs(t) > 0.4)
            return ElementaryFunctions.Log(onePlusT) - t;

        // log(1 + t) = 2 artanh(s) with s = t/(2 + t), and t − 2s = s·t: φ = −s·t + 2·(s³/3 + s⁵/5 + …). For |t| ≤ 0.4 is s² ≤ 1/16,
        // so that 16 terms leave less than 2⁻⁶⁴ of the sum.
        double s = t / (2 + t);
        double s2 = s * s;
        double series = 0;
        for (int k = 33; k >= 3; k -= 2)
            series = Math.FusedMultiplyAdd(series, s2, 1.0 / k);
        return s * (2 * s2 * series - t);
    }

    /// <summary>δ(z) for z &gt; 0, with absolute error about 10⁻¹⁵.</summary>
    private static double StirlingError(double z)
    {
        // Upwards to where the series holds: δ(z) = δ(z + 1) + (z + ½)·log(1 + 1/z) − 1, by Γ(z + 1) = z·Γ(z).
        double shift = 0;
        for (; z < 16; z++)
            shift += (z + 0.5) * ElementaryFunctions.Log1p(1 / z) - 1;

        // DLMF 5.11.1, coefficients B₂ₖ/(2k(2k − 1)); at z = 16 the first term left out is below 10⁻¹⁷.
        double w = 1 / (z * z);
        double series = 1.0 / 156;
        series = -691.0 / 360360 + w * series;
        series = 1.0 / 1188 + w * series;
        series = -1.0 / 1680 + w * series;
        series = 1.0 / 1260 + w * series;
        series = -1.0 / 360 + w * series;
        series = 1.0 / 12 + w * series;
        return shift + series / z;
    }

    /// <summary>The continued fraction of DLMF 8.17.22 by Lentz's method as modified by Thompson and Barnett (1986).</summary>
    private static double ContinuedFraction(double x, double a, double b)
    {
        // A denominator of 0 is replaced by a number that the next step swamps.
        const double Tiny = 1e-300;
        const double Epsilon = 1.1102230246251565e-16;
        double c = 1;
        double d = 1 - (a + b) * x / (a + 1);
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        double fraction = d;
        for (int m = 1; m <= MostTerms; m++)
        {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 + even * d;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + even / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= d * c;

            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 + odd * d;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + odd / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            double step = d * c;
            fraction *= step;
            if (Math.Abs(step - 1) <= 2 * Epsilon)
                return fraction;
        }

        throw new ArithmeticException($"The continued fraction of I_x(a, b) did not settle within {MostTerms} terms (x = {x}, a = {a}, b = {b}).");
    }

    private static void ThrowIfOutside(double value, string name)
    {
        if (value < 0 || value > 1)
            throw new ArgumentOutOfRangeException(name, value, "The value has to lie in [0, 1].");
    }

    private static void ThrowIfNotPositive(double value, string name)
    {
        if (!(value > 0) || double.IsPositiveInfinity(value))
            throw new ArgumentOutOfRangeException(name, value, "The parameter has to be positive and finite.");
    }
}
