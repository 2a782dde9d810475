using System.Diagnostics.CodeAnalysis;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A = L·Lᵀ for a symmetric positive definite n × n matrix (MathNet's managed code). The same bits on every
/// machine.</summary>
/// <remarks>n³/3 operations on one thread. Backward stable: L·Lᵀ differs from A by at most (n + 1)·2⁻⁵³·|L||Lᵀ| entry
/// by entry, to first order.</remarks>
public sealed class CholeskyFactor
{
    private readonly double[] _columns;

    private CholeskyFactor(int n, double[] columns)
    {
        _columns = columns;
        L = ManagedAlgebra.FromColumns(n, n, columns);
    }

    /// <summary>n × n, lower triangular with a positive diagonal and zeros above it.</summary>
    public Matrix L { get; }

    /// <summary>Factors <paramref name="A"/>, of which ½(A + Aᵀ) is used.</summary>
    /// <returns>
    /// False where a pivot is not positive: then A is not positive definite, or closer to singular than rounding errors
    /// of n·2⁻⁵³·‖A‖ resolve. It is no proof of indefiniteness.
    /// </returns>
    /// <exception cref="ArgumentException">Not square, an entry NaN or infinite, or an asymmetry larger than
    /// n·2⁻⁵²·max|A|.</exception>
    public static bool TryFactor(Matrix A, [NotNullWhen(true)] out CholeskyFactor? factor)
    {
        Matrix S = ManagedAlgebra.Symmetrized(A, nameof(A));
        double[] columns = S.Values.ToArray();
        factor = null;
        if (S.Rows > 0)
        {
            try
            {
                ManagedAlgebra.Provider.CholeskyFactor(columns, S.Rows);
            }
            catch (ArgumentException)
            {
                // MathNet's only way to say that a pivot is not positive; its other arguments are right by
                // construction.
                return false;
            }
        }
        factor = new CholeskyFactor(S.Rows, columns);
        return true;
    }

    /// <summary>The solution x of A·x = b, b and x of length n. NaN propagates.</summary>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not n entries.</exception>
    public double[] Solve(ReadOnlySpan<double> b)
    {
        Lanes.ThrowIfLengthsDiffer(L.Rows, b.Length, nameof(b));
        double[] x = b.ToArray();
        if (x.Length > 0)
            ManagedAlgebra.Provider.CholeskySolveFactored(_columns, L.Rows, x, 1);
        return x;
    }

    /// <summary>The solution X of A·X = B, column by column; B and X are n × k.</summary>
    /// <exception cref="ArgumentException"><paramref name="B"/> has not n rows.</exception>
    public Matrix Solve(Matrix B)
    {
        ArgumentNullException.ThrowIfNull(B);
        var X = new Matrix(B.Rows, B.Columns);
        for (int j = 0; j < B.Columns; j++)
        {
            double[] x = Solve(B.Column(j));
            for (int i = 0; i < x.Length; i++)
                X[i, j] = x[i];
        }

        return X;
    }

    /// <summary>The solution X of L·X = B by forward substitution; B and X are n × k.</summary>
    /// <exception cref="ArgumentException"><paramref name="B"/> has not n rows.</exception>
    public Matrix SolveLower(Matrix B)
    {
        ArgumentNullException.ThrowIfNull(B);
        Lanes.ThrowIfLengthsDiffer(L.Rows, B.Rows, nameof(B));
        Matrix X = B.Clone();
        for (int i = 0; i < X.Rows; i++)
        {
            for (int k = 0; k < i; k++)
                Lanes.Axpy(-L[i, k], X.Row(k), X.Row(i));
            foreach (ref double entry in X.Row(i))
                entry /= L[i, i];
        }

        return X;
    }
}
