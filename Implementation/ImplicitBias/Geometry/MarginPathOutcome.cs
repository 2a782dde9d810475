namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>The margins along one gradient flow on separable data.</summary>
/// <param name="LogTimes">log(1 + t), ascending.</param>
/// <param name="MarginGaps">1 − min_i q_i/(γ‖w‖), γ the largest ℓ2 margin.</param>
/// <param name="DirectionGaps">‖w/‖w‖ − ŵ/‖ŵ‖‖.</param>
/// <param name="MarginErrors">Proven bounds of the errors of <paramref name="MarginGaps"/>.</param>
/// <param name="DirectionErrors">Proven bounds of the errors of <paramref name="DirectionGaps"/>.</param>
/// <param name="IsFinished">Whether the support of ŵ is certified and every step was solved.</param>
public sealed record MarginPathOutcome(
    double[] LogTimes,
    double[] MarginGaps,
    double[] DirectionGaps,
    double[] MarginErrors,
    double[] DirectionErrors,
    bool IsFinished);
