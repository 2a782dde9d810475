namespace Verification.Implementation.ImplicitBias.KernelRegime;

/// <summary>Sizes of <see cref="ScalingLimitExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 16.</param>
/// <param name="Samples">m, 1 to d.</param>
/// <param name="Depth">D, 2 to 4.</param>
/// <param name="First">The first scale is α = 2^First, 0 to 12.</param>
/// <param name="Doublings">How often α is doubled, 2 to 12.</param>
public sealed record ScalingLimitCell(int Dimension, int Samples, int Depth, int First, int Doublings);
