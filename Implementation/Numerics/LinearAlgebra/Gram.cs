namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>The Gram matrix PᵀP of the columns of a matrix.</summary>
/// <remarks>
/// Entry (i, j) is the chain c ← fma(P[k,i], P[k,j], c) over ascending k, as in <see cref="MatrixProduct"/>. A product
/// of two doubles does not depend on their order, so the result is symmetric to the last bit, and only tiles on or
/// above the diagonal are computed: about n·D² instead of 2·n·D² floating-point operations. NaN propagates.
/// </remarks>
public static class Gram
{
    /// <summary>PᵀP as a new D × D matrix.</summary>
    /// <param name="P">n × D.</param>
    public static Matrix Of(Matrix P)
    {
        ArgumentNullException.ThrowIfNull(P);
        var G = new Matrix(P.Columns, P.Columns);
        Of(P, G);
        return G;
    }

    /// <summary>G ← PᵀP.</summary>
    /// <param name="P">n × D.</param>
    /// <param name="G">D × D, overwritten; another object than <paramref name="P"/>.</param>
    /// <exception cref="ArgumentException">The shape does not fit, or both are the same object.</exception>
    public static void Of(Matrix P, Matrix G)
    {
        ArgumentNullException.ThrowIfNull(P);
        ArgumentNullException.ThrowIfNull(G);
        int D = P.Columns;
        if (ReferenceEquals(P, G))
            throw new ArgumentException("The result has to be another object than the operand.", nameof(G));
        if (G.Rows != D || G.Columns != D)
            throw new ArgumentException($"The result is {G.Rows} × {G.Columns}, and {D} × {D} is needed.", nameof(G));
        BlockedProduct.Run(D, D, P.Rows, P.Values, 1, D, P.Values, D, 1, G.Values, D, upperOnly: true, resume: false);
        Span<double> g = G.Values;
        for (int i = 1; i < D; i++)
            for (int j = 0; j < i; j++)
                g[i * D + j] = g[j * D + i];
    }
}
