using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.ImplicitBias;

/// <summary>
/// h(z) = (1 − z)^(−p) − (1 + z)^(−p), |z| &lt; 1, p = D/(D − 2): the link of diagonal networks of depth D ≥ 3.
/// </summary>
/// <remarks>
/// Along gradient flow of w₊^D − w₋^D from α𝟏, w₊^(2−D) = α^(2−D)(1 − z) and w₋^(2−D) = α^(2−D)(1 + z) with one z in
/// the row space (docs/implicit-bias.md).
/// For D = 4 it is 4z/(1 − z²)², the link of r(b) = min (u − 1)² + (v − 1)² subject to u² − v² = b, whose slope is
/// r′(b) = z.
/// </remarks>
public sealed class PowerLink : Link
{
    private readonly double _p;

    /// <summary>The link of a depth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 3 or above 64.</exception>
    public PowerLink(int depth)
    {
        if (depth is < 3 or > 64)
            throw new ArgumentOutOfRangeException(nameof(depth), depth, "The depth has to lie between 3 and 64.");
        Depth = depth;
        _p = depth / (depth - 2.0);
    }

    /// <summary>D.</summary>
    public int Depth { get; }

    /// <inheritdoc/>
    public override double Bound => 1;

    // For x = |δ|/(1 − |z|) ≤ ½: (1 − x)^(−p−1) ≤ e^(2(p+1)x), and a·|δ| = (p + 1)x.
    /// <inheritdoc/>
    public override double Reach => (_p + 1) / 2;

    /// <inheritdoc/>
    public override double Growth => 2;

    // h′(z + δ) ≥ h′(z)·(1 + x)^(−p−1) ≥ h′(z)·e^(−(p+1)x).
    /// <inheritdoc/>
    public override double Variation(double z) => (_p + 1) / (1 - Math.Abs(z));

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> z, Span<double> values, Span<double> slopes)
    {
        for (int j = 0; j < z.Length; j++)
        {
            double x = Math.Abs(z[j]);
            double minus = ElementaryFunctions.Log1p(-x);
            double plus = ElementaryFunctions.Log1p(x);
            double small = ElementaryFunctions.Exp(-_p * plus);
            values[j] = Math.CopySign(small * ElementaryFunctions.Expm1(_p * (plus - minus)), z[j]);
            slopes[j] = _p * (ElementaryFunctions.Exp(-(_p + 1) * minus) + ElementaryFunctions.Exp(-(_p + 1) * plus));
        }
    }

    // An exponent E, itself within 6u·|E|, moves the power by as much; p ≤ 3, and the largest exponent is (p +
    // 1)·|log(1 − |z|)|. Functions and products add 16u.
    /// <inheritdoc/>
    public override double RelativeError(double z) =>
        (16 + 8 * (_p + 1) * (1 - ElementaryFunctions.Log1p(-Math.Abs(z)))) * DoublePrecision.UnitRoundoff;

    /// <inheritdoc/>
    public override double PotentialSlope(double b)
    {
        double x = Math.Abs(b);
        if (!double.IsFinite(x))
            return Math.CopySign(1, b);
        // h is convex and h(z) ≥ (1 − z)^(−p) − 1 on [0, 1): the root lies in [0, 1 − (1 + x)^(−1/p)], and in terms of
        // u = 1 − z bisection keeps relative precision at the pole.
        double low = 0, high = 1;
        Span<double> value = stackalloc double[1];
        Span<double> slope = stackalloc double[1];
        Span<double> argument = stackalloc double[1];
        argument[0] = Math.Min(x / (2 * _p), 1 - ElementaryFunctions.Exp(-ElementaryFunctions.Log1p(x) / _p));
        for (int step = 0; step < 200; step++)
        {
            double z = argument[0];
            Evaluate(argument, value, slope);
            if (value[0] > x)
                high = z;
            else
                low = z;
            double next = z - (value[0] - x) / slope[0];
            if (!(next > low && next < high))
                next = low + (high - low) / 2;
            if (next == z || next == low || next == high)
                break;
            argument[0] = next;
        }

        return Math.CopySign(argument[0], b);
    }

    // q(b) = b·z − H(z), H the integral of h: in w-space for D = 4 this is r. The sum b·z − H is free of cancellation
    // in the form below only near 0, where q ≈ b²/(4p).
    /// <inheritdoc/>
    public override double Potential(double b)
    {
        double z = Math.Abs(PotentialSlope(b));
        if (Depth == 4)
            return 2 * z * z * (1 + z * z) / ((1 - z * z) * (1 - z * z));
        double e = 1 - _p;
        double minus = ElementaryFunctions.Expm1(e * ElementaryFunctions.Log1p(-z));
        double plus = ElementaryFunctions.Expm1(e * ElementaryFunctions.Log1p(z));
        return Math.Abs(b) * z + (minus + plus) / e;
    }
}
