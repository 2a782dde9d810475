using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.Numerics.Probability;

/// <summary>The standard normal distribution function, enclosed.</summary>
public static class NormalLaw
{
    /// <summary>Beyond it the probability of |Z| is above 1 − 10⁻¹⁴.</summary>
    private const double Far = 8;

    /// <summary>P(|Z| ≤ x) = 2Φ(x) − 1 for x ≥ 0, which also is the total variation distance of N(0, 1) and
    /// N(2x, 1).</summary>
    /// <remarks>√(2/π)e^(−x²/2)Σ x^(2k+1)/(1·3⋯(2k + 1)), of positive terms; where x² ≤ k + 1.5 the rest is below the
    /// term itself, as each term is at most half the one before. Beyond 8 between the value there and 1.</remarks>
    /// <param name="x">Not negative; both ends are evaluated, as the function rises.</param>
    /// <exception cref="ArgumentOutOfRangeException">x reaches below 0, or is empty.</exception>
    public static Interval Central(Interval x)
    {
        if (!(x.Lower >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument has to be 0 or more.");
        return new(At(x.Lower).Lower, At(x.Upper).Upper);
    }

    /// <summary>Φ(x).</summary>
    /// <exception cref="ArgumentException">x is empty.</exception>
    public static Interval Distribution(Interval x)
    {
        if (x.IsEmpty)
            throw new ArgumentException("The argument is empty.", nameof(x));
        return new(OfPoint(x.Lower).Lower, OfPoint(x.Upper).Upper);
    }

    private static Interval OfPoint(double x) => x >= 0
        ? (1 + At(x)) / 2
        : (1 - At(-x)) / 2;

    private static Interval At(double x)
    {
        if (x > Far)
            return new(At(Far).Lower, 1);
        Interval square = Interval.Square(x);
        Interval term = x;
        Interval sum = term;
        for (int k = 1; ; k++)
        {
            term = term * square / (2 * k + 1);
            sum += term;
            if (square.Upper <= k + 1.5 && term.Upper <= 1e-18 * sum.Lower)
                break;
        }

        sum += new Interval(0, Math.Max(term.Upper, 0));
        Interval density = Interval.Sqrt(2 / IntervalFunctions.Pi) * IntervalFunctions.Exp(-square / 2);
        return Interval.Min(density * sum, 1);
    }
}
