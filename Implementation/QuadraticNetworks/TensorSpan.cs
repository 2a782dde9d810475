using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>The span of the matrices X_i X_iᵀ within the symmetric d × d matrices: a property of the data alone, known
/// before any label.</summary>
/// <remarks>Source: heading "Sample Complexity" in Kızıldağ (2020), arXiv:1912.01599.</remarks>
public static class TensorSpan
{
    /// <summary>
    /// Dimension of span{X_i X_iᵀ}, by exact elimination modulo the prime 2⁶¹ − 1: every double is m·2^e, and 2 is
    /// invertible. The result never exceeds the true dimension; it falls short only where all maximal minors vanish
    /// modulo the prime without being zero.
    /// </summary>
    /// <param name="X">N × d, a sample per row, finite.</param>
    /// <remarks>Works on the products X_j X_k, j ≤ k, formed modulo the prime, so that no rounding enters. Cost
    /// O(N·D·rank).</remarks>
    public static int Dimension(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var span = new ModularRowSpace(SymmetricVectorization.Dimension(X.Columns));
        for (int i = 0; i < X.Rows && span.Rank < span.Columns; i++)
            span.AddOuterSquare(X.Row(i));
        return span.Rank;
    }

    /// <summary>Number of samples after which the span is everything, or −1 if that many rows never do.</summary>
    /// <param name="X">Samples in order of arrival.</param>
    public static int SpanningTime(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var span = new ModularRowSpace(SymmetricVectorization.Dimension(X.Columns));
        for (int i = 0; i < X.Rows; i++)
        {
            span.AddOuterSquare(X.Row(i));
            if (span.Rank == span.Columns)
                return i + 1;
        }

        return -1;
    }

    /// <summary>Indices of samples whose X_i X_iᵀ are linearly independent for certain and span what all of them span
    /// modulo 2⁶¹ − 1.</summary>
    /// <param name="X">N × d, finite.</param>
    public static int[] IndependentSamples(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        var span = new ModularRowSpace(SymmetricVectorization.Dimension(X.Columns));
        var independent = new List<int>();
        for (int i = 0; i < X.Rows && span.Rank < span.Columns; i++)
        {
            if (span.AddOuterSquare(X.Row(i)))
                independent.Add(i);
        }

        return [.. independent];
    }

    /// <summary>A symmetric matrix of Frobenius norm 1 orthogonal to every X_i X_iᵀ: the right singular vector of the
    /// least singular value of the design.</summary>
    /// <param name="X">Data whose span is not everything.</param>
    public static Matrix UnseenDirection(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        return SymmetricVectorization.Matricize(LeastRightSingularVector(SymmetricVectorization.Design(X)), X.Columns);
    }

    /// <summary>A random symmetric matrix of Frobenius norm 1 orthogonal to every X_i X_iᵀ, uniform on the sphere of
    /// such directions.</summary>
    /// <param name="X">Data; where their span is everything, the direction that they see least is returned, as by
    /// <see cref="UnseenDirection(Matrix)"/>.</param>
    /// <param name="stream">Random numbers.</param>
    public static Matrix UnseenDirection(Matrix X, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(stream);
        int D = SymmetricVectorization.Dimension(X.Columns);
        Matrix basis = RightSingularVectors(SymmetricVectorization.Design(X));
        int unseen = Math.Max(1, D - Dimension(X));
        var a = new double[D];
        for (int k = D - unseen; k < D; k++)
            Lanes.Axpy(unseen == 1 ? 1 : stream.NextNormal(), basis.Row(k), a);
        Lanes.Scale(1 / Lanes.Norm(a), a);
        return SymmetricVectorization.Matricize(a, X.Columns);
    }

    /// <summary>u uᵀ for a unit u orthogonal to every X_i: a positive semidefinite direction that the data do not see,
    /// where N &lt; d.</summary>
    public static Matrix UnseenProjector(Matrix X)
    {
        ArgumentNullException.ThrowIfNull(X);
        double[] u = LeastRightSingularVector(X);
        var A = new Matrix(u.Length, u.Length);
        for (int i = 0; i < u.Length; i++)
            for (int j = 0; j < u.Length; j++)
                A[i, j] = u[i] * u[j];
        return A;
    }

    private static double[] LeastRightSingularVector(Matrix P) => RightSingularVectors(P).Row(P.Columns - 1).ToArray();

    private static Matrix RightSingularVectors(Matrix P)
    {
        // Rows of zeros make the matrix at least square, so that the null space shows among the right singular vectors.
        var square = new Matrix(Math.Max(P.Rows, P.Columns), P.Columns);
        P.Values.CopyTo(square.Values);
        return SingularValueDecomposition.Of(square).TransposedV;
    }
}
