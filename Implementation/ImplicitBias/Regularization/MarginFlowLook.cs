namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>One look at the flow of <see cref="MarginFlowExperiment"/>; every number is the middle of a proven
/// enclosure, of the half width beside it.</summary>
/// <param name="Kernel">⟨β, x⟩/(‖β‖₂‖x‖₂): 1 exactly for the kernel machine.</param>
/// <param name="KernelError">Its half width.</param>
/// <param name="Rich">⟨β, x⟩/(‖β‖₁‖x‖_∞): 1 exactly for the largest ℓ1 margin.</param>
/// <param name="RichError">Its half width.</param>
/// <param name="Margin">The margin y⟨β, x⟩ over that of the kernel machine at the same time under the exponential
/// loss.</param>
/// <param name="MarginError">Its half width.</param>
public sealed record MarginFlowLook(
    double Kernel, double KernelError, double Rich, double RichError, double Margin, double MarginError);
