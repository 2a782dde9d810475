namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="LayeredNormExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 100.</param>
/// <param name="Depth">D, 2 to 8.</param>
public sealed record LayeredNormCell(int Dimension, int Depth);
