using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>Bounds of what rounding does to a tangent kernel and its eigenvalues.</summary>
internal static class KernelRounding
{
    /// <summary>Bound of ‖δK‖_F for the computed kernel K of a shallow network of m neurons on inputs of d coordinates,
    /// with trace <paramref name="trace"/>.</summary>
    /// <remarks>
    /// Slopes σ' are within 8 ulp (16u, twice in a product); a chain of m fused multiply-adds and one of d bring (m + d
    /// + 2)u, so that |δK_ij| ≤ γ_{m + d + 34}·√(K_iiK_jj) and ‖δK‖_F ≤ γ_{m + d + 34}·tr K; two operations more pay
    /// for a trace that is computed. Arguments w·x of the slopes carry rounding too: it moves the weights by d·u
    /// relative, which no statement here depends on.
    /// </remarks>
    public static double Of(int width, int dimension, double trace) => Gamma(width + dimension + 36.0) * trace;

    /// <summary>Bound of the error of each eigenvalue of a computed kernel: that of <see cref="Of"/>, and what
    /// <see cref="EigenvalueBound"/> measures at the eigenvectors found.</summary>
    public static double EigenvalueError(Matrix kernel, SymmetricEigen spectrum, int width, int dimension)
    {
        double trace = 0;
        for (int i = 0; i < kernel.Rows; i++)
            trace += kernel[i, i];
        return Of(width, dimension, trace) + EigenvalueBound.Of(kernel, spectrum);
    }
}
