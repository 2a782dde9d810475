using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.PolyakLojasiewicz;

// With the one minimizer 0 and L* = 0 each condition "… ≥ μ·… for all x" has as its best constant the infimum of a
// ratio:
//   strong convexity                     f″
//   weak strong convexity   0 ≥ f − f′x + ½μx²    2(f′/x − f/x²)
//   restricted secant       f′x ≥ μx²             f′/x
// error bound |f′| ≥ μ|x| |f′/x|, the same as the restricted secant where f′x > 0; SpiralParabola tells them apart in
// the plane
//   Polyak–Łojasiewicz      ½f′² ≥ μf             (f′/x)²/(2f/x²)
//   quadratic growth        f ≥ ½μx²              2f/x²

/// <summary>Enclosures of the best constants of the conditions for linear rates, and the stationary points, of a
/// function with the one minimizer 0.</summary>
/// <param name="Smoothness">β = sup|f″|.</param>
/// <param name="StrongConvexity">inf f″; negative where f is not convex.</param>
/// <param name="WeakStrongConvexity">Negative where the condition fails.</param>
/// <param name="RestrictedSecant">Negative where the condition fails.</param>
/// <param name="ErrorBound">Never negative; 0 where the condition fails.</param>
/// <param name="Polyak">Never negative; 0 where the condition fails.</param>
/// <param name="PolyakLocation">Where the ratio comes within the tolerance of <paramref name="Polyak"/>.</param>
/// <param name="QuadraticGrowth">The constant of quadratic growth.</param>
/// <param name="Stationary">The points x &gt; 0 with f′(x) = 0, for a function of one variable.</param>
public sealed record LandscapeConstants(
    Interval Smoothness,
    Interval StrongConvexity,
    Interval WeakStrongConvexity,
    Interval RestrictedSecant,
    Interval ErrorBound,
    Interval Polyak,
    double PolyakLocation,
    Interval QuadraticGrowth,
    RootIsolation Stationary)
{
    /// <summary>Searches for all of them, each to about 10⁻¹¹.</summary>
    public static LandscapeConstants Of(ScalarLandscape f)
    {
        ArgumentNullException.ThrowIfNull(f);
        Interval least = Infimum(f.Curvature, f.CurvatureSlope).Value;
        Interval greatest = -Infimum(x => -f.Curvature(x), x => -f.CurvatureSlope(x)).Value;
        Interval secant = Infimum(f.SlopeRatio, f.SlopeRatioSlope).Value;
        Interval weak = Infimum(
            x => 2 * (f.SlopeRatio(x) - f.ValueRatio(x)),
            x => 2 * (f.SlopeRatioSlope(x) - f.ValueRatioSlope(x))).Value;
        Interval growth = Infimum(x => 2 * f.ValueRatio(x), x => 2 * f.ValueRatioSlope(x)).Value;
        Interval largestGrowth = -Infimum(x => -2 * f.ValueRatio(x), x => -2 * f.ValueRatioSlope(x)).Value;
        IntervalMinimum polyak = Infimum(f.PolyakRatio, f.PolyakRatioSlope);

        Interval error = Infimum(x => Interval.Abs(f.SlopeRatio(x)), AbsoluteSlope).Value;

        // The ratio is at least (inf|f′/x|)²/sup(2f/x²), a bound that stays positive where the constant is below the
        // resolution of the search.
        Interval bound = Interval.Square(error) / largestGrowth;
        Interval sharpened = new(
            Math.Min(Math.Max(polyak.Value.Lower, bound.Lower), polyak.Value.Upper), polyak.Value.Upper);
        return new(
            Interval.Max(Interval.Abs(least), Interval.Abs(greatest)),
            least,
            weak,
            secant,
            error,
            sharpened,
            polyak.Location,
            growth,
            RootIsolation.Of(f.SlopeRatio, f.SlopeRatioSlope, new Interval(0, f.LastStationaryPoint)));

        // Of |f′/x|, any of Clarke's where f′ may vanish.
        Interval AbsoluteSlope(Interval x)
        {
            Interval ratio = f.SlopeRatio(x);
            Interval slope = f.SlopeRatioSlope(x);
            return ratio.Lower > 0 ? slope : ratio.Upper < 0 ? -slope : Interval.Hull(slope, -slope);
        }

        IntervalMinimum Infimum(Func<Interval, Interval> ratio, Func<Interval, Interval> slope) =>
            IntervalMinimum.Of(ratio, slope, f.Domain);
    }
}
