using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="ExtremeSingularValuesExperiment"/>.</summary>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m ≥ d.</param>
public sealed record ExtremeSingularValuesCell(int Dimension, int Width);

/// <summary>Enclosures of the extreme singular values of a Gaussian W*.</summary>
/// <param name="LeastLower">Lower end for the least singular value.</param>
/// <param name="LeastUpper">Upper end of it.</param>
/// <param name="LargestLower">Lower end for the largest one.</param>
/// <param name="LargestUpper">Upper end of it.</param>
public sealed record ExtremeSingularValuesOutcome(
    double LeastLower, double LeastUpper, double LargestLower, double LargestUpper);

/// <summary>The extreme singular values of m × d Gaussian planted weights, from their bidiagonal form.</summary>
public sealed class ExtremeSingularValuesExperiment
    : Experiment<ExtremeSingularValuesCell, ExtremeSingularValuesOutcome>
{
    // A millionth of σ² is far below the deviations t examined.
    private const double EnclosureWidth = 1e-6;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/extreme-singular-values";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">m is less than d, or d less than 1.</exception>
    public override ExtremeSingularValuesOutcome Run(
        ExtremeSingularValuesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension < 1 || cell.Width < cell.Dimension)
            throw new ArgumentException(
                $"Planted weights of rank d need 1 ≤ d ≤ m, not d = {cell.Dimension}, m = {cell.Width}.", nameof(cell));
        BidiagonalGram T = Wishart.DrawTridiagonal(stream, cell.Width, cell.Dimension);
        (double lower, double upper) least = T.LeastEigenvalue(EnclosureWidth);
        (double lower, double upper) largest = T.LargestEigenvalue(EnclosureWidth);
        return new(Math.Sqrt(least.lower), Math.Sqrt(least.upper), Math.Sqrt(largest.lower), Math.Sqrt(largest.upper));
    }
}
