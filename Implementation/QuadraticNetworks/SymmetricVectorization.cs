using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>The isometry svec between symmetric d × d matrices with the Frobenius norm and vectors of length D =
/// d(d+1)/2.</summary>
/// <remarks>
/// Upper triangle row by row: (0,0), (0,1), …, (0,d−1), (1,1), …; diagonal entries as they are, off-diagonal ones times
/// √2, so that ⟨A, B⟩_F = svec(A)·svec(B).
/// </remarks>
public static class SymmetricVectorization
{
    private static readonly double Root2 = Math.Sqrt(2);

    /// <summary>D = d(d+1)/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">d is less than 1.</exception>
    public static int Dimension(int d)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        return d * (d + 1) / 2;
    }

    /// <summary>svec of a symmetric matrix; only the upper triangle is read.</summary>
    public static double[] Vectorize(Matrix A)
    {
        ArgumentNullException.ThrowIfNull(A);
        var a = new double[Dimension(A.Rows)];
        int k = 0;
        for (int i = 0; i < A.Rows; i++)
        {
            a[k++] = A[i, i];
            for (int j = i + 1; j < A.Rows; j++)
                a[k++] = Root2 * A[i, j];
        }

        return a;
    }

    /// <summary>The symmetric matrix with the given svec.</summary>
    /// <param name="a">Length d(d+1)/2.</param>
    /// <param name="d">Size of the matrix.</param>
    public static Matrix Matricize(ReadOnlySpan<double> a, int d)
    {
        if (a.Length != Dimension(d))
            throw new ArgumentException(
                $"svec of a {d} × {d} matrix has {Dimension(d)} entries, not {a.Length}.", nameof(a));
        var A = new Matrix(d, d);
        int k = 0;
        for (int i = 0; i < d; i++)
        {
            A[i, i] = a[k++];
            for (int j = i + 1; j < d; j++)
                A[i, j] = A[j, i] = a[k++] / Root2;
        }

        return A;
    }

    /// <summary>svec(x xᵀ) into <paramref name="result"/>.</summary>
    public static void OfOuterSquare(ReadOnlySpan<double> x, Span<double> result) => OfSymmetricProduct(x, x, result);

    /// <summary>svec((x yᵀ + y xᵀ)/2) into <paramref name="result"/>.</summary>
    public static void OfSymmetricProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length != y.Length || result.Length != Dimension(x.Length))
            throw new ArgumentException(
                "The vectors have to be of one length d, the result of length d(d+1)/2.", nameof(result));
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            result[k++] = x[i] * y[i];
            for (int j = i + 1; j < x.Length; j++)
                result[k++] = (x[i] * y[j] + x[j] * y[i]) / Root2;
        }
    }

    /// <summary>The n × D design with rows svec(X_i X_iᵀ), X_i the rows of the n × d matrix
    /// <paramref name="X"/>.</summary>
    public static Matrix Design(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var P = new Matrix(X.Rows, Dimension(X.Columns));
        for (int i = 0; i < X.Rows; i++)
            OfOuterSquare(X.Row(i), P.Row(i));
        return P;
    }
}
