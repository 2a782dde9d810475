using Verification.Reproductions.Figures;

namespace Verification.Reproductions.CrossPredictability;

/// <summary>The figures about cross-predictability and emulation.</summary>
public static class CrossPredictabilityFigures
{
    /// <summary>All of them, in the order of the talk.</summary>
    public static IReadOnlyList<Figure> All =>
    [
        new CrossPredictabilityOfClasses(),
        new DescentAgainstBounds(),
        new FailureOnParities(),
        new LearningCurvesByDegree(),
        new NetworkCurvesByDegree(),
        new AccuracyOfMonomials(),
        new RecoveryBySamples(),
        new EmulationByBatch(),
        new EmulationByNoise(),
        new EmulationGraph(),
    ];
}
