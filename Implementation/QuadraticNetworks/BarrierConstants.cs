using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>Constants of the population energy barrier, in units of σ_min(W*)⁴.</summary>
/// <remarks>
/// Source: heading "Optimization Landscape: An Energy Barrier" of Kızıldağ (2020), arXiv:1912.01599; the sharp constant
/// is derived as follows. A rank-deficient student has a unit v with Wv = 0, hence vᵀAv = −vᵀS*v ≤ −σ². Minimizing ⟨A,
/// T(A)⟩ under vᵀAv = −σ² gives σ⁴ / ⟨vvᵀ, T⁻¹ vvᵀ⟩, and with p = Σ v_i⁴ ∈ [1/d, 1] the decomposition of vvᵀ into its
/// three eigencomponents (identity, traceless diagonal, off-diagonal, with eigenvalues Λ = κ + dμ2², κ, 2μ2²) yields
/// ⟨vvᵀ, T⁻¹ vvᵀ⟩ = 1/(dΛ) + (p − 1/d)/κ + (1 − p)/(2μ2²), which is linear in p.
/// </remarks>
public static class BarrierConstants
{
    extension(CoordinateLaw law)
    {
        /// <summary>
        /// C = min{κ, 2μ2²}, the constant of the energy barrier and, for d ≥ 2, the least eigenvalue of the expected
        /// tensorized covariance.
        /// </summary>
        public double BarrierConstant => Math.Min(law.VarianceOfSquare, 2 * law.SecondMoment * law.SecondMoment);
    }

    /// <summary>b_d: the least risk of a student of rank below d, over all teachers with σ_min(W*) = 1. Attained by a
    /// diagonal S* if κ ≤ 2μ2², by v_min = (1, …, 1)/√d if κ ≥ 2μ2².</summary>
    /// <returns>A number in [C, μ4]; 0 when κ = 0 and d ≥ 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">d is less than 1.</exception>
    public static double Sharp(CoordinateLaw law, int d)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        double κ = law.VarianceOfSquare;
        double square = law.SecondMoment * law.SecondMoment;
        if (d == 1)
            return law.FourthMoment;
        return κ <= 2 * square
            ? κ * (κ + d * square) / (κ + (d - 1) * square)
            : 1 / ((d - 1) / (2 * d * square) + 1 / (d * (κ + d * square)));
    }
}
