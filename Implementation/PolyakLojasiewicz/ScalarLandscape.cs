using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>An even function f of one variable with f(0) = 0 as its only minimum, by the enclosures from which all
/// conditions for linear rates follow.</summary>
/// <remarks>All members take intervals of [0, ∞) within <see cref="Domain"/> and contain the exact range. Slopes are
/// derivatives with respect to x.</remarks>
public abstract class ScalarLandscape
{
    /// <summary>Where the function is looked at, starting at 0; unbounded above for the whole line.</summary>
    public abstract Interval Domain { get; }

    /// <summary>Beyond this point f′ has no zero.</summary>
    public abstract double LastStationaryPoint { get; }

    /// <summary>f(x)/x², by continuity at 0.</summary>
    public abstract Interval ValueRatio(Interval x);

    /// <summary>(f(x)/x²)′.</summary>
    public abstract Interval ValueRatioSlope(Interval x);

    /// <summary>f′(x)/x, by continuity at 0.</summary>
    public abstract Interval SlopeRatio(Interval x);

    /// <summary>(f′(x)/x)′.</summary>
    public abstract Interval SlopeRatioSlope(Interval x);

    /// <summary>f″(x).</summary>
    public abstract Interval Curvature(Interval x);

    /// <summary>f‴(x).</summary>
    public abstract Interval CurvatureSlope(Interval x);

    /// <summary>f(x).</summary>
    public Interval Value(Interval x) => Interval.Square(x) * ValueRatio(x);

    /// <summary>½f′(x)²/f(x) = (f′/x)²/(2f/x²), whose infimum is the best constant of the Polyak–Łojasiewicz
    /// condition.</summary>
    public Interval PolyakRatio(Interval x) => Interval.Square(SlopeRatio(x)) / (2 * ValueRatio(x));

    /// <summary>The derivative of <see cref="PolyakRatio"/>.</summary>
    public Interval PolyakRatioSlope(Interval x)
    {
        Interval g = SlopeRatio(x);
        Interval e = ValueRatio(x);
        return g * SlopeRatioSlope(x) / e - Interval.Square(g) * ValueRatioSlope(x) / (2 * Interval.Square(e));
    }

    /// <summary>The best constants of the conditions.</summary>
    public LandscapeConstants Constants() => LandscapeConstants.Of(this);
}
