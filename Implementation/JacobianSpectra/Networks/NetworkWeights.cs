using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Networks;

/// <summary>Weights before training: W standard normal, V of independent signs.</summary>
public static class NetworkWeights
{
    /// <summary>k × d, independent standard normal entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    public static Matrix Gaussian(RandomStream stream, int width, int dimension)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        var W = new Matrix(width, dimension);
        stream.FillNormals(W.Values);
        return W;
    }

    /// <summary>K × k, independent entries ±scale.</summary>
    /// <param name="stream">Where the signs come from.</param>
    /// <param name="outputs">K.</param>
    /// <param name="width">k.</param>
    /// <param name="scale">The magnitude of the entries; ν/√k gives E[JJᵀ] = ν²·Σ(X) ⊗ I_K.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    public static Matrix Signs(RandomStream stream, int outputs, int width, double scale)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var V = new Matrix(outputs, width);
        stream.FillSigns(V.Values);
        Lanes.Scale(scale, V.Values);
        return V;
    }
}
