using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.ImplicitBias;

/// <summary>
/// h(z) = 2·sinh z, the link of q(b) = 2 − √(4 + b²) + b·arcsinh(b/2) = ∫₀^b arcsinh(t/2)dt: diagonal networks of depth
/// 2.
/// </summary>
/// <remarks>Source: Srebro, "Scale of Init: Kernel vs Deep"; printed there with √(4 − b²). arXiv:2002.09277, theorem
/// 1.</remarks>
public sealed class HyperbolicLink : Link
{
    /// <inheritdoc/>
    public override double Bound => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Reach => double.PositiveInfinity;

    // cosh(z + δ) ≤ cosh(z)·e^|δ|, and the mirror image bounds it from below.
    /// <inheritdoc/>
    public override double Growth => 1;

    /// <inheritdoc/>
    public override double Variation(double z) => 1;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> z, Span<double> values, Span<double> slopes)
    {
        for (int j = 0; j < z.Length; j++)
            values[j] = Math.Abs(z[j]);
        ElementaryFunctions.Expm1(values, values);
        for (int j = 0; j < z.Length; j++)
        {
            double e = values[j];
            double inverse = 1 / (1 + e);
            values[j] = Math.CopySign(e + e * inverse, z[j]);
            slopes[j] = 1 + e + inverse;
        }
    }

    // e = expm1|z| is within 2 units in the last place (4u), its reciprocal within 6u, and all terms of the sums are
    // positive.
    /// <inheritdoc/>
    public override double RelativeError(double z) => 12 * DoublePrecision.UnitRoundoff;

    /// <inheritdoc/>
    public override double PotentialSlope(double b)
    {
        double x = Math.Abs(b) / 2;
        double value = x > 1e8
            ? ElementaryFunctions.Log(x) + 0.6931471805599453
            : ElementaryFunctions.Log1p(x + x * x / (1 + Math.Sqrt(1 + x * x)));
        return Math.CopySign(value, b);
    }

    /// <inheritdoc/>
    public override double Potential(double b)
    {
        double x = Math.Abs(b);
        // Below, the terms cancel to b²/4·(1 − b²/48 + …): the series of ∫ arcsinh(t/2).
        if (x < 0.05)
        {
            double s = x * x;
            return s / 4 * (1 - s / 48 * (1 - 3 * s / 40 * (1 - 25 * s / 224)));
        }

        double root = x > 1e8 ? x : Math.Sqrt(4 + x * x);
        return x * (PotentialSlope(x) - x / (2 + root));
    }
}
