using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// With w = √u and g = wh the equation du/dt = −(r/α)z*(α; √(καuξ″), ξ′) becomes
//     dw/dt = −(r/2)F,    F(A, b, w) = min_{h>0} h/α + A/h − bh/(b + wh),    A = κξ″(t), b = ξ′(t),
// which is smooth down to w = 0, where z* as a function of u is a root. F increases in A and w and falls in b. Its
// minimizer h is the zero of f(h) = 1/α − A/h² − b²/(b + wh)², which increases and is concave; it lies between √(αA)
// and √(αA/(1 − α)), increases in A and b and falls in w. By the envelope theorem F_A = 1/h, F_b = −w(h/(b + wh))²,
// F_w = b(h/(b + wh))². The bound below is the dual one of SpectralEdge at s = √α b/(b + wh).

/// <summary>The right side of the equation for √u(t), with enclosures of it and of its derivatives.</summary>
/// <remarks>Source: the talk, "Analysis", theorem: r = ½ and κ = 2. Other factors are there for the examination of
/// these.</remarks>
/// <param name="Mixture">ξ.</param>
/// <param name="Ratio">α = n/d, between 0 and 1, both excluded.</param>
/// <param name="Rate">r, positive.</param>
/// <param name="Curvature">κ, positive.</param>
public sealed record DescentField(Mixture Mixture, double Ratio, double Rate = 0.5, double Curvature = 2)
{
    private const int MostSteps = 400;

    // Far more than the rounding of f at the root moves the root.
    private const double Margin = 1e-11;

    /// <summary>F(κξ″(t), ξ′(t), w) for w ≥ 0, and for w = 0 below; to rounding.</summary>
    /// <param name="t">Squared radius, within [0, 1].</param>
    /// <param name="w">√u.</param>
    public double Value(double t, double w)
    {
        double A = Curvature * Mixture.Derivative(t, 2), b = Mixture.Derivative(t, 1);
        w = Math.Max(w, 0);
        if (A == 0)
            return 0;
        if (b == 0)
            return 2 * Math.Sqrt(A / Ratio);
        double h = Minimizer(A, b, w);
        return h / Ratio + A / h - b * h / (b + w * h);
    }

    /// <summary>Encloses F over t and w; negative w count as 0. The ends are attained but for rounding.</summary>
    /// <param name="t">Squared radii, within [0, 1].</param>
    /// <param name="w">√u.</param>
    public Interval Enclose(Interval t, Interval w)
    {
        (Interval A, Interval b) = Coefficients(t);
        w = Interval.Max(w, 0);
        return new(Lowest(A.Lower, b.Upper, w.Lower), Highest(A.Upper, b.Lower, w.Upper));
    }

    /// <summary>Encloses the derivatives of F in t and w over a box with t &gt; 0; negative w count as 0.</summary>
    /// <param name="t">Squared radii, within (0, 1].</param>
    /// <param name="w">√u.</param>
    public (Interval Time, Interval Root) Slopes(Interval t, Interval w)
    {
        (Interval A, Interval b) = Coefficients(t);
        // An affine ξ has F = 0 throughout.
        if (A.Upper == 0)
            return (0, 0);
        Interval clipped = Interval.Max(w, 0);
        var h = new Interval(
            LowestMinimizer(A.Lower, b.Lower, clipped.Upper), HighestMinimizer(A.Upper, b.Upper, clipped.Lower));
        Interval part = Interval.Square(1 / (b / h + clipped));
        Interval time = Curvature * Mixture.Derivative(t, 3) / h - clipped * part * Mixture.Derivative(t, 2);
        Interval root = b * part;
        return (time, w.Upper <= 0 ? 0 : w.Lower < 0 ? Interval.Hull(0, root) : root);
    }

    private (Interval Curvature, Interval Slope) Coefficients(Interval t) =>
        (Curvature * Mixture.Derivative(t, 2), Mixture.Derivative(t, 1));

    private double Highest(double A, double b, double w)
    {
        if (A == 0)
            return 0;
        // Without the last term where b or w may vanish together: the infimum over h is then 2√(A/α).
        if (b == 0)
            return (2 * Interval.Sqrt(Interval.Of(A) / Ratio)).Upper;
        Interval h = Minimizer(A, b, w);
        return (h / Ratio + A / h - b / (b / h + w)).Upper;
    }

    private double Lowest(double A, double b, double w)
    {
        if (A == 0 || b == 0)
            return A == 0 ? 0 : (2 * Interval.Sqrt(Interval.Of(A) * (1 - Interval.Of(Ratio)) / Ratio)).Lower;
        Interval h = Minimizer(A, b, w);
        Interval q = b / (b + w * h);
        return (2 * Interval.Sqrt(A * (1 - Ratio * Interval.Square(q)) / Ratio)
            - w * Interval.Square(h * q) / b).Lower;
    }

    private double LowestMinimizer(double A, double b, double w)
    {
        double h = A == 0 || b == 0 ? 0 : Minimizer(A, b, w) * (1 - Margin);
        return h > 0 && Stationarity(A, b, w, h).Upper <= 0
            ? h
            : Interval.Sqrt(Ratio * Interval.Of(A)).Lower;
    }

    private double HighestMinimizer(double A, double b, double w)
    {
        double h = A == 0 || b == 0 ? 0 : Minimizer(A, b, w) * (1 + Margin);
        return h > 0 && Stationarity(A, b, w, h).Lower >= 0
            ? h
            : Interval.Sqrt(Ratio * Interval.Of(A) / (1 - Interval.Of(Ratio))).Upper;
    }

    private Interval Stationarity(double A, double b, double w, double h) =>
        1 / Interval.Of(Ratio) - A / Interval.Square(h) - Interval.Square(b / (b + w * Interval.Of(h)));

    // Newton's method from the left end, on which it stays, f being concave.
    private double Minimizer(double A, double b, double w)
    {
        double h = Math.Sqrt(Ratio * A);
        for (int step = 0; step < MostSteps; step++)
        {
            double q = b / (b + w * h);
            double f = 1 / Ratio - A / (h * h) - q * q;
            double next = h - f / (2 * A / (h * h * h) + 2 * q * q * w / (b + w * h));
            // Below a few units in the last place the slope is rounding.
            if (!(next > h * (1 + 1e-15)))
                break;
            h = next;
        }

        return h;
    }
}
