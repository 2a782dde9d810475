using Verification.Reproductions.Figures;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>The figures of trained networks.</summary>
internal static class TrainingFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    internal static IReadOnlyList<Figure> All =>
    [
        new EarlyStoppingCurves(),
        new SingularValues(),
        new ResidualsAlongSpaces(),
        new PrintedAlignments(),
        new NuisanceEnergyAndError(),
    ];
}
