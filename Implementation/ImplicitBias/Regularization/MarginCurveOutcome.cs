namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>The predictor of the squared parametrization on one separable sample, at two margins on its way.</summary>
/// <param name="SmallKernel">At the small margin, ⟨β, x⟩/(‖β‖₂‖x‖₂): 1 exactly for the kernel machine.</param>
/// <param name="SmallRich">⟨β, x⟩/(‖β‖₁‖x‖_∞): 1 exactly for the largest ℓ1 margin.</param>
/// <param name="LargeKernel">The first at the large margin.</param>
/// <param name="LargeRich">The second at the large margin.</param>
/// <param name="Runner">The second largest |x_j| over the largest; near 1 the way to the ℓ1 margin is long.</param>
/// <param name="Error">Bound of the errors of the ratios.</param>
public sealed record MarginCurveOutcome(
    double SmallKernel, double SmallRich, double LargeKernel, double LargeRich, double Runner, double Error);
