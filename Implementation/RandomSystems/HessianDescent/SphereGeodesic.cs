using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// The geodesic from x in a tangent direction is the great circle in their plane, and that is where the points x + vs go
// when they are put back on the sphere: γ(s) = x(s)/n(s)^½, x(s) = x + vs, n(s) = ‖x(s)‖²/‖x‖². The angle at the center
// is arctan(s‖v‖/‖x‖) = s‖v‖/‖x‖ + O(s³) for v ⊥ x, so that up to the second order s is proportional to the length:
// both have the same velocity and the same acceleration. This needs v ⊥ x exactly: with ⟨x, v⟩ ≠ 0 the circle is run
// through with a speed that changes, and γ″ has the part −2⟨x, v⟩v/‖x‖², which is more than the width of short
// intervals even where ⟨x, v⟩ is rounding. The part of v along x is therefore taken off first, enclosed.

/// <summary>The geodesic of the sphere of radius ‖x‖ from a point, as a Taylor polynomial of degree two, by the
/// arithmetic of series.</summary>
/// <param name="Velocity">The coefficient of s, of length d.</param>
/// <param name="HalfAcceleration">The coefficient of s², of length d.</param>
public sealed record SphereGeodesic(IReadOnlyList<Interval> Velocity, IReadOnlyList<Interval> HalfAcceleration)
{
    /// <summary>Expands it, enclosed.</summary>
    /// <param name="x">The point, of length d, not 0.</param>
    /// <param name="v">A direction, of length d; what of it is orthogonal to x is the velocity.</param>
    public static SphereGeodesic From(IReadOnlyList<Interval> x, IReadOnlyList<Interval> v)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(v);
        ArgumentOutOfRangeException.ThrowIfNotEqual(v.Count, x.Count, nameof(v));
        Interval square = Dot(x, x), along = Dot(x, v) / square;
        Interval[] tangent = [.. v.Zip(x, (step, point) => step - along * point)];
        // n(s) = 1 + n2·s² without a linear term, as the tangent is orthogonal to x; n^(−½) = 1 − ½n2·s².
        Interval n2 = Dot(tangent, tangent) / square;
        return new(tangent, [.. x.Select(point => -n2 / 2 * point)]);
    }

    /// <summary>Encloses ⟨x, y⟩.</summary>
    /// <param name="x">d intervals.</param>
    /// <param name="y">d intervals.</param>
    public static Interval Dot(IReadOnlyList<Interval> x, IReadOnlyList<Interval> y) =>
        x.Zip(y, (a, b) => a * b).Aggregate((a, b) => a + b);
}
