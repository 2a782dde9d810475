using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Random;

/// <summary>Wishart matrices: GᵀG for a standard normal m × d matrix G, without drawing G.</summary>
public static class Wishart
{
    /// <summary>A d × d Wishart matrix with m degrees of freedom and identity scale (mean m·I).</summary>
    /// <remarks>
    /// M. Bartlett's decomposition (1933; Muirhead, Aspects of Multivariate Statistical Theory, theorem 3.2.14): W =
    /// A·Aᵀ with A lower triangular, A_ii² chi-square with m − i degrees of freedom (i = 0, …, d − 1), standard normals
    /// below, all independent. For an integer m &lt; d only the first m columns of A are there and W has rank m. O(d²)
    /// draws, O(d³) arithmetic.
    /// </remarks>
    /// <param name="stream">The stream; first the chi-squares are drawn, i ascending, then the normals in one fill, row
    /// by row.</param>
    /// <param name="degreesOfFreedom">m: any finite number above d − 1, or an integer from 1 on.</param>
    /// <param name="d">The dimension, at least 1.</param>
    /// <returns>A symmetric matrix, bit for bit, positive semidefinite up to rounding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="d"/> is below 1, or
    /// <paramref name="degreesOfFreedom"/> outside its range.</exception>
    public static Matrix Draw(RandomStream stream, double degreesOfFreedom, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        double m = degreesOfFreedom;
        if (!double.IsFinite(m) || (m <= d - 1 && (m < 1 || m != Math.Floor(m))))
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom),
                m,
                $"Degrees of freedom have to exceed {d - 1}, or to be an integer from 1 on.");
        }

        int columns = (int)Math.Min(d, Math.Ceiling(m));
        var A = new Matrix(d, columns);
        for (int i = 0; i < columns; i++)
            A[i, i] = Math.Sqrt(ChiSquare.Draw(stream, m - i));

        double[] normals = new double[columns * (columns - 1) / 2 + (d - columns) * columns];
        stream.FillNormals(normals);
        ReadOnlySpan<double> next = normals;
        for (int i = 1; i < d; i++)
        {
            int count = Math.Min(i, columns);
            next[..count].CopyTo(A.Row(i));
            next = next[count..];
        }

        var W = new Matrix(d, d);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int k = 0; k < Math.Min(j + 1, columns); k++)
                    sum = Math.FusedMultiplyAdd(A[i, k], A[j, k], sum);
                W[i, j] = sum;
                W[j, i] = sum;
            }
        }

        return W;
    }

    /// <summary>The tridiagonal form of a Wishart matrix: T = VᵀGᵀGV, orthogonal V with first column e_1, without
    /// drawing G.</summary>
    /// <remarks>
    /// Householder reflections from both sides make G bidiagonal (Silverstein, Ann. Probab. 13 (1985); Dumitriu and
    /// Edelman, J. Math. Phys. 43 (2002)): a_i² is chi-square with m − i + 1 degrees of freedom (i = 1, …, d), b_i²
    /// with d − i (i = 1, …, d − 1), all independent. Spectrum and first diagonal entry of T have jointly the law that
    /// they have for GᵀG, since the reflections from the right leave e_1 alone. O(d) draws and memory.
    /// </remarks>
    /// <param name="stream">The stream; first the a_i² are drawn, then the b_i², i ascending.</param>
    /// <param name="degreesOfFreedom">m: any finite number above d − 1.</param>
    /// <param name="d">The dimension, at least 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="d"/> is below 1, or
    /// <paramref name="degreesOfFreedom"/> outside its range.</exception>
    public static BidiagonalGram DrawTridiagonal(RandomStream stream, double degreesOfFreedom, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        if (!double.IsFinite(degreesOfFreedom) || degreesOfFreedom <= d - 1)
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom), degreesOfFreedom, $"Degrees of freedom have to exceed {d - 1}.");
        var diagonal = new double[d];
        var superdiagonal = new double[d - 1];
        for (int i = 0; i < d; i++)
            diagonal[i] = ChiSquare.Draw(stream, degreesOfFreedom - i);
        for (int i = 0; i < d - 1; i++)
            superdiagonal[i] = ChiSquare.Draw(stream, d - 1 - i);
        return new(diagonal, superdiagonal);
    }
}
