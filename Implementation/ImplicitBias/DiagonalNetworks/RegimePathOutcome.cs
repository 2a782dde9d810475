namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>The ends β_α of the flows from α𝟏 on one instance, between least ℓ2 and least ℓ1 norm.</summary>
/// <param name="Scales">α, descending.</param>
/// <param name="Solutions">β_α, d entries a scale, depth after depth; zeros where nothing is proven.</param>
/// <param name="Gaps">‖β_α‖₁/‖β_ℓ1‖₁ − 1, one a scale, depth after depth, by a sum without cancellation once the signs
/// on the optimal basis are those of β_ℓ1; NaN where no bound of its error lies below a thousandth of it.</param>
/// <param name="LeadingGaps">The leading term of each gap as α → 0.</param>
/// <param name="KernelDistances">‖β_α − β_ℓ2‖/‖β_ℓ2‖, likewise.</param>
/// <param name="LeastSquares">β_ℓ2, d entries.</param>
/// <param name="LeastSum">β_ℓ1, d entries; zeros where the simplex method did not end.</param>
/// <param name="RichGap">‖β_ℓ2‖₁/‖β_ℓ1‖₁ − 1, what the gap tends to as α → ∞.</param>
public sealed record RegimePathOutcome(
    double[] Scales,
    double[] Solutions,
    double[] Gaps,
    double[] LeadingGaps,
    double[] KernelDistances,
    double[] LeastSquares,
    double[] LeastSum,
    double RichGap);
