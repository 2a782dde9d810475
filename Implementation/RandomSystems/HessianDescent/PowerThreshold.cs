using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Quadrature;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// ξ = ξ_0 + q^p, ρ = (p − 1)/p. With v = √(2αρu) and τ = t^(p/2) the equation of the theorem is homogeneous,
//     dv/dτ = −ρ ζ(v/τ),    ζ(κ) = min_γ γ + 1/γ − αγ/(1 + κγ),    v(0) = √(αρξ_0),
// since a = v·ξ′/(τ·…) enters only through κ = a/b = v/τ. With γ = 1/cos θ and s = sin θ the minimum is parametrized by
//     κ = √(1 − s²)(√α − s)/s,    ζ = (2 − s² − √α s)/√(1 − s²),
// and d log τ = −dκ/(κ + ρζ) is a rational function of s. κ runs from ∞ (s = 0, τ = 0) to 0 (s = √α), where v, hence
// u, vanishes. With s = √α x:
//     log τ = log x + ½log(αρξ_0) + ∫_0^x N/D,
//     N = 1 − 2ρ + α(1 + ρ)x − α(2 − ρ)x²,    D = 1 + (2ρ − 1)x − α(1 + ρ)x² + α(1 − ρ)x³.
// u(1) = 0 means that x = 1 is reached at τ ≤ 1: αρξ_0 ≤ exp(−2∫_0^1 N/D).

/// <summary>The threshold of Hessian descent for ξ(q) = ξ_0 + q^p in closed form.</summary>
/// <remarks>Derived here; the talk, "Special case", prints two bounds of it. u increases with α, so that u(1) = 0 holds
/// exactly up to the threshold. Times, risks and thresholds are enclosed in interval arithmetic.</remarks>
public static class PowerThreshold
{
    /// <summary>The largest exponent p.</summary>
    public const int LargestDegree = 1_000_000;

    // From here on the denominator all but vanishes at x = 1; both have the factor 1 − x at α = 1.
    private const double NearOne = 1 - 1e-9;

    /// <summary>An enclosure of the largest ξ_0 at which u(1) = 0: exp(−2∫N/D)/(αρ). It falls with α.</summary>
    /// <param name="α">n/d, positive, at most 1 − 10⁻⁹, or 1.</param>
    /// <param name="p">From 2 to <see cref="LargestDegree"/>.</param>
    public static Interval ConstantAt(double α, int p) =>
        IntervalFunctions.Exp(-2 * Exponent(α, p)) / (α * Ratio(p));

    /// <summary>An enclosure of α_HD(ξ_0, p) = sup{α &lt; 1 : u(1) = 0}.</summary>
    /// <param name="constant">ξ_0, positive, from 10⁻³ to 10⁶.</param>
    /// <param name="p">From 2 to <see cref="LargestDegree"/>.</param>
    /// <param name="width">The relative width of the enclosure that is aimed at, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Interval Of(double constant, int p, double width = 1e-12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(constant, 1e-3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(constant, 1e6);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (constant <= ConstantAt(1, p).Lower)
            return 1;
        if (constant < ConstantAt(NearOne, p).Upper)
            return new(NearOne, 1);
        double α = Root(constant, p);
        double below = α, above = α;
        for (double margin = 0.25 * width * α; ConstantAt(below, p).Lower < constant; margin *= 2)
            below = Math.Max(α / 2, α - margin);
        for (double margin = 0.25 * width * α; above < 1 && ConstantAt(above, p).Upper >= constant; margin *= 2)
            above = α + margin <= NearOne ? α + margin : 1;
        return new(below, above);
    }

    /// <summary>Enclosures of t and u(t) along the solution, from s = √α x.</summary>
    /// <param name="α">n/d, positive, at most 1 − 10⁻⁹.</param>
    /// <param name="constant">ξ_0, positive.</param>
    /// <param name="p">From 2.</param>
    /// <param name="x">Within (0, 1]; t increases with it, and u vanishes at 1.</param>
    public static (Interval Time, Interval Risk) At(double α, double constant, int p, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 1);
        Interval ρ = Ratio(p);
        Interval logTau = IntervalFunctions.Log(x)
            + IntervalFunctions.Log(α * ρ * constant) / 2
            + Exponent(α, p, x);
        // κ = √(1 − αx²)(1 − x)/x and v = κτ, u = v²/(2αρ).
        Interval κ = Interval.Sqrt(1 - α * Interval.Square(x)) * (1 - Interval.Of(x)) / x;
        Interval v = κ * IntervalFunctions.Exp(logTau);
        return (IntervalFunctions.Exp(2 * logTau / p), Interval.Square(v) / (2 * α * ρ));
    }

    // By the secant method for αξ_0(α) − αξ_0, between the printed bounds; the first factor hardly varies.
    private static double Root(double constant, int p)
    {
        double ρ = (p - 1.0) / p;
        double least = 4 * ρ / (constant + 4 * ρ), most = Math.Min(4 * ρ / constant, NearOne);
        (double x, double y) = (least, most);
        (double f, double g) = (Excess(x), Excess(y));
        for (int step = 0; step < 30 && f != g && Math.Abs(x - y) > 1e-15 * y; step++)
        {
            (x, y, f) = (y, Math.Clamp(y - g * (y - x) / (g - f), least, most), g);
            g = Excess(y);
        }

        return y;

        double Excess(double α) => α * (ConstantAt(α, p).Midpoint - constant);
    }

    // (p − 1)/p.
    private static Interval Ratio(int p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, LargestDegree);
        return Interval.OfRational(p - 1, p);
    }

    // ∫_0^x N/D, substituted to [0, 1]; at α = 1 the common factor 1 − x is divided out.
    private static Interval Exponent(double α, int p, double x = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(α);
        if (α > 1 || (α > NearOne && α < 1))
            throw new ArgumentOutOfRangeException(nameof(α), α, "α lies between 0 and 1 − 10⁻⁹, or is 1.");
        Interval ρ = Ratio(p), y = x;
        Interval[] numerator = α == 1
            ? [1 - 2 * ρ, 2 - ρ]
            : [1 - 2 * ρ, α * (1 + ρ), -α * (2 - ρ)];
        Interval[] denominator = α == 1
            ? [1, 2 * ρ, ρ - 1]
            : [1, 2 * ρ - 1, -α * (1 + ρ), α * (1 - ρ)];
        return RationalIntegral.Enclose(
            [.. numerator.Select((n, k) => n * Interval.Power(y, k + 1))],
            [.. denominator.Select((d, k) => d * Interval.Power(y, k))]);
    }
}
