using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

/// <summary>½|x| smoothed at the bottom, on [−1, 1]: x²/(4ε) for |x| ≤ ε, |x|/2 − ε/4 beyond. Convex; it makes the
/// constant ¼ of "convex and quadratic growth ⇒ PL" sharp as ε → 0.</summary>
public sealed class FlattenedModulus : ScalarLandscape
{
    private readonly Interval _inside;
    private readonly Interval _outside;

    /// <summary>The function with a bottom of half-width ε.</summary>
    /// <exception cref="ArgumentOutOfRangeException">ε does not lie in (0, 1).</exception>
    public FlattenedModulus(double halfWidth)
    {
        if (!(halfWidth > 0 && halfWidth < 1))
            throw new ArgumentOutOfRangeException(
                nameof(halfWidth), halfWidth, "The half-width of the bottom has to lie strictly between 0 and 1.");
        HalfWidth = halfWidth;
        _inside = new(0, halfWidth);
        _outside = new(halfWidth, 1);
    }

    /// <summary>ε.</summary>
    public double HalfWidth { get; }

    /// <inheritdoc/>
    public override Interval Domain { get; } = new(0, 1);

    /// <inheritdoc/>
    public override double LastStationaryPoint => 1;

    /// <inheritdoc/>
    public override Interval ValueRatio(Interval x) =>
        Pieces(x, 1 / (4 * (Interval)HalfWidth), z => 1 / (2 * z) - (Interval)HalfWidth / (4 * Interval.Square(z)));

    /// <inheritdoc/>
    public override Interval ValueRatioSlope(Interval x) =>
        Pieces(x, default, z => (HalfWidth - z) / (2 * Interval.Power(z, 3)));

    /// <inheritdoc/>
    public override Interval SlopeRatio(Interval x) => Pieces(x, 1 / (2 * (Interval)HalfWidth), z => 1 / (2 * z));

    /// <inheritdoc/>
    public override Interval SlopeRatioSlope(Interval x) => Pieces(x, default, z => -1 / (2 * Interval.Square(z)));

    /// <inheritdoc/>
    public override Interval Curvature(Interval x) => Pieces(x, 1 / (2 * (Interval)HalfWidth), _ => default);

    // f″ jumps: no derivative bounds the change of it.
    /// <inheritdoc/>
    public override Interval CurvatureSlope(Interval x) => Interval.Entire;

    private Interval Pieces(Interval x, Interval inside, Func<Interval, Interval> outside)
    {
        Interval bottom = Interval.Intersect(x, _inside).IsEmpty ? Interval.Empty : inside;
        Interval rest = Interval.Intersect(x, _outside);
        return rest.IsEmpty ? bottom : Interval.Hull(bottom, outside(rest));
    }
}
