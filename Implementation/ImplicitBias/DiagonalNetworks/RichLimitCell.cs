namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="RichLimitExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 14: every basis of m columns is tried.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Depth">D, 2 to 8.</param>
/// <param name="Decades">−log₁₀ of the last scale α, 0.1 to 140; the others have a half, a quarter, … of its
/// logarithm.</param>
public sealed record RichLimitCell(int Dimension, int Samples, int Depth, double Decades)
{
    /// <summary>A cell whose last scale is small enough for the leading term, and large enough for doubles.</summary>
    /// <remarks>
    /// For depth 2 the gap falls like a power of α that may be small: 80 decades. For D ≥ 3 what is beyond the leading
    /// term is smaller than it by a factor of the order of α^(D−2), here 10⁻⁵ or less; slopes on the basis lie so close
    /// to 1, which doubles resolve.
    /// </remarks>
    public static RichLimitCell Deepest(int dimension, int samples, int depth) =>
        new(dimension, samples, depth, depth == 2 ? 80 : Math.Max(10.0 / depth, 5.0 / (depth - 2)));
}
