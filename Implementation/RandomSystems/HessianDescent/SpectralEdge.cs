using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// Free convolution of the semicircle of radius 2a and of b times the law of Marchenko and Pastur has the R-transform
// a²g + αb/(1 − bg); its lower edge is the maximum over g < 0 of R(g) + 1/g, hence with g = −m
//     z* = min_{m>0} 1/m − αb/(1 + bm) + a²m = min_{g>0} g − αbg/(g + b) + a²/g.
// The slope 1 − αb²/(g + b)² − a²/g² increases in g and is concave, so that Newton's method from the left stays on
// the left. Where it vanishes, s = √α b/(g + b) and c = a/g satisfy s² + c² = 1, and the value is
//     2ac − b(√α − s)²,
// whose maximum over s² + c² = 1 it is, by Gordon's comparison of λ_min with a linear problem. Each g bounds z* from
// above and each s from below; both bounds are off by the square of the error of g.

/// <summary>z*(α, a, b): minus the lower edge of the spectrum of aW/√d + bZᵀZ/d for n, d → ∞, n/d → α, with W of the
/// Gaussian orthogonal ensemble (variance 1 off the diagonal, 2 on it) and Z of n × d independent standard
/// normals.</summary>
/// <remarks>Source: the talk, "Where does this come from?", "Decrease in value". The theorem's slide prints α²m in
/// place of a²m.</remarks>
public static class SpectralEdge
{
    /// <summary>Newton steps at most; from below the root each step leaves at most two thirds of the logarithmic
    /// distance, and the last ones double the digits.</summary>
    private const int MostSteps = 400;

    /// <summary>z*, to a few units in the last place of its largest term.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W, not negative. At 0 and α ≤ 1 the infimum is 0 and not attained.</param>
    /// <param name="b">Scale of ZᵀZ, not negative.</param>
    public static double Of(double α, double a, double b)
    {
        Check(α, a, b);
        if (a == 0)
            return α <= 1 ? 0 : -b * (Math.Sqrt(α) - 1) * (Math.Sqrt(α) - 1);
        double g = Minimizer(α, a, b);
        return g - α * b * g / (g + b) + a * a / g;
    }

    /// <summary>An enclosure of z* for numbers that are doubles: the primal value at a point above, the dual value
    /// below.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W, positive.</param>
    /// <param name="b">Scale of ZᵀZ, not negative.</param>
    public static Interval Enclose(double α, double a, double b)
    {
        (Interval primal, Interval dual) = AtStationaryPoint(α, a, b);
        return new(dual.Lower, primal.Upper);
    }

    /// <summary>Enclosures of the primal's value at the computed stationary point g and of the dual's at the sine that
    /// belongs to it. Each is off z* by the square of the error of g, the one above, the other below.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W, positive.</param>
    /// <param name="b">Scale of ZᵀZ, not negative.</param>
    public static (Interval Primal, Interval Dual) AtStationaryPoint(double α, double a, double b)
    {
        Check(α, a, b);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        double g = Minimizer(α, a, b);
        return (Primal(α, a, b, g), Dual(α, a, b, Sine(α, b, g)));
    }

    /// <summary>The scale of the lowest eigenvalue's fluctuations in units of d^(−2/3), (φ″(m)/2)^(1/3) for the
    /// minimized φ(m): λ_min is about −z* less this times d^(−2/3) times a variable of Tracy and Widom's law, of mean
    /// −1.21 and deviation 1.27.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W, positive.</param>
    /// <param name="b">Scale of ZᵀZ, not negative.</param>
    public static double FluctuationScale(double α, double a, double b)
    {
        Check(α, a, b);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        double g = Minimizer(α, a, b), q = b / (g + b);
        return g * Powers.Real(1 - α * q * q * q, 1.0 / 3);
    }

    /// <summary>g − αbg/(g + b) + a²/g, which is at least z*.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W.</param>
    /// <param name="b">Scale of ZᵀZ.</param>
    /// <param name="g">Any positive number.</param>
    public static Interval Primal(Interval α, Interval a, Interval b, double g) =>
        g - α * b * g / (g + b) + Interval.Square(a) / g;

    /// <summary>2a√(1 − s²) − b(√α − s)², which is at most z*.</summary>
    /// <param name="α">n/d, positive.</param>
    /// <param name="a">Scale of W.</param>
    /// <param name="b">Scale of ZᵀZ.</param>
    /// <param name="s">Within [0, 1].</param>
    public static Interval Dual(Interval α, Interval a, Interval b, double s) =>
        2 * a * Interval.Sqrt(1 - Interval.Square(s)) - b * Interval.Square(Interval.Sqrt(α) - s);

    /// <summary>Where the slope in g vanishes, to about a unit in the last place.</summary>
    internal static double Minimizer(double α, double a, double b)
    {
        double g = a;
        for (int step = 0; step < MostSteps; step++)
        {
            double slope = Slope(α, a, b, g);
            double next = g - slope / (2 * α * (b / (g + b)) * (b / (g + b)) / (g + b) + 2 * (a / g) * (a / g) / g);
            // Below a few units in the last place the slope is rounding.
            if (!(next > g * (1 + 1e-15)))
                break;
            g = next;
        }

        return g;
    }

    private static double Slope(double α, double a, double b, double g) =>
        1 - α * (b / (g + b)) * (b / (g + b)) - (a / g) * (a / g);

    private static double Sine(double α, double b, double g) => Math.Min(1, Math.Sqrt(α) * b / (g + b));

    private static void Check(double α, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(α);
        ArgumentOutOfRangeException.ThrowIfNegative(a);
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        if (!double.IsFinite(α) || !double.IsFinite(a) || !double.IsFinite(b))
            throw new ArgumentException("α, a and b are finite numbers.", nameof(α));
    }
}
