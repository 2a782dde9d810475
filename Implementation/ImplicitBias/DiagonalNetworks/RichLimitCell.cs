namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="RichLimitExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 14: every basis of m columns is tried.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Depth">D, 2 to 8.</param>
/// <param name="Decades">−log₁₀ of the last scale α, 0.1 to 140; the others have a half, a quarter, … of its
/// logarithm.</param>
public sealed record RichLimitCell(int Dimension, int Samples, int Depth, double Decades);
