using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Activations;

// With x = a/√2 and t = (x − 3.75)/(x + 3.75), (1 + 2x)e^(x²)erfc x is a series of Chebyshev polynomials in t that
// holds for all x ≥ 0 (M. Shepherd, J. Laframboise, Math. Comp. 36 (1981) 249–253, whose coefficients these are). The
// square of a is split in two, as e^(−a²/2) would otherwise carry a²/2 roundings.

/// <summary>The standard normal density ϕ and the tail Φ(−a) on eight lanes, within a few ULP.</summary>
internal static class NormalTail
{
    // Φ(−40) and ϕ(40) are below the smallest double.
    private const double Furthest = 40;

    private const double Center = 3.75;
    private const double InverseRootTwo = 0.7071067811865476;
    private const double InverseRootTwoPi = 0.3989422804014327;

    private static readonly double[] Series =
    [
        1.177578934567401754080, -4.590054580646477331e-3, -8.4249133366517915584e-2, 5.9209939998191890498e-2,
        -2.6658668435305752277e-2, 9.074997670705265094e-3, -2.413163540417608191e-3, 4.90775836525808632e-4,
        -6.9169733025012064e-5, 4.139027986073010e-6, 7.74038306619849e-7, -2.18864010492344e-7, 1.0764999465671e-8,
        4.521959811218e-9, -7.75440020883e-10, -6.3180883409e-11, 2.8687950109e-11, 1.94558685e-13, -9.65469675e-13,
        3.2525481e-14, 3.3478119e-14, -1.864563e-15, -1.250795e-15, 7.4182e-17, 5.0681e-17,
    ];

    /// <summary>ϕ(z).</summary>
    internal static Vector512<double> Density(Vector512<double> z) =>
        Vector512.Create(InverseRootTwoPi) * Exponential(Magnitude(z));

    /// <summary>Φ(−|z|).</summary>
    internal static Vector512<double> Probability(Vector512<double> z)
    {
        Vector512<double> a = Magnitude(z);
        Vector512<double> x = a * Vector512.Create(InverseRootTwo);
        Vector512<double> center = Vector512.Create(Center);
        Vector512<double> t = (x - center) / (x + center);
        Vector512<double> twice = t + t;

        // Clenshaw's recurrence.
        Vector512<double> b1 = Vector512<double>.Zero, b2 = Vector512<double>.Zero;
        for (int k = Series.Length - 1; k > 0; k--)
            (b1, b2) = (Vector512.FusedMultiplyAdd(twice, b1, Vector512.Create(Series[k]) - b2), b1);
        Vector512<double> sum = Vector512.FusedMultiplyAdd(t, b1, Vector512.Create(Series[0]) - b2);
        return Vector512.Create(0.5) * sum / (Vector512<double>.One + x + x) * Exponential(a);
    }

    // Comparisons with NaN are false, so that it stays.
    private static Vector512<double> Magnitude(Vector512<double> z)
    {
        Vector512<double> a = Vector512.Abs(z);
        Vector512<double> furthest = Vector512.Create(Furthest);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, furthest), furthest, a);
    }

    // e^(−a²/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Exponential(Vector512<double> a)
    {
        Vector512<double> square = a * a;
        Vector512<double> rest = Vector512.FusedMultiplyAdd(a, a, -square);
        Vector512<double> half = Vector512.Create(-0.5);
        return ElementaryFunctions.Exp(half * square)
            * Vector512.FusedMultiplyAdd(half, rest, Vector512<double>.One);
    }
}
