using System.Numerics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A = V·diag(λ)·Vᵀ for a real symmetric n × n matrix, by Householder tridiagonalization and implicit QL
/// (MathNet's managed code).</summary>
/// <remarks>
/// O(n³) on one thread; the same bits on every machine. Backward stable: the computed values are those of a symmetric
/// matrix at a distance of a modest multiple of n·2⁻⁵³·‖A‖. Eigenvectors of eigenvalues closer than that span the right
/// space but are otherwise arbitrary (yet reproducible). Matrices with entries below 2⁻⁴⁸⁰ of the largest, on which
/// MathNet's iterations divide by zero, go to
/// <see cref="SymmetricSpectrum"/>, which is also many times as fast for any matrix.
/// </remarks>
public sealed class SymmetricEigen
{
    private SymmetricEigen(double[] values, Matrix vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>The n eigenvalues in ascending order, finite (±∞ only where an eigenvalue exceeds the range of
    /// doubles).</summary>
    public double[] Values { get; }

    /// <summary>
    /// n × n; column i is a unit eigenvector of <see cref="Values"/>[i], its first entry of the largest magnitude
    /// positive.
    /// </summary>
    public Matrix Vectors { get; }

    /// <summary>Factors <paramref name="A"/>, of which ½(A + Aᵀ) is used.</summary>
    /// <exception cref="ArgumentException">
    /// Not square, an entry NaN or infinite, or an asymmetry larger than n·2⁻⁵²·max|A|.
    /// </exception>
    /// <exception cref="MathNet.Numerics.NonConvergenceException">More than 1000 QL steps for one eigenvalue; not known
    /// to happen.</exception>
    public static SymmetricEigen Of(Matrix A)
    {
        Matrix S = ManagedAlgebra.Symmetrized(A, nameof(A));
        int n = S.Rows;
        var values = new double[n];
        if (n == 0)
            return new SymmetricEigen(values, S);
        int exponent = ManagedAlgebra.Exponent(S, nameof(A));
        ManagedAlgebra.ScaleByPowerOfTwo(S.Values, -exponent);
        if (ManagedAlgebra.HasTinyEntries(S))
        {
            var spectrum = SymmetricSpectrum.Of(A);
            return new SymmetricEigen(spectrum.Values, spectrum.Vectors);
        }

        var vectors = new double[n * n];
        var complexValues = new Complex[n];
        ManagedAlgebra.Provider.EigenDecomp(
            isSymmetric: true, n, S.Values.ToArray(), vectors, complexValues, new double[n * n]);
        for (int i = 0; i < n; i++)
        {
            values[i] = Math.ScaleB(complexValues[i].Real, exponent);
            Span<double> vector = vectors.AsSpan(i * n, n);
            if (ManagedAlgebra.PointsDown(vector))
                Lanes.Scale(-1, vector);
        }
        return new SymmetricEigen(values, ManagedAlgebra.FromColumns(n, n, vectors));
    }
}
