using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Regularization;

// Lagrange: u − 1 = λu, v − 1 = −λv, hence u = 1/(1 − λ), v = 1/(1 + λ), b = 4λ/(1 − λ²)², and (λu)² + (λv)² = 2λ²(1 +
// λ²)/(1 − λ²)². Substituted, the quartic is a polynomial in λ of degree at most 16 over (1 − λ²)⁸: zero at more than
// 16 rational λ, it is zero for all.

/// <summary>The penalty r of one coordinate: by global search, in closed form, and as a root of the quartic.</summary>
/// <remarks>Source: Srebro, "Relationship to Explicit Reg".</remarks>
public sealed class QuarticExperiment : Experiment<QuarticCell, QuarticOutcome>
{
    private static readonly (int Cubic, int Square, int Linear, int Mixed)[] Forms =
    [
        (6, 12, 8, 10),
        (7, 12, 8, 10),
        (6, 11, 8, 10),
        (6, 12, 9, 10),
        (6, 12, 8, 11),
    ];

    /// <inheritdoc/>
    public override string Id => "implicit-bias/quartic";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override QuarticOutcome Run(QuarticCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Denominator is < 2 or > 1000 || cell.Numerator < 1 || cell.Numerator >= cell.Denominator)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Numerator, "λ has to be a fraction in (0, 1) with a denominator of at most 1000.");
        if (!(cell.Scale is > 1e-100 and < 1e100))
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Scale, "α has to lie between 1e-100 and 1e100.");
        BigInteger p = cell.Numerator,
            q = cell.Denominator;
        BigInteger P = p * p,
            Q = q * q,
            gap = (Q - P) * (Q - P);
        // b = 4pq³/gap, r = 2P(Q + P)/gap: common denominator gap.
        BigInteger b = 4 * p * q * Q,
            r = 2 * P * (Q + P);
        Interval enclosed = Interval.OfRational(b, gap),
            closed = Interval.OfRational(r, gap);
        RootIsolation roots = RootIsolation.Of(
            x => Quartic(x, enclosed),
            x => QuarticSlope(x, enclosed),
            new Interval(-1, 4 * enclosed.Upper + 16),
            1e-12);
        double α = cell.Scale;
        Interval square = Interval.Square(α), β = square * enclosed;
        double farthest = (α * (4 + enclosed)).Upper;
        IntervalMinimum minimum = IntervalMinimum.Of(
            v => Interval.Square(Interval.Sqrt(β + Interval.Square(v)) - α) + Interval.Square(v - α),
            v => 2 * (1 - α / Interval.Sqrt(β + Interval.Square(v))) * v + 2 * (v - α),
            new Interval(-farthest, farthest),
            1e-10 * square.Lower);
        return new(
            enclosed.Midpoint,
            minimum.Value.Lower,
            minimum.Value.Upper,
            closed.Lower,
            closed.Upper,
            [.. roots.Roots.Select(root => root.Lower)],
            [.. roots.Roots.Select(root => root.Upper)],
            roots.IsComplete,
            [.. Forms.Select(form => (double)Residual(r, b, gap, form))],
            (double)(b * (q - p) * (q - p) * (q + p) * (q + p) - gap * (Q * (q + p) * (q + p) - Q * (q - p) * (q - p)))
        );
    }

    // Times gap⁴.
    private static BigInteger Residual(
        BigInteger r,
        BigInteger b,
        BigInteger gap,
        (int Cubic, int Square, int Linear, int Mixed) form) =>
        r * r * r * r
        - form.Cubic * r * r * r * gap
        + (form.Square * gap * gap - 2 * b * b) * r * r
        - (form.Linear * gap * gap + form.Mixed * b * b) * r * gap
        + b * b * gap * gap
        + b * b * b * b;

    private static Interval Quartic(Interval x, Interval b)
    {
        Interval s = Interval.Square(b);
        return (((x - 6) * x + (12 - 2 * s)) * x - (8 + 10 * s)) * x + s + Interval.Square(s);
    }

    private static Interval QuarticSlope(Interval x, Interval b)
    {
        Interval s = Interval.Square(b);
        return ((4 * x - 18) * x + 2 * (12 - 2 * s)) * x - (8 + 10 * s);
    }
}
