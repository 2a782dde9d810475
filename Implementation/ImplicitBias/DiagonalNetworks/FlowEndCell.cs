namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="FlowEndExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 64.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Depth">D, 2 to 8.</param>
/// <param name="Start">α > 0, the weights at the start.</param>
public sealed record FlowEndCell(int Dimension, int Samples, int Depth, double Start);
