using Verification.Implementation.PolyakLojasiewicz.Networks;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

/// <summary>What closed-form constants say about all kernels of a ball.</summary>
internal static class CertifiedBall
{
    /// <summary>
    /// (√λ_0 − β_FR)² for R = <paramref name="radius"/>·‖r_0‖, a lower bound of λ_min(K) on B(w_0, R); 0 where the
    /// bracket is negative.
    /// </summary>
    public static double Floor(CertifiedDescentOutcome o, double radius)
    {
        double σ = Math.Max(0, Math.Sqrt(o.InitialEigenvalue) - o.JacobianLipschitz * radius * o.ResidualNorm);
        return σ * σ;
    }
}
