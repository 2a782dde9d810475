namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Sizes of <see cref="RegimePathExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 200.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Layers">The depths 2 to this one are followed, 2 to 8.</param>
/// <param name="LogFirst">log₁₀ of the first scale α, at most 3.</param>
/// <param name="LogLast">log₁₀ of the last scale, −12 or more and at most the first.</param>
/// <param name="Points">Number of scales, 2 to 200, equally spaced in log α.</param>
public sealed record RegimePathCell(
    int Dimension, int Samples, int Layers, double LogFirst, double LogLast, int Points);
