using Verification.Reproductions.Figures;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>The figures about cross-predictability.</summary>
public static class CrossPredictabilityFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new CrossPredictabilityOfClasses(),
        new DescentAgainstBounds(),
        new LearningCurvesByDegree(),
        new AccuracyOfMonomials(),
    ];
}
