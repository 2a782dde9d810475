using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Random symmetric matrices.</summary>
public static class SymmetricDraw
{
    /// <summary>svec(A) standard normal in dimension d(d+1)/2: the law is invariant under rotations (the Gaussian
    /// orthogonal ensemble, scaled).</summary>
    public static Matrix Gaussian(RandomStream stream, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var a = new double[SymmetricVectorization.Dimension(d)];
        stream.FillNormals(a);
        return SymmetricVectorization.Matricize(a, d);
    }
}
