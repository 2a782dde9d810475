namespace Verification.Implementation.Numerics.Intervals;

// Rounding modes of the processor cannot be set from C#. Instead each operation is rounded to nearest and its error is
// computed exactly, or at least its sign: by Dekker's FastTwoSum for sums, by a fused multiply-add for the rest (Muller
// et al., "Handbook of floating-point arithmetic", 2nd edition, sections 4.3 and 4.4). Only a result that errs to the
// wrong side moves, by one step, which makes it the correctly rounded one. Where the error itself could underflow,
// operands are first scaled by powers of two into [1, 2), which is exact.

/// <summary>Sum, product, quotient and root of doubles, correctly rounded downward or upward, the same on every
/// machine.</summary>
/// <remarks>
/// For end points of intervals: 0·∞ is 0, as is ∞/∞, since ∞ stands for unbounded finite numbers. Finite operands whose
/// result exceeds the range give the largest finite number on the near side and ∞ on the far side. Operands must not be
/// NaN, sums not ∞ - ∞.
/// </remarks>
internal static class DirectedRounding
{
    // An error term is a multiple of 2⁻¹⁰⁶ times the result's power of two at least; above 2⁻⁹⁶⁰ it is a double without
    // underflow.
    private const double SmallestSafe = 1.0261342003245941e-289; // 2⁻⁹⁶⁰

    internal static double AddDown(double a, double b) => Down(a + b, SumError(a, b));

    internal static double AddUp(double a, double b) => Up(a + b, SumError(a, b));

    internal static double MultiplyDown(double a, double b) => a == 0 || b == 0 ? 0 : Down(a * b, ProductError(a, b));

    internal static double MultiplyUp(double a, double b) => a == 0 || b == 0 ? 0 : Up(a * b, ProductError(a, b));

    internal static double DivideDown(double a, double b) =>
        a == 0 || double.IsInfinity(b) ? 0 : Down(a / b, QuotientError(a, b));

    internal static double DivideUp(double a, double b) =>
        a == 0 || double.IsInfinity(b) ? 0 : Up(a / b, QuotientError(a, b));

    internal static double SqrtDown(double a) => Down(Math.Sqrt(a), RootError(a));

    internal static double SqrtUp(double a) => Up(Math.Sqrt(a), RootError(a));

    // `error` has the sign of exact minus rounded. A rounded result of +∞ has the error -∞, from a finite exact value.
    private static double Down(double rounded, double error) => error < 0 ? Math.BitDecrement(rounded) : rounded;

    private static double Up(double rounded, double error) => error > 0 ? Math.BitIncrement(rounded) : rounded;

    private static double SumError(double a, double b)
    {
        double sum = a + b;
        if (double.IsInfinity(sum))
            return double.IsFinite(a) && double.IsFinite(b) ? -sum : 0;
        // Exact where the larger operand comes first, subnormals included; nothing overflows unless the sum does.
        (double large, double small) = Math.Abs(a) >= Math.Abs(b) ? (a, b) : (b, a);
        return small - (sum - large);
    }

    private static double ProductError(double a, double b)
    {
        double product = a * b;
        if (double.IsInfinity(product))
            return double.IsFinite(a) && double.IsFinite(b) ? -product : 0;
        if (Math.Abs(product) >= SmallestSafe)
            return Math.FusedMultiplyAdd(a, b, -product);
        (double f, int i) = Normalize(a);
        (double g, int j) = Normalize(b);
        double scaled = ScaleUp(product, -(i + j)); // exact: few bits, moved away from the subnormal range
        double head = f * g;
        double tail = Math.FusedMultiplyAdd(f, g, -head);
        // head - scaled is exact (both are multiples of one unit, and close or one of them zero) and decides unless it
        // is zero.
        return (head - scaled) + tail;
    }

    private static double QuotientError(double a, double b)
    {
        double quotient = a / b;
        if (double.IsInfinity(quotient))
            return double.IsFinite(a) && b != 0 ? -quotient : 0;
        (double f, int i) = Normalize(a);
        (double g, int j) = Normalize(b);
        // f/g up to the rounding that the subnormal range forced on the quotient.
        double scaled = ScaleUp(quotient, j - i);
        double remainder = Math.FusedMultiplyAdd(-scaled, g, f);
        return g > 0 ? remainder : -remainder;
    }

    private static double RootError(double a)
    {
        if (a == 0 || double.IsInfinity(a))
            return 0;
        // An even power of two commutes with the root, which is never subnormal itself.
        double scaled = a < SmallestSafe ? a * 8.452712498170644e270 : a; // 2⁹⁰⁰
        double root = Math.Sqrt(scaled);
        return Math.FusedMultiplyAdd(-root, root, scaled);
    }

    // value = fraction·2^exponent with 1 ≤ |fraction| < 2, for finite value ≠ 0.
    private static (double Fraction, int Exponent) Normalize(double value)
    {
        int exponent = Math.ILogB(value);
        return (Math.ScaleB(value, -exponent), exponent);
    }

    // Two steps, since 2^2098 (from the smallest subnormal product to 1) is no double; ScaleB itself is exact as long
    // as the result is normal.
    private static double ScaleUp(double value, int exponent) =>
        Math.ScaleB(Math.ScaleB(value, exponent / 2), exponent - exponent / 2);
}
