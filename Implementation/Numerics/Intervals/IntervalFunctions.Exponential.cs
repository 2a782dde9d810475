namespace Verification.Implementation.Numerics.Intervals;

// exp x = 2ⁿ·exp(r) with |r| ≤ 0.35, and log x = n·log 2 + 2 artanh((m − 1)/(m + 1)) with m within [0.7, 1.42],
// log(1 + x) = 2 artanh(x/(2 + x)): sums of series with a bounded rest.
public static partial class IntervalFunctions
{
    // Beyond these, e^x is over the largest double or below the least one.
    private const double LargestExponent = 710, SmallestExponent = -746;

    // |r|²⁰/20! < 2·10⁻²⁸ for |r| ≤ 0.36; the rest of the series is below twice its first term.
    private const int ExponentialTerms = 20;

    // |t| ≤ 0.177: t⁴³/43 < 2·10⁻³⁴; later terms are smaller by t² < 0.032 each.
    private const int LogarithmTerms = 21;

    // The 33 leading bits of log 2, so that products with exponents of doubles are exact, and what is left of it.
    private const double LogTwoHead = 0.6931471803691238;
    private static readonly Interval LogTwoRest = Interval.OfDecimal("1.9082149292705878161442656807550e-10")
        + new Interval(-1e-40, 1e-40);

    private static readonly Interval[] InverseFactorials =
        [.. Enumerable.Range(0, ExponentialTerms + 1).Select(k => Interval.OfRational(1, Factorial(k)))];

    private static readonly Interval[] InverseOdds =
        [.. Enumerable.Range(0, LogarithmTerms + 1).Select(k => Interval.OfRational(1, 2 * k + 1))];

    /// <summary>An enclosure of log 2, two neighboring doubles.</summary>
    public static Interval LogTwo { get; } =
        Interval.OfDecimal("0.69314718055994530941723212145817656807550013436026");

    /// <summary>{e^x}, positive; a relative width below 10⁻¹⁴ at points whose power is a normal number.</summary>
    public static Interval Exp(Interval x)
    {
        if (x.IsEmpty)
            return x;
        double lower = x.Lower < SmallestExponent ? 0
            : x.Lower > LargestExponent ? double.MaxValue
            : Math.Max(0, ExpAtPoint(x.Lower).Lower);
        double upper = x.Upper > LargestExponent ? double.PositiveInfinity
            : x.Upper < SmallestExponent ? double.Epsilon
            : ExpAtPoint(x.Upper).Upper;
        return new(Math.Min(lower, double.MaxValue), upper);
    }

    /// <summary>{log x : x &gt; 0}, empty if there is no such member; within a few units in the last place of the log
    /// at positive points, except where the log vanishes: there of those of 10⁻¹⁶.</summary>
    public static Interval Log(Interval x)
    {
        if (x.IsEmpty || x.Upper <= 0)
            return Interval.Empty;
        double lower = x.Lower <= 0 ? double.NegativeInfinity : LogAtPoint(x.Lower).Lower;
        double upper = double.IsInfinity(x.Upper) ? double.PositiveInfinity : LogAtPoint(x.Upper).Upper;
        return new(lower, upper);
    }

    /// <summary>{log(1 + x) : x &gt; −1}, empty if there is no such member; relative to the value near 0, where 1 + x
    /// would be rounded.</summary>
    public static Interval Log1p(Interval x)
    {
        if (x.IsEmpty || x.Upper <= -1)
            return Interval.Empty;
        double lower = x.Lower <= -1 ? double.NegativeInfinity : Log1pAtPoint(x.Lower).Lower;
        double upper = double.IsInfinity(x.Upper) ? double.PositiveInfinity : Log1pAtPoint(x.Upper).Upper;
        return new(lower, upper);
    }

    /// <summary>{(1 − x)^T : 0 ≤ x ≤ 1}, what is left after T steps that take the share x each; empty if there is no
    /// such member.</summary>
    /// <remarks>The relative width is about 10⁻¹⁵ times T·log(1 − x), however many steps there are; repeated squaring
    /// would have 10⁻¹⁶ times T.</remarks>
    /// <param name="share">x.</param>
    /// <param name="steps">T, not negative, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">T is negative or not finite.</exception>
    public static Interval LeftAfter(Interval share, double steps)
    {
        if (!(steps >= 0 && double.IsFinite(steps)))
            throw new ArgumentOutOfRangeException(nameof(steps), steps, "A number of steps is finite, not negative.");
        Interval x = Interval.Intersect(share, new(0, 1));
        return x.IsEmpty ? x : new(AtPoint(x.Upper).Lower, AtPoint(x.Lower).Upper);

        Interval AtPoint(double point) =>
            point < 1 ? Interval.Min(Exp(steps * Log1p(-point)), 1) : Interval.Of(steps > 0 ? 0 : 1);
    }

    /// <summary>{tanh x}, odd, within [−1, 1].</summary>
    /// <remarks>The error is absolute: near 0 the width is about 2⁻⁵², not relative to the value.</remarks>
    public static Interval Tanh(Interval x) =>
        x.IsEmpty ? x : new(TanhAtPoint(x.Lower).Lower, TanhAtPoint(x.Upper).Upper);

    private static Interval ExpAtPoint(double x)
    {
        double n = Math.Round(x * 1.4426950408889634);
        Interval r = x - Interval.Of(n * LogTwoHead) - n * LogTwoRest;
        // The term of degree k of the rest is below |r|^k/k!, |r| < 1/2: together below twice the first.
        Interval sum = 2 * Unit * InverseFactorials[^1];
        for (int k = ExponentialTerms - 1; k >= 0; k--)
            sum = InverseFactorials[k] + r * sum;
        // Two powers of two, since 2¹⁰²⁴ and 2⁻¹⁰⁷⁵ are no doubles; products of intervals round outward.
        int half = (int)n / 2;
        return sum * Math.ScaleB(1, half) * Math.ScaleB(1, (int)n - half);
    }

    private static Interval TanhAtPoint(double x)
    {
        if (x < 0)
            return -TanhAtPoint(-x);
        if (x == 0)
            return default;
        // 1 − tanh x < 2e^(−2x), which is below 2⁻⁵³ from 19 on.
        return x > 19
            ? new(Math.BitDecrement(1), 1)
            : Interval.Intersect(1 - 2 / (ExpAtPoint(2 * x) + 1), new(0, 1));
    }

    private static Interval LogAtPoint(double x)
    {
        int n = Math.ILogB(x);
        double m = Math.ScaleB(x, -n);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            n++;
        }

        // m − 1 is exact.
        return n * LogTwoHead + (n * LogTwoRest + TwiceArtanh((m - 1) / (m + Interval.Of(1))));
    }

    // Up to ¼, t = x/(2 + x) is within the range of the series; beyond, rounding 1 + x is of no consequence.
    private static Interval Log1pAtPoint(double x) =>
        Math.Abs(x) <= 0.25 ? TwiceArtanh(x / (2 + Interval.Of(x))) : Log(1 + Interval.Of(x));

    private static Interval TwiceArtanh(Interval t)
    {
        Interval square = Interval.Square(t);
        Interval sum = new Interval(0, 2) * InverseOdds[^1];
        for (int k = LogarithmTerms - 1; k >= 0; k--)
            sum = InverseOdds[k] + square * sum;
        return 2 * t * sum;
    }
}
