namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Sizes of <see cref="SparsePathExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 4000.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Sparsity">k, 0 to d.</param>
/// <param name="Noise">Standard deviation of the noise.</param>
/// <param name="Depth">D, 2 to 8.</param>
/// <param name="LogFirst">log₁₀ of the largest scale α^(D/2), −12 to 6.</param>
/// <param name="LogLast">log₁₀ of the smallest.</param>
/// <param name="Points">Scales in equal steps of the logarithm, 1 to 200.</param>
public sealed record SparsePathCell(
    int Dimension, int Samples, int Sparsity, double Noise, int Depth, double LogFirst, double LogLast, int Points);
