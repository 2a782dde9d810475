namespace Verification.Implementation.ImplicitBias.KernelRegime;

/// <summary>Sizes of <see cref="TangentExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 64.</param>
/// <param name="Depth">D, 2 to 8.</param>
/// <param name="Start">α > 0: the start is α𝟏, or for a biased start α times numbers in (½, 3/2).</param>
/// <param name="IsBiased">Whether w₊ and w₋ differ at the start.</param>
/// <param name="Step">‖w − w₀‖/‖w₀‖ of the second point, > 0.</param>
public sealed record TangentCell(int Dimension, int Depth, double Start, bool IsBiased, double Step);
