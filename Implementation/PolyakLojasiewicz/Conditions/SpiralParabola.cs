using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

// L = ½r²ρ(ψ), ρ(ψ) = 1 + ε·cos 2ψ, ψ = θ + κ·ln r: a quadratic form with eigenvalues 1 ± ε whose axes turn with ln r.
// With A = ρ + ½κρ′ and B = ½ρ′ the gradient is r(A·e_r + B·e_θ), so that every ratio depends on ψ alone:
//   weak strong convexity   2(A − ½ρ)      restricted secant   A      error bound   √(A² + B²)
//   Polyak–Łojasiewicz      (A² + B²)/ρ    quadratic growth    ρ
// and the Hessian in the frame (e_r, e_θ) is [[A + κA′, B + κB′], [B + κB′, A + B′]]. L is C¹ with a Lipschitz
// gradient; the Hessian has no limit at 0 unless κ = 0. All of them are 1 + ε(α·cos t + β·sin t), or made of such, with
// t = 2ψ.

/// <summary>The function ½r²(1 + ε·cos(2θ + 2κ·ln r)) of the plane, whose gradient does not point at the minimizer:
/// restricted secant, error bound and PL have different constants.</summary>
public sealed class SpiralParabola
{
    /// <summary>ε: the eigenvalues of the quadratic form are 0.6 and 1.4.</summary>
    public const double Anisotropy = 0.4;

    private static readonly Interval ε = Interval.OfDecimal("0.4");

    // One period, and a little more.
    private static readonly Interval Turn = new(0, 6.3);

    /// <summary>The function with a twist κ; 0 for the plain quadratic.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The twist does not lie in [0, 100].</exception>
    public SpiralParabola(double twist)
    {
        if (!(twist >= 0 && twist <= 100))
            throw new ArgumentOutOfRangeException(nameof(twist), twist, "The twist has to lie in [0, 100].");
        Twist = twist;
    }

    /// <summary>κ.</summary>
    public double Twist { get; }

    /// <summary>The best constants of the conditions over the whole plane; 0 is the only stationary point, as A and B
    /// have no common zero.</summary>
    public LandscapeConstants Constants()
    {
        Interval κ = Twist;
        Interval least = Infimum(t => Eigenvalue(t, -1), t => EigenvalueSlope(t, -1)).Value;
        Interval greatest = -Infimum(t => -Eigenvalue(t, 1), t => -EigenvalueSlope(t, 1)).Value;
        IntervalMinimum polyak = Infimum(
            t => SquaredNorm(t) / Wave(t, 1, 0),
            t =>
                SquaredNormSlope(t) / Wave(t, 1, 0)
                - SquaredNorm(t) * WaveSlope(t, 1, 0) / Interval.Square(Wave(t, 1, 0)));
        return new(
            Interval.Max(Interval.Abs(least), Interval.Abs(greatest)),
            least,
            Infimum(t => Wave(t, 1, -2 * κ), t => WaveSlope(t, 1, -2 * κ)).Value,
            Infimum(t => Wave(t, 1, -κ), t => WaveSlope(t, 1, -κ)).Value,
            Infimum(
                t => Interval.Sqrt(SquaredNorm(t)),
                t => SquaredNormSlope(t) / (2 * Interval.Sqrt(SquaredNorm(t)))).Value,
            polyak.Value,
            polyak.Location,
            Infimum(t => Wave(t, 1, 0), t => WaveSlope(t, 1, 0)).Value,
            new RootIsolation([], []));

        static IntervalMinimum Infimum(Func<Interval, Interval> ratio, Func<Interval, Interval> slope) =>
            IntervalMinimum.Of(ratio, slope, Turn);
    }

    // ‖∇L‖²/r² = A² + B².
    private Interval SquaredNorm(Interval t) =>
        Interval.Square(Wave(t, 1, -Twist)) + Interval.Square(ε * IntervalFunctions.Sin(t));

    private Interval SquaredNormSlope(Interval t) =>
        2
        * (
            Wave(t, 1, -Twist) * WaveSlope(t, 1, -Twist)
            + Interval.Square(ε) * IntervalFunctions.Sin(t) * IntervalFunctions.Cos(t));

    // Half the trace is 1 − ε(κ²cos t + 2κ·sin t), and (half the difference of the diagonal)² + (the rest)² comes to
    // ε²(1 + κ²)Q, Q = 1 + κ·cos t·(κ·cos t + 2·sin t); for κ = 0 both are constant.
    private Interval Eigenvalue(Interval t, int sign) =>
        Wave(t, -Interval.Square(Twist), -2 * (Interval)Twist)
        + sign * ε * Interval.Sqrt((1 + Interval.Square(Twist)) * Turned(t));

    private Interval EigenvalueSlope(Interval t, int sign)
    {
        (Interval cos, Interval sin) = (IntervalFunctions.Cos(t), IntervalFunctions.Sin(t));
        Interval slope = (Interval)Twist * (Interval.Square(cos) - Interval.Square(sin) - Twist * cos * sin);
        return WaveSlope(t, -Interval.Square(Twist), -2 * (Interval)Twist)
            + sign * ε * Interval.Sqrt(1 + Interval.Square(Twist)) * slope / Interval.Sqrt(Turned(t));
    }

    private Interval Turned(Interval t)
    {
        (Interval cos, Interval sin) = (IntervalFunctions.Cos(t), IntervalFunctions.Sin(t));
        return 1 + Twist * cos * (Twist * cos + 2 * sin);
    }

    private static Interval Wave(Interval t, Interval cosine, Interval sine) =>
        1 + ε * (cosine * IntervalFunctions.Cos(t) + sine * IntervalFunctions.Sin(t));

    private static Interval WaveSlope(Interval t, Interval cosine, Interval sine) =>
        ε * (sine * IntervalFunctions.Cos(t) - cosine * IntervalFunctions.Sin(t));
}
