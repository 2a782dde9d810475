using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias;

/// <summary>Proven bounds of min ‖β‖₁ subject to Xβ = y, from a nearly feasible point and a dual vector.</summary>
/// <param name="Lower">νᵀy/max(1, ‖Xᵀν‖_∞), less rounding.</param>
/// <param name="Upper">‖β‖₁ plus the norm of a correction that makes β feasible, plus rounding; +∞ where the rows are
/// dependent to rounding.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MinimumNormBracket(double Lower, double Upper)
{
    /// <summary>Upper − Lower: 0 up to rounding exactly for a primal and dual optimum.</summary>
    public double Gap => Upper - Lower;

    /// <summary>Certifies a pair. Neither has to be feasible: what is missing widens the bracket.</summary>
    /// <param name="X">m × d.</param>
    /// <param name="y">m labels.</param>
    /// <param name="β">d entries.</param>
    /// <param name="ν">m entries.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public static MinimumNormBracket Of(
        Matrix X, ReadOnlySpan<double> y, ReadOnlySpan<double> β, ReadOnlySpan<double> ν)
    {
        ArgumentNullException.ThrowIfNull(X);
        const double u = DoublePrecision.UnitRoundoff;
        int m = X.Rows, d = X.Columns;
        double[] z = MatrixVector.TransposeMultiply(X, ν);
        double ball = 1;
        for (int j = 0; j < d; j++)
        {
            double rounding = 0;
            for (int i = 0; i < m; i++)
                rounding += Math.Abs(X[i, j] * ν[i]);
            ball = Math.Max(ball, Math.Abs(z[j]) + (m + 8) * u * rounding);
        }

        double product = 0;
        for (int i = 0; i < m; i++)
            product += Math.Abs(y[i] * ν[i]);
        double value = (Lanes.Dot(y, ν) - (m + 8) * u * product) / ball;
        double lower = value - 4 * u * Math.Abs(value);

        double[] r = MatrixVector.Multiply(X, β);
        double norm = 0;
        double residual = 0;
        for (int j = 0; j < d; j++)
            norm += Math.Abs(β[j]);
        for (int i = 0; i < m; i++)
        {
            double size = Math.Abs(y[i]);
            for (int j = 0; j < d; j++)
                size += Math.Abs(X[i, j] * β[j]);
            double bound = Math.Abs(r[i] - y[i]) + (d + 8) * u * size;
            residual += bound * bound;
        }

        // The least correction Xᵀ(XXᵀ)⁻¹r has Euclidean norm at most ‖r‖/σ_min, and its sum of magnitudes is at most √d
        // times that.
        double correction = 1.000001 * Math.Sqrt(d * residual) / RowConditioning.LeastSingularValue(X);
        double upper = norm * (1 + (d + 8) * u) + correction;
        return new(Math.Max(lower, 0), double.IsNaN(upper) ? double.PositiveInfinity : upper);
    }
}
