using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// The geodesic from x in a tangent direction is the great circle in their plane, and that is where the points x + vs go
// when they are put back on the sphere: γ(s) = x(s)/n(s)^½, x(s) = x + vs, n(s) = ‖x(s)‖²/‖x‖². The angle at the center
// is arctan(s‖v‖/‖x‖) = s‖v‖/‖x‖ + O(s³) for v ⊥ x, so that up to the second order s is proportional to the length:
// both have the same velocity and the same acceleration. A v that is orthogonal but for rounding gives a velocity that
// is.

/// <summary>The geodesic of the sphere of radius ‖x‖ from a point, as a Taylor polynomial of degree two, by the
/// arithmetic of series.</summary>
/// <param name="Velocity">The coefficient of s, of length d.</param>
/// <param name="HalfAcceleration">The coefficient of s², of length d.</param>
public sealed record SphereGeodesic(IReadOnlyList<Interval> Velocity, IReadOnlyList<Interval> HalfAcceleration)
{
    /// <summary>Expands it, enclosed.</summary>
    /// <param name="x">The point, of length d, not 0.</param>
    /// <param name="v">A direction, of length d, nearly orthogonal to x.</param>
    public static SphereGeodesic From(IReadOnlyList<Interval> x, IReadOnlyList<Interval> v)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(v);
        ArgumentOutOfRangeException.ThrowIfNotEqual(v.Count, x.Count, nameof(v));
        Interval square = Dot(x, x);
        // n(s) = 1 + n1·s + n2·s²; n^(−½) = 1 − ½n1·s + (⅜n1² − ½n2)s².
        Interval n1 = 2 * Dot(x, v) / square, n2 = Dot(v, v) / square;
        Interval f1 = -n1 / 2, f2 = 3 * Interval.Square(n1) / 8 - n2 / 2;
        return new(
            [.. x.Zip(v, (point, step) => step + f1 * point)],
            [.. x.Zip(v, (point, step) => f1 * step + f2 * point)]);
    }

    /// <summary>Encloses ⟨x, y⟩.</summary>
    /// <param name="x">d intervals.</param>
    /// <param name="y">d intervals.</param>
    public static Interval Dot(IReadOnlyList<Interval> x, IReadOnlyList<Interval> y) =>
        x.Zip(y, (a, b) => a * b).Aggregate((a, b) => a + b);
}
