namespace Verification.Implementation.ImplicitBias;

/// <summary>A solution of: minimize ‖β‖₁ subject to Xβ = y, with what certifies it.</summary>
/// <param name="Solution">β̃, d entries; zero off the support.</param>
/// <param name="Support">The m coordinates of the optimal basis, ascending.</param>
/// <param name="Dual">ν̃, m entries: x_jᵀν̃ = sign on the basis.</param>
/// <param name="Value">A bracket of the least norm, proven by <see cref="MinimumNormBracket"/>.</param>
/// <param name="LargestOffBasis">max |x_jᵀν̃| over the other coordinates, as computed; below 1 the solution is unique
/// where no basis entry vanishes.</param>
/// <param name="IsOptimal">Whether the simplex method ended at an optimal basis.</param>
/// <param name="Pivots">Pivots taken.</param>
public sealed record BasisPursuitSolution(
    double[] Solution,
    int[] Support,
    double[] Dual,
    MinimumNormBracket Value,
    double LargestOffBasis,
    bool IsOptimal,
    int Pivots);
