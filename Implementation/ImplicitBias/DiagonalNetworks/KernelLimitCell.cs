namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="KernelLimitExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 1000.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Depth">D, 2 to 64.</param>
/// <param name="Doublings">How often α^D is doubled, 2 to 12.</param>
public sealed record KernelLimitCell(int Dimension, int Samples, int Depth, int Doublings);
