namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Sizes of <see cref="MarginFlowExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 100.</param>
/// <param name="Start">α, the scale of the start, 10⁻³ to 10³.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="EarlyMargin">The first look is at the time at which the kernel machine, under the exponential loss, has
/// this margin, in units of ‖x‖²/‖x‖_∞.</param>
/// <param name="LogLateMargin">The second look is at the time at which it has this margin: log₁₀, in the same units, at
/// most 100.</param>
public sealed record MarginFlowCell(
    int Dimension, double Start, SampleLoss Loss, double EarlyMargin, double LogLateMargin);
