namespace Verification.Implementation.ImplicitBias.Regularization;

/// <summary>Sizes of <see cref="AlphaNeededExperiment"/>.</summary>
/// <param name="Dimension">d, 2 to 4000.</param>
/// <param name="Few">m, 1 to d − 1.</param>
/// <param name="Many">A larger m, from Few to d − 1; the first rows are the same.</param>
/// <param name="Sparsity">k, 1 to d.</param>
/// <param name="Denser">A larger k, from Sparsity to d.</param>
/// <param name="Noise">Standard deviation of the noise, the same numbers for all.</param>
/// <param name="Target">The excess population error that has to be reached.</param>
public sealed record AlphaNeededCell(
    int Dimension, int Few, int Many, int Sparsity, int Denser, double Noise, double Target);
