using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditions;

// L = ½(y − φ(x))², φ(x) = ½(A − s)x − ½(A + s)√(x² + δ²), δ = 1/10: a smooth ridge, steep (slope A) on the left and
// gentle (slope −s) on the right. ½|∇L|² = (1 + φ′²)L ≥ L. Below the ridge, a little to its right, the gradient follows
// the gentle side while the nearest solution lies on the steep one: for As > 1 the two directions oppose each other.

/// <summary>The ridge and a point below it.</summary>
/// <param name="Rise">A &gt; 0.</param>
/// <param name="Fall">s &gt; 0.</param>
public sealed record RidgeCell(double Rise, double Fall);

/// <summary>The point w = (1/5, −3).</summary>
/// <param name="PolyakLower">Lower bound of ½|∇L|²/L over the plane.</param>
/// <param name="SecantLower">⟨∇L(w), w − w_p⟩/|w − w_p|², w_p the nearest solution, lower end.</param>
/// <param name="SecantUpper">Its upper end.</param>
/// <param name="IsNearestCertain">Whether all other stationary points of the distance are certainly farther
/// away.</param>
public sealed record RidgeOutcome(double PolyakLower, double SecantLower, double SecantUpper, bool IsNearestCertain);

/// <summary>A function with a curve of minimizers that satisfies PL but not the restricted secant inequality. Takes no
/// random numbers.</summary>
public sealed class RidgeExperiment : Experiment<RidgeCell, RidgeOutcome>
{
    private static readonly Interval Smoothing = Interval.Square(Interval.OfDecimal("0.1"));
    private static readonly Interval X = Interval.OfDecimal("0.2");
    private static readonly Interval Y = -3;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/ridge";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override RidgeOutcome Run(RidgeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(cell.Rise > 0 && cell.Rise <= 100 && cell.Fall > 0 && cell.Fall <= 100))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell, "The slopes of the ridge have to lie in (0, 100].");
        Interval up = 0.5 * ((Interval)cell.Rise - cell.Fall);
        Interval bend = 0.5 * ((Interval)cell.Rise + cell.Fall);
        // Half the derivative of the squared distance from w to (t, φ(t)): (t − X) + (φ − Y)φ′, and its derivative 1 +
        // φ′² + (φ − Y)φ″.
        RootIsolation stationary = RootIsolation.Of(
            t => t - X + (Height(t) - Y) * Slope(t),
            t => 1 + Interval.Square(Slope(t)) + (Height(t) - Y) * Bend(t),
            new Interval(-8, 8));
        // Beyond |t| = 8 the distance exceeds 7, and (0, φ(0)) is nearer: the nearest point is among these.
        Interval[] distances =
        [
            .. stationary.Roots.Select(t => Interval.Square(t - X) + Interval.Square(Height(t) - Y)),
        ];
        int nearest = Enumerable.Range(0, distances.Length).MinBy(i => distances[i].Upper);
        bool certain =
            stationary.IsComplete
            && Enumerable
                .Range(0, distances.Length)
                .All(i => i == nearest || distances[nearest].IsCertainlyLess(distances[i]));
        Interval foot = stationary.Roots[nearest];
        Interval r = Y - Height(X);
        Interval product = r * (-Slope(X) * (X - foot) + (Y - Height(foot)));
        Interval secant = product / distances[nearest];
        // ½|∇L|²/L = 1 + φ′².
        IntervalMinimum slopeSquare = IntervalMinimum.Of(
            t => 1 + Interval.Square(Slope(t)),
            t => 2 * Slope(t) * Bend(t),
            new Interval(-8, 8));
        return new(slopeSquare.Value.Lower, secant.Lower, secant.Upper, certain);

        Interval Root(Interval t) => Interval.Sqrt(Interval.Square(t) + Smoothing);
        Interval Height(Interval t) => up * t - bend * Root(t);
        Interval Slope(Interval t) => up - bend * (t / Root(t));
        Interval Bend(Interval t) => -bend * Smoothing / Interval.Power(Root(t), 3);
    }
}
