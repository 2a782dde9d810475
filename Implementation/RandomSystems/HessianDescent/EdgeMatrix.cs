using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>The random matrix aW/√d + bZᵀZ/d whose lowest eigenvalue is −z* in the limit.</summary>
/// <remarks>Source: the talk, "Where does this come from?": A_{n,d}/d, with W of the Gaussian orthogonal ensemble and Z
/// of n × d independent standard normals.</remarks>
public static class EdgeMatrix
{
    /// <summary>Draws the matrix, symmetric bit for bit; each entry to a relative γ_{n+3} of the sum of its terms'
    /// magnitudes.</summary>
    /// <param name="stream">First W is drawn, its upper triangle row by row, then Z row by row.</param>
    /// <param name="d">Dimension, at least 1.</param>
    /// <param name="n">Rows of Z, at least 1.</param>
    /// <param name="a">Scale of W, whose entries have variance 1 off the diagonal and 2 on it.</param>
    /// <param name="b">Scale of ZᵀZ.</param>
    public static Matrix Draw(RandomStream stream, int d, int n, double a, double b) => Draw(stream, d, n, a, b, out _);

    /// <summary>Draws the matrix with ‖aW/√d‖_F + b‖Z‖_F²/d, which bounds the norm of the magnitudes of its
    /// terms.</summary>
    internal static Matrix Draw(RandomStream stream, int d, int n, double a, double b, out double magnitude)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        double[] w = stream.Normals(d * (d + 1) / 2);
        var Z = new Matrix(n, d);
        stream.FillNormals(Z.Values);
        Matrix A = Gram.Of(Z);
        double c = a / Math.Sqrt(d), e = b / d, root = Math.Sqrt(2);
        double trace = 0, squares = 0;
        int next = 0;
        for (int i = 0; i < d; i++)
        {
            trace += A[i, i];
            for (int j = i; j < d; j++)
            {
                double scaled = c * w[next++] * (i == j ? root : 1);
                squares += (i == j ? 1 : 2) * scaled * scaled;
                A[i, j] = scaled + e * A[i, j];
                A[j, i] = A[i, j];
            }
        }

        magnitude = Math.Sqrt(squares) + e * trace;
        return A;
    }
}
