namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>The margins along one gradient flow on separable data.</summary>
/// <param name="LogTimes">log(1 + t), ascending.</param>
/// <param name="MarginGaps">1 − min_i q_i/(γ‖w‖), γ the largest ℓ2 margin.</param>
/// <param name="DirectionGaps">‖w/‖w‖ − ŵ/‖ŵ‖‖.</param>
/// <param name="NormGaps">|γ‖w‖/log(1 + t) − 1|.</param>
/// <param name="Errors">Proven bounds of the error of the direction w/‖w‖ at each time.</param>
/// <param name="IsFinished">Whether the support of ŵ is certified and every step was solved.</param>
public sealed record MarginPathOutcome(
    double[] LogTimes,
    double[] MarginGaps,
    double[] DirectionGaps,
    double[] NormGaps,
    double[] Errors,
    bool IsFinished);
