using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>Bounds of what rounding does to a tangent kernel and its eigenvalues.</summary>
internal static class KernelRounding
{
    /// <summary>Bound of the error of each eigenvalue of a computed kernel K of n samples, m neurons, d coordinates,
    /// with trace <paramref name="trace"/>.</summary>
    /// <remarks>
    /// Slopes σ' are within 8 ulp (16u twice in a product); a chain of m fused multiply-adds and one of d bring (m + d
    /// + 2)u, so that |δK_ij| ≤ (m + d + 34)u·√(K_iiK_jj) and ‖δK‖ ≤ (m + d + 34)u·tr K. The eigenvalue routine adds
    /// 10·n·u·‖K‖ as customary (Golub and Van Loan, section 8.3). Arguments w·x of the slopes carry rounding too: it
    /// moves the weights by d·u relative, which no statement here depends on.
    /// </remarks>
    public static double EigenvalueError(int samples, int width, int dimension, double trace) =>
        (width + dimension + 34 + 10.0 * samples) * UnitRoundoff * trace;
}
