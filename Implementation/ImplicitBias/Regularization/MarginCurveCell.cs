namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Sizes of <see cref="MarginCurveExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 100.</param>
/// <param name="Start">α, the scale of the start, 10⁻³ to 10³.</param>
/// <param name="SmallMargin">A margin y⟨β, x⟩ in units of ‖x‖²/‖x‖_∞.</param>
/// <param name="LogLargeMargin">log₁₀ of a margin in the same units, at most 100.</param>
public sealed record MarginCurveCell(int Dimension, double Start, double SmallMargin, double LogLargeMargin);
