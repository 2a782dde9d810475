using System.Collections.Concurrent;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>f(x) = x² + a·sin²x: convex for a ≤ 1, Polyak–Łojasiewicz for a below 4.603…, of quadratic growth for every
/// a ≥ 0.</summary>
/// <remarks>
/// f′ = 2x + a·sin 2x, f″ = 2 + 2a·cos 2x; with sinc(x) = sin(x)/x, f′/x = 2 + 2a·sinc(2x) and f/x² = 1 + a·sinc²(x).
/// The case a = 3 is the example of Karimi, Nutini and Schmidt, arXiv:1608.04636, section 2.2.
/// </remarks>
public sealed class RippledParabola : ScalarLandscape
{
    private static readonly ConcurrentDictionary<double, LandscapeConstants> Known = new();

    /// <summary>The function with a ripple of height a.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is negative, above 100 or NaN.</exception>
    public RippledParabola(double height)
    {
        if (!(height >= 0 && height <= 100))
            throw new ArgumentOutOfRangeException(
                nameof(height), height, "The height of the ripple has to lie in [0, 100].");
        Height = height;
    }

    /// <summary>a.</summary>
    public double Height { get; }

    /// <summary>β = 2 + 2a, the least Lipschitz constant of f′, rounded up.</summary>
    public double Smoothness => (2 + 2 * (Interval)Height).Upper;

    /// <inheritdoc/>
    public override Interval Domain { get; } = new(0, double.PositiveInfinity);

    // |f′| ≥ 2x − a.
    /// <inheritdoc/>
    public override double LastStationaryPoint => Math.Max(1, Height);

    /// <summary>The best constants for a height, computed once: a pure function of the height.</summary>
    public static LandscapeConstants ConstantsAt(double height) =>
        Known.GetOrAdd(height, a => new RippledParabola(a).Constants());

    /// <inheritdoc/>
    public override Interval ValueRatio(Interval x) => 1 + Height * Interval.Square(IntervalFunctions.Sinc(x));

    /// <inheritdoc/>
    public override Interval ValueRatioSlope(Interval x) =>
        2 * (Interval)Height * IntervalFunctions.Sinc(x) * IntervalFunctions.SincSlope(x);

    /// <inheritdoc/>
    public override Interval SlopeRatio(Interval x) => 2 + 2 * (Interval)Height * IntervalFunctions.Sinc(2 * x);

    /// <inheritdoc/>
    public override Interval SlopeRatioSlope(Interval x) => 4 * (Interval)Height * IntervalFunctions.SincSlope(2 * x);

    /// <inheritdoc/>
    public override Interval Curvature(Interval x) => 2 + 2 * (Interval)Height * IntervalFunctions.Cos(2 * x);

    /// <inheritdoc/>
    public override Interval CurvatureSlope(Interval x) => -4 * (Interval)Height * IntervalFunctions.Sin(2 * x);
}
