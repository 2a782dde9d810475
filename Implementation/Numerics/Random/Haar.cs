using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Random;

// G. Stewart, "The efficient generation of random orthogonal matrices" (1980, doi:10.1137/0717034). The QR
// factorization of a normal matrix gives a Haar matrix once the diagonal of R is made positive (F. Mezzadri,
// math-ph/0609050, section 5). After the first reflection the remaining block is again a normal matrix, independent of
// that reflection, so R need never be formed: d reflections of fresh normal vectors of dimensions 1, …, d suffice.

/// <summary>Orthogonal matrices from Haar's measure, the distribution invariant under multiplication by any orthogonal
/// matrix.</summary>
public static class Haar
{
    /// <summary>A d × d orthogonal matrix distributed by Haar's measure on O(d) (determinant ±1 with probability ½
    /// each).</summary>
    /// <remarks>Cost O(d³). Orthogonal up to rounding, about d·2⁻⁵² for an entry of QᵀQ.</remarks>
    /// <param name="stream">The stream; a normal fill of each length 1, …, d is consumed.</param>
    /// <param name="d">The dimension, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="d"/> is below 1.</exception>
    public static Matrix Orthogonal(RandomStream stream, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        var Q = new Matrix(d, d);
        double[] reflector = new double[d];
        double[] projections = new double[d];
        for (int k = d - 1; k >= 0; k--)
        {
            Span<double> v = reflector.AsSpan(k);
            double norm = 0;
            while (norm == 0)
            {
                stream.FillNormals(v);
                norm = UniformSphere.Norm(v);
            }

            // H = I − 2vvᵀ/‖v‖² maps x to −sign(x₀)·‖x‖·e₀. The sign of that entry of R goes to the corresponding
            // column of Q.
            double sign = v[0] < 0 ? -1 : 1;
            Q[k, k] = -sign;
            double head = v[0] + sign * norm;
            double twoOverSquare = 1 / (norm * Math.Abs(head));
            v[0] = head;
            Reflect(Q, k, v, twoOverSquare, projections.AsSpan(k));
        }

        return Q;
    }

    /// <summary>Multiplies the block of rows and columns from k on by I − twoOverSquare·vvᵀ from the left.</summary>
    private static void Reflect(Matrix Q, int k, ReadOnlySpan<double> v, double twoOverSquare, Span<double> projections)
    {
        projections.Clear();
        for (int i = 0; i < v.Length; i++)
        {
            ReadOnlySpan<double> row = Q.Row(k + i)[k..];
            for (int j = 0; j < row.Length; j++)
                projections[j] = Math.FusedMultiplyAdd(v[i], row[j], projections[j]);
        }

        for (int i = 0; i < v.Length; i++)
        {
            Span<double> row = Q.Row(k + i)[k..];
            double scale = -twoOverSquare * v[i];
            for (int j = 0; j < row.Length; j++)
                row[j] = Math.FusedMultiplyAdd(scale, projections[j], row[j]);
        }
    }
}
