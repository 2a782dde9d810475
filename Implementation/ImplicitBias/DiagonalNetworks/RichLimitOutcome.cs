namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// How the end of the flow from α𝟏 approaches least ℓ1 norm as α falls, on one instance. Labels are scaled to a least
/// ℓ1 norm near 1.
/// </summary>
/// <param name="Scales">α, descending.</param>
/// <param name="LowerNorm">Proven lower bound of min ‖β‖₁ subject to Xβ = y, from the simplex method's dual
/// vector.</param>
/// <param name="UpperNorm">Proven upper bound of it.</param>
/// <param name="Norms">‖β_α‖₁ at each scale.</param>
/// <param name="NormErrors">Proven bounds of their errors.</param>
/// <param name="Largest">‖β_α‖_∞ at each scale.</param>
/// <param name="Slopes">‖q′(β_α/α^D)‖_∞ at each scale, below 1 for D ≥ 3.</param>
/// <param name="DualSlopes">|x_jᵀν*| off the optimal basis; their largest is s.</param>
/// <param name="LogConstants">Logarithm of the constant c_j that belongs to each: β_j ≈ ±c_j·α^(2(1 − |x_jᵀν*|)) for D
/// = 2, ±α^D·c_j for D ≥ 3.</param>
/// <param name="Gaps">‖β_α‖₁ − min ‖β‖₁ by a sum without cancellation over the coordinates off the basis.</param>
/// <param name="GapErrors">Proven bounds of their errors, relative to each.</param>
/// <param name="Envelopes">Proven bounds of |log(gap/leading term)|; infinite where nothing is proven.</param>
/// <param name="LastExcess">At the last scale, of Σ|β_j|^p for p = 2, 1, 2/3, 1/2 over the least known value at an
/// interpolant, relative to that.</param>
/// <param name="LastExcessError">Proven bounds of their errors.</param>
/// <param name="LeastMargin">Of the optimal basis: min |β_i|/max |β_i|; 0 where the least ℓ1 norm is not certified to
/// be attained there.</param>
/// <param name="IsCertified">Whether every bound of the minimizers is finite and the simplex method ended.</param>
public sealed record RichLimitOutcome(
    double[] Scales,
    double LowerNorm,
    double UpperNorm,
    double[] Norms,
    double[] NormErrors,
    double[] Largest,
    double[] Slopes,
    double[] DualSlopes,
    double[] LogConstants,
    double[] Gaps,
    double[] GapErrors,
    double[] Envelopes,
    double[] LastExcess,
    double[] LastExcessError,
    double LeastMargin,
    bool IsCertified);
