using Verification.Reproductions.Figures;

namespace Verification.Reproductions.ImplicitBias;

/// <summary>The figures about where gradient descent goes.</summary>
public static class ImplicitBiasFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new NetworkSizes(),
        new MarginsInLogTime(),
        new ApproachByDepth(),
        new PathBetweenNorms(),
        new PotentialLevels(),
        new SparseErrors(),
        new AlphaThreshold(),
        new ExplicitAndImplicit(),
        new UnobservedChange(),
    ];
}
