using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>How far a descent can still travel within a number of further steps.</summary>
/// <remarks>
/// Every step lowers the risk by at least ½η‖∇L‖², and the risk stays positive: Ση‖∇L‖² ≤ 2L over all further steps,
/// and by the Cauchy–Schwarz inequality K of them are together at most ρ = √(2KηL) long, η the longest of them. WᵀW
/// then moves by at most ρ(2‖W‖ + ρ). The steps of
/// <see cref="SublevelSet.Step"/> are at most 1/L_s(0) or 1/(18Λ‖WᵀW‖_F); half of ‖WᵀW‖_F now stands in the latter,
/// which a move by less than that proves.
/// </remarks>
public static class DescentLimit
{
    /// <summary>Bound of ‖W_lᵀW_l − WᵀW‖_F for the next steps; infinite where the test fails, 0 where the gradient is
    /// exactly zero or none is left.</summary>
    /// <param name="risk">The risk that is descended.</param>
    /// <param name="sublevel">Its sublevel sets, which choose the steps.</param>
    /// <param name="descent">Where it stands.</param>
    /// <param name="steps">How many steps may still come.</param>
    public static double Drift(QuadraticRisk risk, SublevelSet sublevel, GradientDescent descent, int steps)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(sublevel);
        ArgumentNullException.ThrowIfNull(descent);
        if (descent.GradientNorm == 0 || steps <= 0)
            return 0;
        double level = Math.Max(0, descent.Risk) + risk.At(descent.Difference).Error;
        double norm = Lanes.Norm(descent.Gram.Values);
        double longest = Math.Max(1 / sublevel.Curvature(0), 1 / (9 * sublevel.LargestEigenvalue * norm));

        // ‖W‖ ≤ √‖WᵀW‖_F; a billionth covers the rounding of the formula.
        double ρ = Math.Sqrt(2.0 * steps * longest * level) * (1 + 1e-9);
        double moved = ρ * (2 * Math.Sqrt(norm) + ρ);
        return moved <= norm / 2 ? moved : double.PositiveInfinity;
    }
}
