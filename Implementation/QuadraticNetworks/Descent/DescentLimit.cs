using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>How far a descent can still travel, whatever the number of steps to come.</summary>
/// <remarks>
/// Let λ⁺ be the least eigenvalue of G other than zero and σ_d(W) ≥ s. Then ‖∇L‖² = 16‖WR‖² ≥ 16s²‖R‖² ≥ 16s²λ⁺L, since R = smat(Ga) and
/// aᵀG²a ≥ λ⁺·aᵀGa. A step with L − L' ≥ ½η‖∇L‖² has √L − √L' ≥ η‖∇L‖²/(4√L) ≥ s√λ⁺·η‖∇L‖: all further steps together are at most
/// √(L/λ⁺)/s long. With s half of σ_d(W) now, ρ = 2√(L/λ⁺)/σ_d(W) ≤ ½σ_d(W) proves that σ_d never falls below s. Then the risk goes to zero at
/// a linear rate, the weights converge, and WᵀW moves by at most ρ(2‖W‖ + ρ). Holds for any number of samples: G = PᵀP/N has rank at most N.
/// </remarks>
public static class DescentLimit
{
    /// <summary>Bound of ‖W_lᵀW_l − WᵀW‖_F for all later l; infinite where the test fails, 0 where the gradient is exactly zero.</summary>
    /// <param name="risk">The risk that is descended.</param>
    /// <param name="descent">Where it stands; all further steps lower the risk by at least ½η‖∇L‖².</param>
    public static double Drift(QuadraticRisk risk, GradientDescent descent)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(descent);
        if (descent.GradientNorm == 0)
            return 0;
        int D = risk.Covariance.Rows;
        int rank = risk.Samples == 0 ? D : Math.Min(risk.Samples, D);
        double λ = risk.Spectrum.Values[D - rank] - risk.EigenvalueError;
        var gram = SymmetricEigen.Of(descent.Gram);
        double bound = EigenvalueBound.Of(descent.Gram, gram);
        double σ2 = gram.Values[0] - bound;
        double level = Math.Max(0, descent.Risk) + risk.At(descent.Difference).Error;
        if (!(λ > 0 && σ2 > 0))
            return double.PositiveInfinity;
        double ρ = 2 * Math.Sqrt(level / (λ * σ2)) * (1 + 1e-9);
        return ρ <= 0.5 * Math.Sqrt(σ2) ? ρ * (2 * Math.Sqrt(gram.Values[^1] + bound) + ρ) : double.PositiveInfinity;
    }
}
