using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.Geometry;

// Ψ(w) = Σ(w_j log w_j − w_j): D_Ψ(w, w₀) = Σ(w_j log(w_j/w₀_j) − w_j + w₀_j), ∇Ψ(w) = log w. The minimizer of D_Ψ(·,
// w₀) on {Xw = y} is the only point there of the form w₀ ⊙ exp(Xᵀν); ν minimizes the convex Σ w₀_j exp((Xᵀν)_j) − νᵀy,
// with gradient X(w₀ ⊙ exp(Xᵀν)) − y and Hessian H(ν) = X diag(w) Xᵀ. Where ρ = max_j ‖X_j‖·‖δ‖, H(ν + δ) ⪰ e^{−ρ}
// H(ν); so a residual r of norm at most e^{−ρ} λ_min(H)·R, ρ = max‖X_j‖·R, has the minimizer within R of ν. With R =
// 2‖r‖/λ_min that asks for ρ ≤ log 2.

/// <summary>The point of {w > 0 : Xw = y} with the least relative entropy to w₀, and what residuals prove about the
/// distance to it.</summary>
public sealed class EntropicProjection
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private readonly Matrix _X;
    private readonly double[] _y;
    private readonly double[] _w0;
    private readonly QrFactor _rows;

    /// <summary>The problem.</summary>
    /// <param name="X">m × d, m ≤ d, of full row rank.</param>
    /// <param name="y">m entries.</param>
    /// <param name="w0">d positive entries.</param>
    public EntropicProjection(Matrix X, double[] y, double[] w0)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(w0);
        if (w0.Any(value => !(value > 0)))
            throw new ArgumentException("Every entry of the starting point has to be positive.", nameof(w0));
        _X = X;
        _y = y;
        _w0 = w0;
        _rows = QrFactor.Of(X.Transpose());
    }

    /// <summary>D_Ψ(w, v) = Σ(w_j log(w_j/v_j) − w_j + v_j), with 0·log 0 = 0.</summary>
    public static double Divergence(ReadOnlySpan<double> w, ReadOnlySpan<double> v)
    {
        double[] terms = new double[w.Length];
        for (int j = 0; j < terms.Length; j++)
            terms[j] = (w[j] == 0 ? 0 : w[j] * ElementaryFunctions.Log(w[j] / v[j])) - w[j] + v[j];
        return Lanes.Sum(terms);
    }

    /// <summary>Newton's method on the dual, with halved steps where the residual does not fall.</summary>
    /// <returns>The point reached; whether it is the projection is for <see cref="ErrorBound"/> to say.</returns>
    public double[] Newton()
    {
        double[] ν = new double[_y.Length];
        double[] w = Point(ν);
        double value = Dual(w, ν);
        for (int iteration = 0; iteration < 200; iteration++)
        {
            double[] r = Residual(w);
            if (
                Lanes.Norm(r) <= 4 * UnitRoundoff * Lanes.Norm(_y)
                || !CholeskyFactor.TryFactor(Hessian(w), out CholeskyFactor? factor))
                break;
            double[] step = factor.Solve(r);
            double slope = Lanes.Dot(r, step);
            bool moved = false;
            for (double t = 1; t > 1e-12; t /= 2)
            {
                double[] trial = [.. ν];
                Lanes.Axpy(-t, step, trial);
                double[] next = Point(trial);
                double lower = Dual(next, trial);
                // Close to the minimum the values agree to rounding, and the residual decides.
                bool falls =
                    lower <= value - 1e-4 * t * slope || (t == 1 && Lanes.Norm(Residual(next)) < 0.5 * Lanes.Norm(r));
                if (!double.IsFinite(lower) || !falls)
                    continue;
                (ν, w, value, moved) = (trial, next, lower, true);
                break;
            }

            if (!moved)
                break;
        }

        return w;
    }

    /// <summary>A proven bound of the distance of a point to the projection; ∞ where nothing is proven.</summary>
    /// <param name="w">d entries.</param>
    public double ErrorBound(ReadOnlySpan<double> w)
    {
        int m = _X.Rows, d = _X.Columns;
        double[] logarithms = new double[d];
        for (int j = 0; j < d; j++)
        {
            if (!(w[j] > 0))
                return double.PositiveInfinity;
            logarithms[j] = ElementaryFunctions.Log(w[j] / _w0[j]);
        }

        // The nearest member v of the family, by least squares in the logarithms.
        double[] ν = _rows.Solve(logarithms);
        double[] v = Point(ν);
        double widest = 0;
        for (int j = 0; j < d; j++)
            widest = Math.Max(widest, Lanes.Norm(_X.Column(j)));
        double[] difference = w.ToArray();
        Lanes.Axpy(-1, v, difference);
        double[] r = Residual(v);
        Matrix H = Hessian(v);
        double size = Lanes.Norm(_X.Values), heaviest = v.Max(), length = Lanes.Norm(v);
        // v itself is w₀ ⊙ exp(Xᵀν + e) with |e_j| ≤ (m + 2)u(|X|ᵀ|ν|)_j + 4u, a relative error of each entry that the
        // residual inherits.
        double exponentError = (m + 4) * UnitRoundoff * (1 + widest * Lanes.Norm(ν));
        double residual =
            Lanes.Norm(r)
            + size * length * ((d + 4) * UnitRoundoff + exponentError)
            + 2 * UnitRoundoff * Lanes.Norm(_y);
        double eigenvalue =
            SymmetricEigen.Of(H).Values[0] - ((32 * m + d) * UnitRoundoff + exponentError) * size * size * heaviest;
        if (!(eigenvalue > 0))
            return double.PositiveInfinity;
        double radius = 2 * residual / eigenvalue;
        double spread = 0;
        for (int j = 0; j < d; j++)
        {
            double column = v[j] * Lanes.Norm(_X.Column(j));
            spread += column * column;
        }

        // e^z − 1 ≤ 1.5z for z ≤ log 2.
        return widest * radius > 0.69
            ? double.PositiveInfinity
            : (Lanes.Norm(difference) + length * exponentError + 1.5 * radius * Math.Sqrt(spread))
                * (1 + 8 * UnitRoundoff);
    }

    /// <summary>‖diag(w)Xᵀ‖_F/λ_min(X diag(w) Xᵀ): how far w can still move for a unit of residual.</summary>
    public double Sensitivity(ReadOnlySpan<double> w)
    {
        double spread = 0;
        for (int j = 0; j < _X.Columns; j++)
        {
            double column = w[j] * Lanes.Norm(_X.Column(j));
            spread += column * column;
        }

        return Math.Sqrt(spread) / SymmetricEigen.Of(Hessian(w)).Values[0];
    }

    /// <summary>Xw − y.</summary>
    public double[] Residual(ReadOnlySpan<double> w)
    {
        double[] r = MatrixVector.Multiply(_X, w);
        Lanes.Axpy(-1, _y, r);
        return r;
    }

    /// <summary>X diag(w) Xᵀ.</summary>
    public Matrix Hessian(ReadOnlySpan<double> w)
    {
        Matrix scaled = _X.Clone();
        for (int i = 0; i < scaled.Rows; i++)
        {
            Span<double> row = scaled.Row(i);
            for (int j = 0; j < row.Length; j++)
                row[j] *= w[j];
        }

        return MatrixProduct.MultiplyTranspose(scaled, _X);
    }

    private double[] Point(double[] ν)
    {
        double[] z = MatrixVector.TransposeMultiply(_X, ν);
        ElementaryFunctions.Exp(z, z);
        for (int j = 0; j < z.Length; j++)
            z[j] *= _w0[j];
        return z;
    }

    private double Dual(double[] w, double[] ν) => Lanes.Sum(w) - Lanes.Dot(ν, _y);
}
