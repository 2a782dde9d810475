using Verification.Reproductions.Figures;

namespace Verification.Reproductions.RandomSystems;

/// <summary>The figures about systems of random equations.</summary>
public static class RandomSystemsFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new EluEpochs(),
        new EluRates(),
        new PhaseDiagram(11),
        new HessianDescentPaths(),
        new HessianDescentEdges(),
        new PhaseDiagram(3),
        new RealZeroCounts(),
        new DescentPaths(),
        new NewtonConvergence(),
        new EluTheory(),
    ];
}
