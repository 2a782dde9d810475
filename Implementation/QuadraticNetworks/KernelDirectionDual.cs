using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks;

// Notation: q(v) = bᵀH(v)⁻¹b, b = S*v, y = H(v)⁻¹b, H(v) = K_v G⁻¹ K_vᵀ, K_v svec(A) = Av.
//
// In coordinates H(v)_ij = Σ_kl v_k v_l T_ik,jl with T_ik,jl = s_ik s_jl G⁻¹_(ik)(jl), s_ii = 1, s_ik = 1/√2 otherwise,
// (ik) the place of the pair in svec. So svec-like, entry by entry of the upper triangle, H(v) is one D × D matrix
// times the products v_k v_l, k ≤ l. T does not change when both pairs are turned round, hence yᵀH(v)y = vᵀH(y)v and
// ∇_v(yᵀH(v)y) = 2H(y)v: value and gradient cost two such products.

/// <summary>q(v): the least risk L over symmetric A = WᵀW − S* with Av = −S*v, as a function of the kernel direction v
/// ≠ 0 of the student.</summary>
/// <remarks>Homogeneous of degree 0. One evaluation with gradient takes 4D² + O(d³) operations, D = d(d+1)/2, and
/// allocates nothing. Not for several threads at once.</remarks>
public sealed class KernelDirectionDual
{
    private readonly Matrix _inverse;
    private readonly Matrix _S;
    private readonly Matrix _contraction;
    private readonly double[] _products;
    private readonly double[] _packed;
    private readonly Matrix _H;
    private readonly double[] _y;
    private readonly double[] _term;

    /// <summary>The dual of a risk with covariance G and a teacher with Gram matrix S*.</summary>
    /// <param name="inverse">G⁻¹, D × D, symmetric.</param>
    /// <param name="S">S*, d × d, symmetric.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public KernelDirectionDual(Matrix inverse, Matrix S)
    {
        ArgumentNullException.ThrowIfNull(inverse);
        ArgumentNullException.ThrowIfNull(S);
        int d = S.Rows, D = SymmetricVectorization.Dimension(d);
        if (S.Columns != d || inverse.Rows != D || inverse.Columns != D)
            throw new ArgumentException(
                $"A {S.Rows} × {S.Columns} Gram matrix needs an inverse covariance of {D} × {D}, not {inverse.Rows} × "
                    + $"{inverse.Columns}.",
                nameof(inverse));
        _inverse = inverse;
        _S = S;
        _contraction = Contraction(inverse, d);
        _products = new double[D];
        _packed = new double[D];
        _H = new Matrix(d, d);
        _y = new double[d];
        _term = new double[d];
    }

    /// <summary>q(v) and its gradient 2S*y − 2H(y)v; ∞ with an undefined gradient where H(v) is not numerically
    /// positive definite.</summary>
    /// <param name="v">d entries, not all zero.</param>
    /// <param name="gradient">d entries, overwritten.</param>
    public double Evaluate(ReadOnlySpan<double> v, Span<double> gradient)
    {
        double value = Solve(v);
        if (double.IsPositiveInfinity(value))
            return value;
        Form(_y);
        MatrixVector.Multiply(_H, v, _term);
        MatrixVector.Multiply(_S, _y, gradient);
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = 2 * (gradient[i] - _term[i]);
        return value;
    }

    /// <summary>The minimizing A = −smat(G⁻¹ svec(sym(y vᵀ))), d × d, with Av = −S*v.</summary>
    /// <exception cref="ArgumentException">H(v) is not numerically positive definite.</exception>
    public Matrix Shift(ReadOnlySpan<double> v)
    {
        if (double.IsPositiveInfinity(Solve(v)))
            throw new ArgumentException(
                "The constraint Av = −S*v is numerically degenerate for this direction.", nameof(v));
        SymmetricVectorization.OfSymmetricProduct(_y, v, _products);
        double[] a = MatrixVector.Multiply(_inverse, _products);
        Lanes.Scale(-1, a);
        return SymmetricVectorization.Matricize(a, v.Length);
    }

    // Leaves y in _y.
    private double Solve(ReadOnlySpan<double> v)
    {
        Form(v);
        MatrixVector.Multiply(_S, v, _term);
        _term.CopyTo(_y, 0);
        return SolveInPlace(_H, _y) ? Lanes.Dot(_term, _y) : double.PositiveInfinity;
    }

    // H(v) into _H.
    private void Form(ReadOnlySpan<double> v)
    {
        int d = v.Length, k = 0;
        for (int i = 0; i < d; i++)
            for (int j = i; j < d; j++)
                _products[k++] = v[i] * v[j];
        MatrixVector.Multiply(_contraction, _products, _packed);
        Span<double> H = _H.Values;
        k = 0;
        for (int i = 0; i < d; i++)
            for (int j = i; j < d; j++)
                H[i * d + j] = H[j * d + i] = _packed[k++];
    }

    private static Matrix Contraction(Matrix inverse, int d)
    {
        var place = new int[d, d];
        int next = 0;
        for (int i = 0; i < d; i++)
            for (int j = i; j < d; j++)
                place[i, j] = place[j, i] = next++;
        double root = Math.Sqrt(0.5);
        double T(int i, int k, int j, int l) =>
            (i == k ? 1 : root) * (j == l ? 1 : root) * inverse[place[i, k], place[j, l]];

        var contraction = new Matrix(inverse.Rows, inverse.Columns);
        for (int i = 0; i < d; i++)
            for (int j = i; j < d; j++)
                for (int k = 0; k < d; k++)
                    for (int l = k; l < d; l++)
                        contraction[place[i, j], place[k, l]] = k == l ? T(i, k, j, k) : T(i, k, j, l) + T(i, l, j, k);
        return contraction;
    }

    // x ← H⁻¹x by Cholesky's factorization in place (d ≤ a dozen: the calls of a library would cost more than the
    // arithmetic). False where a pivot is not positive.
    private static bool SolveInPlace(Matrix H, double[] x)
    {
        int d = x.Length;
        for (int j = 0; j < d; j++)
        {
            Span<double> pivotRow = H.Row(j);
            double pivot = pivotRow[j];
            double entry = x[j];
            for (int k = 0; k < j; k++)
            {
                pivot -= pivotRow[k] * pivotRow[k];
                entry -= pivotRow[k] * x[k];
            }

            if (!(pivot > 0))
                return false;
            double root = pivotRow[j] = Math.Sqrt(pivot);
            x[j] = entry / root;
            for (int i = j + 1; i < d; i++)
            {
                Span<double> row = H.Row(i);
                double sum = row[j];
                for (int k = 0; k < j; k++)
                    sum -= row[k] * pivotRow[k];
                row[j] = sum / root;
            }
        }

        for (int j = d - 1; j >= 0; j--)
        {
            Span<double> row = H.Row(j);
            double entry = x[j] /= row[j];
            for (int i = 0; i < j; i++)
                x[i] -= row[i] * entry;
        }

        return true;
    }
}
