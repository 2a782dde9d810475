namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>The gradient flow of the squared parametrization on one separable sample, at two times.</summary>
/// <param name="Early">At the first look.</param>
/// <param name="Late">At the second look.</param>
/// <param name="Runner">The second largest |x_j| over the largest; near 1 the way to the ℓ1 margin is long.</param>
/// <param name="IsFinished">Whether both times are enclosed.</param>
public sealed record MarginFlowOutcome(MarginFlowLook Early, MarginFlowLook Late, double Runner, bool IsFinished);
