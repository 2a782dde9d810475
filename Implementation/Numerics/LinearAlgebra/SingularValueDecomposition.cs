namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A = U·diag(s)·Vᵀ for a real m × n matrix, by bidiagonalization and implicit QR (MathNet's managed code,
/// after LINPACK's dsvdc).</summary>
/// <remarks>
/// O(m²n + n³) and O(m² + n²) memory, since U is square, on one thread; the same bits on every machine. Backward
/// stable: the values are those of a matrix at a distance of a modest multiple of max(m, n)·2⁻⁵³·‖A‖, if no product of
/// a few entries, divided by powers of the largest, is below 2⁻⁴⁸⁰ without being 0: squares of such numbers underflow,
/// and with them the length of a reflection. Entries below 2⁻⁹⁶⁹ of the largest count as 0.
/// </remarks>
public sealed class SingularValueDecomposition
{
    private SingularValueDecomposition(Matrix U, double[] values, Matrix transposedV)
    {
        this.U = U;
        Values = values;
        TransposedV = transposedV;
    }

    /// <summary>m × m orthogonal; column i belongs to <see cref="Values"/>[i], columns from min(m, n) on complete the
    /// basis.</summary>
    public Matrix U { get; }

    /// <summary>The min(m, n) singular values, descending, not negative.</summary>
    public double[] Values { get; }

    /// <summary>
    /// Vᵀ, n × n orthogonal; row i belongs to <see cref="Values"/>[i], and its first entry of the largest magnitude is
    /// positive. Rows from min(m, n) on complete the basis.
    /// </summary>
    public Matrix TransposedV { get; }

    /// <summary>max(m, n)·2⁻⁵²·s₁: singular values up to here may be rounding errors of zero (the convention of MATLAB
    /// and NumPy).</summary>
    public double DefaultTolerance =>
        Values.Length == 0 ? 0 : Math.Max(U.Rows, TransposedV.Rows) * Math.ScaleB(Values[0], -52);

    /// <summary>Factors a matrix.</summary>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    /// <exception cref="MathNet.Numerics.NonConvergenceException">More than 1000 QR steps for one singular value; not
    /// known to happen.</exception>
    public static SingularValueDecomposition Of(Matrix A)
    {
        int exponent = ManagedAlgebra.Exponent(A, nameof(A));
        int m = A.Rows, n = A.Columns;
        if (m == 0 || n == 0)
            return new SingularValueDecomposition(Matrix.Identity(m), [], Matrix.Identity(n));
        (double[] values, double[] u, double[] vt) = Factor(A, exponent, computeVectors: true);
        Matrix left = ManagedAlgebra.FromColumns(m, m, u), transposedV = ManagedAlgebra.FromColumns(n, n, vt);
        for (int i = 0; i < n; i++)
        {
            if (!ManagedAlgebra.PointsDown(transposedV.Row(i)))
                continue;
            Lanes.Scale(-1, transposedV.Row(i));
            for (int row = 0; row < m && i < values.Length; row++)
                left[row, i] = -left[row, i];
        }
        return new SingularValueDecomposition(left, values, transposedV);
    }

    /// <summary>
    /// The min(m, n) singular values of <paramref name="A"/> alone, descending: O(mn·min(m, n)) operations and O(mn)
    /// memory. A matrix that is not square is reduced by <see cref="QrFactor"/> to its triangular factor first, which
    /// has the same singular values.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    public static double[] SingularValues(Matrix A)
    {
        int exponent = ManagedAlgebra.Exponent(A, nameof(A));
        if (A.Rows == 0 || A.Columns == 0)
            return [];
        Matrix square = A.Rows == A.Columns ? A : QrFactor.Of(A.Rows > A.Columns ? A : A.Transpose()).R;
        return Factor(square, exponent, computeVectors: false).Values;
    }

    /// <summary>Number of singular values above <paramref name="tolerance"/>, absolute; <see cref="DefaultTolerance"/>
    /// if null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public int Rank(double? tolerance = null)
    {
        double threshold = tolerance ?? DefaultTolerance;
        if (!(threshold >= 0))
            throw new ArgumentOutOfRangeException(nameof(tolerance), threshold, "The tolerance has to be at least 0.");
        return Values.Count(value => value > threshold);
    }

    /// <summary>n × (n - rank): an orthonormal basis, column by column, of the vectors that A maps to zero up to the
    /// tolerance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public Matrix NullSpace(double? tolerance = null)
    {
        int rank = Rank(tolerance), n = TransposedV.Rows;
        var basis = new Matrix(n, n - rank);
        for (int i = 0; i < n; i++)
            for (int j = rank; j < n; j++)
                basis[i, j - rank] = TransposedV[j, i];
        return basis;
    }

    private static (double[] Values, double[] U, double[] TransposedV) Factor(
        Matrix A, int exponent, bool computeVectors)
    {
        double[] a = ManagedAlgebra.ColumnByColumn(A);
        ManagedAlgebra.Normalize(a, exponent);
        var values = new double[Math.Min(A.Rows, A.Columns)];
        // MathNet checks the sizes of both orthogonal factors even where it does not compute them.
        double[] u = new double[A.Rows * A.Rows], vt = new double[A.Columns * A.Columns];
        ManagedAlgebra.Provider.SingularValueDecomposition(computeVectors, a, A.Rows, A.Columns, values, u, vt);
        ManagedAlgebra.ScaleByPowerOfTwo(values, exponent);
        return (values, u, vt);
    }
}
