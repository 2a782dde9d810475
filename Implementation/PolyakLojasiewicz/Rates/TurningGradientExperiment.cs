using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Rates;

// L = ½φ², φ(x, y) = 1 + bx + cx² − exy − gy². The gradient turns along the step of descent, so that L falls more
// slowly than |∇L| tells. ∇L = φ∇φ, ½|∇L|² = |∇φ|²·L, H = ∇φ∇φᵀ + φH_φ, all enclosed over the boxes of a subdivision.

/// <summary>The neighborhood in which the constants are certified.</summary>
/// <param name="Thickness">The segment between the iterates is widened by this much to all sides; in [0, 1].</param>
public sealed record TurningGradientCell(double Thickness);

/// <summary>One step of gradient descent with η = 1 from the origin.</summary>
/// <param name="RatioLower">L(x¹)/L(x⁰), lower end.</param>
/// <param name="RatioUpper">Its upper end.</param>
/// <param name="PolyakLower">μ: ½|∇L|² ≥ μL on the neighborhood, best constant there, lower end.</param>
/// <param name="PolyakUpper">Its upper end, from points of the middle line and the edges.</param>
/// <param name="SmoothnessLower">Greatest norm of the Hessian on the neighborhood, lower end, from the same
/// points.</param>
/// <param name="SmoothnessUpper">Its upper end.</param>
public sealed record TurningGradientOutcome(
    double RatioLower,
    double RatioUpper,
    double PolyakLower,
    double PolyakUpper,
    double SmoothnessLower,
    double SmoothnessUpper);

/// <summary>A function of two variables on which one step of gradient descent gains less than on any of one variable,
/// by interval arithmetic. Takes no random numbers.</summary>
public sealed class TurningGradientExperiment : Experiment<TurningGradientCell, TurningGradientOutcome>
{
    // Points along the neighborhood that bound both constants from the other side.
    private const int Points = 64;

    // A wide neighborhood leaves the bounds wide, however many boxes: no more than these are looked at.
    private const int MostBoxes = 4000;

    private static readonly Interval b = Interval.OfDecimal("0.3263");
    private static readonly Interval c = Interval.OfDecimal("0.11955");
    private static readonly Interval e = Interval.OfDecimal("0.9383");
    private static readonly Interval g = Interval.OfDecimal("0.1728");

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/turning-gradient";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TurningGradientOutcome Run(
        TurningGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double δ = cell.Thickness;
        if (!(δ >= 0 && δ <= 1))
            throw new ArgumentOutOfRangeException(nameof(cell), δ, "The thickness has to lie in [0, 1].");
        // x¹ = −φ(0)∇φ(0) = (−b, 0).
        Interval ratio = Interval.Square(Value(-b, default));
        Interval y = new(-δ, δ);
        // Boxes along the segment, as thick as the neighborhood. The slack of the smoothness is 7·10⁻⁵.
        var along = new Interval((-b - δ).Lower, δ);
        Interval gradient = IntervalMinimum
            .Of(x => SquaredGradient(x, y), x => SquaredGradientSlope(x, y), along, 1e-7, MostBoxes)
            .Value;
        Interval norm = -IntervalMinimum
            .Of(x => -HessianNorm(x, y), _ => Interval.Entire, along, 1e-5, MostBoxes)
            .Value;
        double attained = gradient.Upper;
        double reached = norm.Lower;
        for (int i = 0; i <= Points; i++)
        {
            double x = along.Lower + i * (along.Upper - along.Lower) / Points;
            foreach (double edge in (double[])[-δ, 0, δ])
            {
                attained = Math.Min(attained, SquaredGradient(x, edge).Upper);
                reached = Math.Max(reached, HessianNorm(x, edge).Lower);
            }
        }

        return new(ratio.Lower, ratio.Upper, gradient.Lower, attained, reached, norm.Upper);
    }

    private static Interval Value(Interval x, Interval y) => 1 + x * (b + c * x - e * y) - g * Interval.Square(y);

    private static (Interval X, Interval Y) Gradient(Interval x, Interval y) =>
        (b + 2 * c * x - e * y, -e * x - 2 * g * y);

    private static Interval SquaredGradient(Interval x, Interval y)
    {
        (Interval u, Interval v) = Gradient(x, y);
        return Interval.Square(u) + Interval.Square(v);
    }

    private static Interval SquaredGradientSlope(Interval x, Interval y)
    {
        (Interval u, Interval v) = Gradient(x, y);
        return 2 * (2 * c * u - e * v);
    }

    // The eigenvalues of [[p, s], [s, r]] are ½(p + r) ± ½√((p − r)² + 4s²).
    private static Interval HessianNorm(Interval x, Interval y)
    {
        Interval φ = Value(x, y);
        (Interval u, Interval v) = Gradient(x, y);
        Interval p = Interval.Square(u) + φ * (2 * c);
        Interval s = u * v - φ * e;
        Interval r = Interval.Square(v) - φ * (2 * g);
        Interval root = Interval.Sqrt(Interval.Square(p - r) + 4 * Interval.Square(s));
        return 0.5 * (Interval.Abs(p + r) + root);
    }
}
