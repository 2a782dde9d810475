namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// How far β_α lies from the solution of least Euclidean norm, in units in which that has ‖·‖_∞ = 1, as α grows.
/// </summary>
/// <param name="Scales">t = α^D/‖β_ℓ2‖_∞, ascending.</param>
/// <param name="Distances">‖β_α − β_ℓ2‖/‖β_ℓ2‖_∞ at each.</param>
/// <param name="Errors">Proven bounds of their errors.</param>
/// <param name="Cube">‖P b³‖ for b = β_ℓ2/‖β_ℓ2‖_∞, cubes entry by entry, P the projection onto the kernel of
/// X.</param>
/// <param name="CubeError">Proven bound of its error.</param>
/// <param name="Remainders">Proven bounds of |distance − (D − 1)(3D − 4)‖P b³‖/(12D²t²)|.</param>
/// <param name="IsCertified">Whether every bound is finite.</param>
public sealed record KernelLimitOutcome(
    double[] Scales,
    double[] Distances,
    double[] Errors,
    double Cube,
    double CubeError,
    double[] Remainders,
    bool IsCertified);
