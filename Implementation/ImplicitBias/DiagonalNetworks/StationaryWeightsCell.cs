namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// One sample x = (First, Second), label 1, and weights u = v = (1/√First, Share/√First) of f = Σ u_jv_jx_j, all in
/// whole numbers.
/// </summary>
/// <param name="First">x₁, 1 to 1000.</param>
/// <param name="Second">x₂, 0 to 1000.</param>
/// <param name="Leak">Thousandths: u₂ = v₂ = Leak/1000·u₁.</param>
public sealed record StationaryWeightsCell(int First, int Second, int Leak);
