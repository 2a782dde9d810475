using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Cell of <see cref="RootIterationExperiment"/>.</summary>
/// <param name="Square">a &gt; 0, of f(x) = x² − a.</param>
/// <param name="Start">x⁰ &gt; √a.</param>
/// <param name="Steps">Newton steps, from 1 to 8.</param>
public sealed record RootIterationCell(double Square, double Start, int Steps);

/// <summary>The residuals of Newton's iterates, enclosed.</summary>
/// <param name="Lower">Lower ends of f(x^k)/f(x⁰), k = 0, 1, ….</param>
/// <param name="Upper">Upper ends.</param>
public sealed record RootIterationOutcome(double[] Lower, double[] Upper);

/// <summary>Newton's method for the square root, by interval arithmetic.</summary>
/// <remarks>x⁺ = (x + a/x)/2 has f(x⁺) = f(x)²/(4x²), which is positive: residuals are products, and no digit of them
/// is lost however small they become.</remarks>
public sealed class RootIterationExperiment : Experiment<RootIterationCell, RootIterationOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/root-iteration";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override RootIterationOutcome Run(
        RootIterationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Interval square = cell.Square, x = cell.Start, f = x * x - square;
        if (!(cell.Square > 0 && cell.Start > 0 && f.Lower > 0) || cell.Steps is < 1 or > 8)
            throw new ArgumentException("a is positive, the start beyond √a, and steps are from 1 to 8.", nameof(cell));
        Interval first = f;
        List<Interval> ratios = [1];
        for (int k = 0; k < cell.Steps; k++)
        {
            f = Interval.Square(f) / (4 * Interval.Square(x));
            x = (x + square / x) / 2;
            ratios.Add(f / first);
        }

        return new([.. ratios.Select(ratio => ratio.Lower)], [.. ratios.Select(ratio => ratio.Upper)]);
    }
}
