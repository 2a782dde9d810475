using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>
/// The kernel of a wide matrix, by which stationarity on Xβ = y is tested: a slope lies in the row space exactly if it
/// has no component there.
/// </summary>
public static class KernelBasis
{
    /// <summary>d − m orthonormal vectors orthogonal to the rows of X, up to rounding.</summary>
    /// <param name="X">m × d with independent rows, m &lt; d.</param>
    /// <param name="stream">Used for the normals that complete the rows to a basis.</param>
    public static double[][] Of(Matrix X, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(stream);
        int m = X.Rows, d = X.Columns;
        var basis = new Matrix(d, d);
        var rest = new double[d];
        for (int i = 0; i < d; i++)
        {
            if (i >= m)
                stream.FillNormals(rest);
            for (int j = 0; j < d; j++)
                basis[j, i] = i < m ? X[i, j] : rest[j];
        }

        Matrix Q = QrFactor.Of(basis).Q;
        return [.. Enumerable.Range(m, d - m).Select(Q.Column)];
    }

    /// <summary>
    /// A bound of the component along the computed kernel of any vector of the row space, relative to its norm.
    /// </summary>
    public static double Error(Matrix X, double[][] kernel)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(kernel);
        // z = Xᵀν: ‖Nz‖ ≤ ‖NXᵀ‖‖ν‖ and ‖ν‖ ≤ ‖z‖/σ_min.
        double squares = 0;
        foreach (double[] n in kernel)
        {
            double[] product = MatrixVector.Multiply(X, n);
            squares += Lanes.Dot(product, product);
        }

        double rounding =
            (X.Columns + 8) * DoublePrecision.UnitRoundoff * Lanes.Norm(X.Values) * Math.Sqrt(kernel.Length);
        return 1.000001 * (Math.Sqrt(squares) + rounding) / RowConditioning.LeastSingularValue(X);
    }

    /// <summary>
    /// The component of (s(β_1), …, s(β_d)) along the kernel, relative to its norm, for numbers β_j known up to radii.
    /// </summary>
    /// <param name="kernel">From <see cref="Of"/>.</param>
    /// <param name="kernelError">From <see cref="Error"/>.</param>
    /// <param name="β">d numbers.</param>
    /// <param name="radius">Bounds of their errors.</param>
    /// <param name="slope">s, increasing; NaN where it is not defined.</param>
    /// <returns>NaN where the slope is not defined at some β_j ± radius.</returns>
    public static Bounded Component(
        double[][] kernel, double kernelError, double[] β, double[] radius, Func<double, double> slope)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(β);
        ArgumentNullException.ThrowIfNull(radius);
        ArgumentNullException.ThrowIfNull(slope);
        double[] z = [.. β.Select(slope)];
        double[] δ =
        [
            .. z.Select(
                (value, j) =>
                    Math.Max(slope(β[j] + radius[j]) - value, value - slope(β[j] - radius[j]))
                    + 16 * DoublePrecision.UnitRoundoff * Math.Abs(value)),
        ];
        double size = Lanes.Norm(z),
            error = Lanes.Norm(δ);
        double squares = 0;
        foreach (double[] n in kernel)
        {
            double component = Lanes.Dot(n, z);
            squares += component * component;
        }

        return new(
            Math.Sqrt(squares) / size,
            1.000001
                * (
                    2 * error / size
                    + kernelError
                    + (β.Length + 8) * DoublePrecision.UnitRoundoff * Math.Sqrt(kernel.Length)));
    }
}
