namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>Certain lower bounds of the rank of a matrix of doubles, by exact elimination modulo 2⁶¹ - 1 (see
/// <see cref="ModularRowSpace"/>).</summary>
public static class ModularRank
{
    /// <summary>
    /// The rank modulo 2⁶¹ - 1 of the m × n matrix whose entries are exactly the given doubles. The rank over ℚ is at
    /// least that; min(m, n) therefore proves full rank. O(mn·rank); stops as soon as the rank is full.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    public static int LowerBound(Matrix A)
    {
        ArgumentNullException.ThrowIfNull(A);
        ManagedAlgebra.Exponent(A, nameof(A));
        var space = new ModularRowSpace(A.Columns);
        for (int i = 0; i < A.Rows && space.Rank < A.Columns; i++)
            space.Add(A.Row(i));
        return space.Rank;
    }
}
