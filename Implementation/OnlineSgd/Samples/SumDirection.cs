using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.OnlineSgd.Samples;

// Let Y be an n × ν matrix of independent normals and ĉ a unit vector independent of it. The sum g = Yᵀĉ of its rows is
// a normal vector, and PY with P = I − ĉĉᵀ is independent of it; hence Yg/‖g‖ = ĉ‖g‖ + Ph with h normal.

/// <summary>Products of normal samples with the direction in which a weighted sum of them points.</summary>
public static class SumDirection
{
    /// <summary>⟨g/‖g‖, x_i⟩, g = Σĉ_jx_j: each sample leans on its own weight by ĉ_i‖g‖.</summary>
    /// <param name="weights">ĉ, n numbers of Euclidean norm 1 that do not depend on the x_i; or zeros, for a direction
    /// that does not depend on them either.</param>
    /// <param name="normals">h, n independent normal numbers.</param>
    /// <param name="square">G = ‖g‖², a chi-square number of as many degrees as the samples have
    /// coordinates.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] Products(double[] weights, double[] normals, double square)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(normals);
        double[] products = [.. normals];
        Lanes.Axpy(Math.Sqrt(square) - Lanes.Dot(weights, normals), weights, products);
        return products;
    }
}
