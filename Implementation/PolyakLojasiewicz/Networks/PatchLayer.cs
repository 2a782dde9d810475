using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>A layer that applies the same weights to a patch of its input at each of its positions: a convolution with
/// periodic boundary, or a dense layer where there is one position.</summary>
/// <param name="Weights">W, C' × kC for C channels in and C' out: column s·C + c reads channel c of the s-th position
/// of the patch.</param>
/// <param name="Kernel">k, positions of a patch, at least 1 and at most those of the input.</param>
/// <param name="Positions">Positions of the output: those of the input, or 1 for a layer that reads one patch
/// alone.</param>
/// <param name="Function">σ, applied entry by entry.</param>
/// <param name="IsResidual">Whether the input is added to the result, a + σ(z); input and output then have the same
/// shape.</param>
public sealed record PatchLayer(Matrix Weights, int Kernel, int Positions, LayerFunction Function, bool IsResidual);
