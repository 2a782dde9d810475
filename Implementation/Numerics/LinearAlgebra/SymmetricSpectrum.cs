using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>
/// Eigenvalues, and eigenvectors with measured bounds of their errors, of a real symmetric n × n matrix: blocked
/// Householder tridiagonalization and implicit QL on the suite's own kernels.
/// </summary>
/// <remarks>
/// 4n³/3 operations for the values, about 9n³ with vectors, on one thread; the same bits on every machine. The matrix
/// is scaled by a power of two before, so that entries from the least to the largest double are handled; what is below
/// 2⁻⁵¹¹ of the largest may count as zero. Backward stable: the values are those of a symmetric matrix at a distance of
/// a modest multiple of n·2⁻⁵³·‖A‖. <see cref="SymmetricEigen"/> is the slower one, whose bits published results rest
/// on.
/// </remarks>
public sealed class SymmetricSpectrum
{
    private SymmetricSpectrum(double[] values, Matrix vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>The n eigenvalues in ascending order (±∞ only where an eigenvalue exceeds the range of
    /// doubles).</summary>
    public double[] Values { get; }

    /// <summary>n × n; column i belongs to <see cref="Values"/>[i], its first entry of the largest magnitude
    /// positive.</summary>
    public Matrix Vectors { get; }

    /// <summary>Bounds ‖A·V − V·Λ‖_F with the rounding errors of its computation, for the matrix ½(A + Aᵀ) that was
    /// factored.</summary>
    public double ResidualBound { get; private init; }

    /// <summary>Bounds ‖VᵀV − I‖_F, likewise.</summary>
    public double OrthogonalityBound { get; private init; }

    /// <summary>
    /// Bounds the error of every eigenvalue, in order: (‖A·V − V·Λ‖ + 2ω‖Λ‖)/(1 − ω), where ω = ‖VᵀV − I‖ &lt; 1;
    /// infinite otherwise.
    /// </summary>
    /// <remarks>
    /// With V = U·P, U orthogonal and ‖P − I‖ ≤ ω: UᵀAU − Λ = Uᵀ(A·V − V·Λ)P⁻¹ + (P − I)ΛP⁻¹ − Λ(P − I)P⁻¹, and by Weyl
    /// no eigenvalue differs by more than the norm of that.
    /// </remarks>
    public double ValueBound { get; private init; }

    /// <summary>The eigenvalues alone, in ascending order; the same bits as with vectors.</summary>
    /// <exception cref="ArgumentException">
    /// Not square, an entry NaN or infinite, or an asymmetry larger than n·2⁻⁵²·max|A|.
    /// </exception>
    public static double[] ValuesOf(Matrix A)
    {
        Matrix S = Scaled(A, out int exponent);
        var reduced = Tridiagonalization.Of(S.Values, S.Rows);
        double[] values = reduced.Diagonal;
        TridiagonalQl.Diagonalize(values, reduced.Beside, null);
        values = [.. Ascending(values).Select(i => values[i])];
        ManagedAlgebra.ScaleByPowerOfTwo(values, exponent);
        return values;
    }

    /// <summary>Eigenvalues and eigenvectors.</summary>
    /// <exception cref="ArgumentException">
    /// Not square, an entry NaN or infinite, or an asymmetry larger than n·2⁻⁵²·max|A|.
    /// </exception>
    public static SymmetricSpectrum Of(Matrix A)
    {
        Matrix S = Scaled(A, out int exponent);
        int n = S.Rows;
        var reduced = Tridiagonalization.Of(S.Clone().Values, n);
        double[] values = reduced.Diagonal;
        var rotations = new RotationSequence(reduced.TransposedQ());
        TridiagonalQl.Diagonalize(values, reduced.Beside, rotations);
        int[] order = Ascending(values);
        values = [.. order.Select(i => values[i])];
        var rows = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            rotations.CopyRow(order[i], rows.Row(i));
            if (ManagedAlgebra.PointsDown(rows.Row(i)))
                Lanes.Scale(-1, rows.Row(i));
        }

        double residual = Residual(S, values, rows);
        double ω = Defect(rows);
        double largest = n == 0 ? 0 : Math.Max(Math.Abs(values[0]), Math.Abs(values[^1]));
        double bound =
            ω < 1 ? (residual + 2 * ω * largest) / (1 - ω) * (1 + 8 * UnitRoundoff) : double.PositiveInfinity;
        ManagedAlgebra.ScaleByPowerOfTwo(values, exponent);
        return new(values, rows.Transpose())
        {
            ResidualBound = Unscaled(residual, exponent),
            OrthogonalityBound = ω,
            ValueBound = Unscaled(bound, exponent),
        };
    }

    private static Matrix Scaled(Matrix A, out int exponent)
    {
        Matrix S = ManagedAlgebra.Symmetrized(A, nameof(A));
        exponent = ManagedAlgebra.Exponent(S, nameof(A));
        ManagedAlgebra.ScaleByPowerOfTwo(S.Values, -exponent);
        return S;
    }

    private static int[] Ascending(double[] values) => [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];

    // A bound stays one where scaling rounds it to a subnormal number.
    private static double Unscaled(double bound, int exponent) =>
        bound == 0 ? 0 : Math.BitIncrement(Math.ScaleB(bound, exponent));

    // ‖V̂ᵀS − ΛV̂ᵀ‖_F, where the rows of the argument are the vectors. An entry of the product errs by at most γ_n
    // Σ|v||s|, in all γ_n‖V‖_F‖S‖_F; subtracting Λv fuses one more operation. Entries of S below 2⁻¹⁰²² of the largest
    // were rounded by less than that, and the norm itself is within γ_(n²) of its sum, which 1 + 10⁻⁷ covers for every
    // n that fits into memory.
    private static double Residual(Matrix S, double[] values, Matrix rows)
    {
        int n = S.Rows;
        Matrix R = MatrixProduct.Multiply(rows, S);
        double length = Lanes.Norm(rows.Values);
        double size = Lanes.Norm(S.Values);
        for (int i = 0; i < n; i++)
            Lanes.Axpy(-values[i], rows.Row(i), R.Row(i));
        double rounding =
            Gamma(n + 2) * length * size + 2 * UnitRoundoff * Lanes.Norm(R.Values) + n * double.Epsilon * length;
        return (Lanes.Norm(R.Values) + rounding) * (1 + 1e-7);
    }

    private static double Defect(Matrix rows)
    {
        int n = rows.Rows;
        Matrix G = MatrixProduct.MultiplyTranspose(rows, rows);
        for (int i = 0; i < n; i++)
            G[i, i] -= 1;
        double length = Lanes.Norm(rows.Values);
        return (Lanes.Norm(G.Values) * (1 + 2 * UnitRoundoff) + Gamma(n + 1) * length * length) * (1 + 1e-7);
    }
}
