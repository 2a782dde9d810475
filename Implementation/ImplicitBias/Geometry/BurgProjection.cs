using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.Geometry;

// D_Ψ(w₀, w) as a function of w is Σ(w_j − w₀_j log w_j) + const: strictly convex, its minimizer on {Xw = y} has 1 −
// w₀_j/w_j = −(Xᵀν)_j, that is w_j = w₀_j/(1 + (Xᵀν)_j). ν minimizes −Σ w₀_j log(1 + (Xᵀν)_j) + νᵀy, with gradient y −
// Xw and Hessian X diag(w²/w₀) Xᵀ. Within |δ-changes| of 1 + Xᵀν by a factor in [½, 2], the Hessian changes by a factor
// of 4 at most.

/// <summary>argmin D_Ψ(w₀, ·) on {w > 0 : Xw = y}: the entropic projection with its arguments exchanged.</summary>
public static class BurgProjection
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;

    /// <summary>Newton's method on the dual.</summary>
    /// <returns>The point reached and a proven bound of its distance to the minimizer; ∞ where nothing is
    /// proven.</returns>
    public static (double[] Point, double Error) Newton(Matrix X, ReadOnlySpan<double> y, ReadOnlySpan<double> w0)
    {
        ArgumentNullException.ThrowIfNull(X);
        int m = X.Rows, d = X.Columns;
        double[] ν = new double[m];
        double[] w = w0.ToArray();
        for (int iteration = 0; iteration < 200; iteration++)
        {
            double[] r = MatrixVector.Multiply(X, w);
            Lanes.Axpy(-1, y, r);
            if (
                Lanes.Norm(r) <= 4 * UnitRoundoff * Lanes.Norm(y)
                || !CholeskyFactor.TryFactor(Hessian(X, w, w0), out CholeskyFactor? factor))
                break;
            double[] step = factor.Solve(r);
            double slope = Lanes.Dot(r, step), value = Dual(X, y, w0, ν);
            bool moved = false;
            for (double t = 1; t > 1e-12 && !moved; t /= 2)
            {
                double[] trial = [.. ν];
                Lanes.Axpy(t, step, trial);
                double next = Dual(X, y, w0, trial);
                // The dual decrement falls below the rounding of the values before the residual does.
                moved = next <= value - 1e-4 * t * slope || (t == 1 && slope < 1e-10 && double.IsFinite(next));
                if (moved)
                    ν = trial;
            }

            if (!moved)
                break;
            w = Point(X, w0, ν);
        }

        return (w, Error(X, y, w0, ν, w));
    }

    private static double Error(Matrix X, ReadOnlySpan<double> y, ReadOnlySpan<double> w0, double[] ν, double[] w)
    {
        int m = X.Rows, d = X.Columns;
        double[] r = MatrixVector.Multiply(X, w);
        Lanes.Axpy(-1, y, r);
        double size = Lanes.Norm(X.Values), stretch = 0, spread = 0, relative = 0;
        for (int j = 0; j < d; j++)
        {
            if (!(w[j] > 0))
                return double.PositiveInfinity;
            double column = Lanes.Norm(X.Column(j));
            // dw_j = −(w_j²/w₀_j)·d(Xᵀν)_j, and the factor 1 + Xᵀν = w₀/w changes relatively by w/w₀ times that of Xᵀν.
            stretch = Math.Max(stretch, column * w[j] / w0[j]);
            spread += w[j] * w[j] / w0[j] * column * (w[j] * w[j] / w0[j] * column);
            relative = Math.Max(relative, (m + 4) * UnitRoundoff * (1 + w[j] / w0[j] * column * Lanes.Norm(ν)));
        }

        Matrix H = Hessian(X, w, w0);
        double heaviest = Lanes.Norm(H.Values);
        double eigenvalue =
            SymmetricEigen.Of(H).Values[0]
            - ((32 * m + d) * UnitRoundoff + 2 * relative) * m * Math.Max(heaviest, size * size * stretch);
        double residual =
            Lanes.Norm(r)
            + size * Lanes.Norm(w) * ((d + 4) * UnitRoundoff + relative)
            + 2 * UnitRoundoff * Lanes.Norm(y);
        if (!(eigenvalue > 0))
            return double.PositiveInfinity;
        double radius = 8 * residual / eigenvalue;
        return stretch * radius > 0.5
            ? double.PositiveInfinity
            : (4 * radius * Math.Sqrt(spread) + relative * Lanes.Norm(w)) * (1 + 8 * UnitRoundoff);
    }

    private static Matrix Hessian(Matrix X, ReadOnlySpan<double> w, ReadOnlySpan<double> w0)
    {
        Matrix scaled = X.Clone();
        for (int i = 0; i < scaled.Rows; i++)
        {
            Span<double> row = scaled.Row(i);
            for (int j = 0; j < row.Length; j++)
                row[j] *= w[j] * w[j] / w0[j];
        }

        return MatrixProduct.MultiplyTranspose(scaled, X);
    }

    private static double[] Point(Matrix X, ReadOnlySpan<double> w0, double[] ν)
    {
        double[] w = MatrixVector.TransposeMultiply(X, ν);
        for (int j = 0; j < w.Length; j++)
            w[j] = w0[j] / (1 + w[j]);
        return w;
    }

    private static double Dual(Matrix X, ReadOnlySpan<double> y, ReadOnlySpan<double> w0, double[] ν)
    {
        double[] terms = MatrixVector.TransposeMultiply(X, ν);
        for (int j = 0; j < terms.Length; j++)
            terms[j] = 1 + terms[j] > 0 ? -w0[j] * ElementaryFunctions.Log1p(terms[j]) : double.PositiveInfinity;
        return Lanes.Sum(terms) + Lanes.Dot(ν, y);
    }
}
