using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz;

// L = ½φ², φ(x, y) = 1 + bx + cx² − exy − gy². The gradient turns along the step of descent, so that L falls more slowly than |∇L| tells.
// ∇L = φ∇φ, ½|∇L|² = |∇φ|²·L, H = ∇φ∇φᵀ + φH_φ, all enclosed over the boxes of a subdivision.

/// <summary>The neighborhood in which the constants are certified.</summary>
/// <param name="Thickness">The segment between the iterates is widened by this much to all sides; in [0, 1].</param>
public sealed record TurningGradientCell(double Thickness);

/// <summary>One step of gradient descent with η = 1 from the origin.</summary>
/// <param name="RatioLower">L(x¹)/L(x⁰), lower end.</param>
/// <param name="RatioUpper">Its upper end.</param>
/// <param name="PolyakLower">μ: ½|∇L|² ≥ μL on the neighborhood, best constant there, lower end.</param>
/// <param name="PolyakUpper">Its upper end, from points of the middle line and the edges.</param>
/// <param name="SmoothnessLower">Greatest norm of the Hessian on the neighborhood, lower end, from the same points.</param>
/// <param name="SmoothnessUpper">Its upper end.</param>
public sealed record TurningGradientOutcome(
    double RatioLower, double RatioUpper, double PolyakLower, double PolyakUpper, double SmoothnessLower, double SmoothnessUpper);

/// <summary>A function of two variables on which one step of gradient descent gains less than on any of one variable, by interval arithmetic. Takes no random numbers.</summary>
public sealed class TurningGradientExperiment : Experiment<TurningGradientCell, TurningGradientOutcome>
{
    // Boxes along the segment: H varies by about 2 over the length 0.33, so that a subdivision of 2⁻¹⁶ resolves the slack 7·10⁻⁵ of the smoothness.
    private const int Pieces = 1 << 16;

    private static readonly Interval b = Interval.OfDecimal("0.3263");
    private static readonly Interval c = Interval.OfDecimal("0.11955");
    private static readonly Interval e = Interval.OfDecimal("0.9383");
    private static readonly Interval g = Interval.OfDecimal("0.1728");

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/turning-gradient";

    /// <inheritdoc/>
    public override TurningGradientOutcome Run(TurningGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double δ = cell.Thickness;
        if (!(δ >= 0 && δ <= 1))
            throw new ArgumentOutOfRangeException(nameof(cell), δ, "The thickness has to lie in [0, 1].");
        // x¹ = −φ(0)∇φ(0) = (−b, 0).
        Interval ratio = Interval.Square(Value(-b, default));
        Interval y = new(-δ, δ);
        double start = (-b - δ).Lower;
        double width = ((Interval)δ - start).Upper / Pieces;
        double least = double.PositiveInfinity;
        double attained = double.PositiveInfinity;
        double smoothness = 0;
        double reached = 0;
        for (int i = 0; i < Pieces; i++)
        {
            if (i % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            Interval x = new(start + i * width, start + (i + 1) * width + 1e-15);
            (Interval u, Interval v) = Gradient(x, y);
            least = Math.Min(least, (Interval.Square(u) + Interval.Square(v)).Lower);
            Interval norm = HessianNorm(Value(x, y), u, v);
            smoothness = Math.Max(smoothness, norm.Upper);
            foreach (double edge in (double[])[-δ, 0, δ])
            {
                (Interval pu, Interval pv) = Gradient(x.Lower, edge);
                attained = Math.Min(attained, (Interval.Square(pu) + Interval.Square(pv)).Upper);
                reached = Math.Max(reached, HessianNorm(Value(x.Lower, edge), pu, pv).Lower);
            }
        }

        return new(ratio.Lower, ratio.Upper, least, attained, reached, smoothness);
    }

    private static Interval Value(Interval x, Interval y) => 1 + x * (b + c * x - e * y) - g * Interval.Square(y);

    private static (Interval X, Interval Y) Gradient(Interval x, Interval y) => (b + 2 * c * x - e * y, -e * x - 2 * g * y);

    // The eigenvalues of [[p, s], [s, r]] are ½(p + r) ± ½√((p − r)² + 4s²).
    private static Interval HessianNorm(Interval φ, Interval u, Interval v)
    {
        Interval p = Interval.Square(u) + φ * (2 * c);
        Interval s = u * v - φ * e;
        Interval r = Interval.Square(v) - φ * (2 * g);
        Interval root = Interval.Sqrt(Interval.Square(p - r) + 4 * Interval.Square(s));
        return 0.5 * (Interval.Abs(p + r) + root);
    }
}
