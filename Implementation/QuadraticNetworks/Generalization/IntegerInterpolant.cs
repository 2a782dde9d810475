using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>An interpolating Gram matrix with entries in ½ℤ beside a computed one, for integer data and teacher:
/// everything about it is exact.</summary>
/// <remarks>
/// Integer data are often met by an interpolant of a rank at which the equations outnumber the freedom, where no
/// implicit-function argument proves it. There, M rounded to multiples of ½ is tried: X_iᵀMX_i = X_iᵀS*X_i is checked
/// without rounding, its rank is found modulo 2⁶¹ − 1 (exact, as minors of 2M are below 64⁷·7^(7/2) &lt; 2⁶¹ by
/// Hadamard), and its r greatest eigenvalues have to be positive beyond the error of their computation; the others are
/// then exactly 0.
/// </remarks>
internal static class IntegerInterpolant
{
    private const int LargestDimension = 7;
    private const double LargestEntry = 32;

    /// <summary>The rounded matrix, if it interpolates and is positive semidefinite of rank at most
    /// <paramref name="width"/>; else null.</summary>
    public static Matrix? Near(Matrix X, Matrix M, Matrix S, int width)
    {
        if (M.Rows > LargestDimension || !IsSmall(X, 1) || !IsSmall(S, 1))
            return null;
        var rounded = new Matrix(M.Rows, M.Columns);
        for (int i = 0; i < M.Values.Length; i++)
            rounded.Values[i] = Math.Round(2 * M.Values[i]) / 2;
        if (!IsSmall(rounded, 2))
            return null;
        Matrix A = QuadraticRisk.Difference(rounded, S);
        for (int i = 0; i < X.Rows; i++)
        {
            if (Lanes.Dot(X.Row(i), MatrixVector.Multiply(A, X.Row(i))) != 0)
                return null;
        }

        int rank = ModularRank.LowerBound(rounded);
        double[] eigenvalues = SymmetricEigen.Of(rounded).Values;
        double error = 10 * M.Rows * UnitRoundoff * eigenvalues[^1];
        return rank <= width && (rank == 0 || eigenvalues[^rank] > error) ? rounded : null;
    }

    private static bool IsSmall(Matrix matrix, double denominator)
    {
        foreach (double entry in matrix.Values)
        {
            if (!(Math.Abs(entry) <= LargestEntry) || Math.Round(denominator * entry) != denominator * entry)
                return false;
        }

        return true;
    }
}
