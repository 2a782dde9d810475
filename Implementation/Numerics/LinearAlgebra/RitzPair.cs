namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>An approximate eigenpair with its certificate.</summary>
/// <param name="Value">θ.</param>
/// <param name="Vector">x, of unit Euclidean norm up to rounding.</param>
/// <param name="Residual">
/// ‖A·x - θ·x‖₂, from a product with A of its own: at least one eigenvalue of A lies within this distance of θ
/// (Parlett, "The symmetric eigenvalue problem", theorem 4.5.1), up to the rounding of that product. It does not say
/// that this eigenvalue is the extreme one.
/// </param>
public sealed record RitzPair(double Value, double[] Vector, double Residual);
