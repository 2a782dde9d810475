namespace Verification.Implementation.Numerics.LinearAlgebra;

// J. J. Dongarra, S. J. Hammarling and D. C. Sorensen, "Block reduction of matrices to condensed forms for eigenvalue
// computations", J. Comput. Appl. Math. 27 (1989), as in LAPACK's dsytrd. Letters: reflection H = I − τ·v·vᵀ with v₀ =
// 1; d and e the diagonal and what stands beside it. Within a panel of b columns the matrix is left alone: column c of
// the current one is
//
//     a = A[c:, c] − Σ_p (v_p·w_p[c] + w_p·v_p[c]),   w = τ·(A·v − Σ_p (v_p·(w_pᵀv) + w_p·(v_pᵀv))),   w −= ½τ(wᵀv)·v,
//
// and after b columns the rest is updated at once, A −= V·Wᵀ + W·Vᵀ, on the kernels of the matrix product. Half of the
// operations are the products A·v, row by row; the other half is that update. Only rows are read, so that rounding,
// which leaves A symmetric only up to a unit roundoff, acts like a rounding of the entries.

/// <summary>A symmetric matrix as Q·T·Qᵀ with T tridiagonal, by blocked Householder reflections. The same bits on every
/// machine.</summary>
/// <remarks>4n³/3 operations for T and as many for Q, on one thread. Backward stable: T is that of a matrix at a
/// distance of order n·u·‖A‖_F.</remarks>
internal sealed class Tridiagonalization
{
    private const int Panel = 32;

    // A column whose norm is below this part of the largest entry is zero beside the rounding of the others; its square
    // would leave the range.
    private const double Negligible = 7.458340731200207e-155; // 2⁻⁵¹²

    private readonly int _n;
    private readonly double[] _reflections;
    private readonly double[] _factors;

    private Tridiagonalization(int n)
    {
        _n = n;
        Diagonal = new double[n];
        Beside = new double[n];
        _reflections = new double[n * n];
        _factors = new double[n];
    }

    /// <summary>The diagonal of T.</summary>
    public double[] Diagonal { get; }

    /// <summary>Entry i stands beside the diagonal in row i + 1 of T; the last entry is 0.</summary>
    public double[] Beside { get; }

    /// <summary>Reduces a matrix, which is overwritten, with entries of magnitude at most 2.</summary>
    /// <param name="a">n × n, row by row, symmetric.</param>
    /// <param name="n">Order.</param>
    public static Tridiagonalization Of(Span<double> a, int n)
    {
        var result = new Tridiagonalization(n);
        for (int first = 0; first < n; first += Panel)
            result.Reduce(a, first, Math.Min(Panel, n - first));
        return result;
    }

    /// <summary>Qᵀ, n × n.</summary>
    public Matrix TransposedQ()
    {
        var transposed = Matrix.Identity(_n);
        Span<double> q = transposed.Values;
        for (int first = (_n - 1) / Panel * Panel; first >= 0; first -= Panel)
        {
            int count = Math.Min(Panel, _n - 1 - first);
            int start = first + 1;
            int length = _n - start;
            if (count <= 0)
                continue;

            // H_first·H_(first+1)·… = I − Y·B·Yᵀ with B upper triangular; the reflections are the rows of Yᵀ. Rows and
            // columns of Q before `start` are still those of the identity.
            double[] b = Triangle(first, count);
            ReadOnlySpan<double> y = _reflections.AsSpan(first * _n + start);
            var product = new double[length * count];
            var turned = new double[length * count];
            Span<double> rest = q[(start * _n + start)..];
            BlockedProduct.Run(
                length, count, length, rest, _n, 1, y, 1, _n, product, count, upperOnly: false, resume: false);
            BlockedProduct.Run(
                length, count, count, product, count, 1, b, 1, count, turned, count, upperOnly: false, resume: false);
            Lanes.Scale(-1, turned);
            BlockedProduct.Run(
                length, length, count, turned, count, 1, y, _n, 1, rest, _n, upperOnly: false, resume: true);
        }

        return transposed;
    }

    // B of I − Y·B·Yᵀ, with column j from the columns before: B[:j, j] = −τ_j·B[:j, :j]·(Yᵀy_j) (Schreiber and Van Loan
    // 1989).
    private double[] Triangle(int first, int count)
    {
        var b = new double[count * count];
        var overlaps = new double[count];
        for (int j = 0; j < count; j++)
        {
            double τ = _factors[first + j];
            Span<double> last = Reflection(first + j);
            for (int i = 0; i < j; i++)
                overlaps[i] = Lanes.Dot(Reflection(first + i)[(j - i)..], last);
            for (int i = 0; i < j; i++)
            {
                double sum = 0;
                for (int k = i; k < j; k++)
                    sum = Math.FusedMultiplyAdd(b[i * count + k], overlaps[k], sum);
                b[i * count + j] = -τ * sum;
            }

            b[j * count + j] = τ;
        }

        return b;
    }

    // The vector of reflection c from its first entry, at place c + 1, on.
    private Span<double> Reflection(int c) => _reflections.AsSpan(c * _n + c + 1, _n - c - 1);

    private void Reduce(Span<double> a, int first, int count)
    {
        int n = _n;
        int length = n - first;

        // Rows of v and w over the places from `first` on: zeros before a reflection begins.
        var v = new double[count * length];
        var w = new double[count * length];
        for (int j = 0; j < count; j++)
        {
            int c = first + j;
            Span<double> column = a.Slice(c * n + c, n - c);
            for (int p = 0; p < j; p++)
            {
                Lanes.Axpy(-w[p * length + j], v.AsSpan(p * length + j, n - c), column);
                Lanes.Axpy(-v[p * length + j], w.AsSpan(p * length + j, n - c), column);
            }

            Diagonal[c] = column[0];
            if (c == n - 1)
                break;
            Span<double> x = v.AsSpan(j * length + j + 1, n - c - 1);
            column[1..].CopyTo(x);
            (Beside[c], double τ) = Reflect(x);
            _factors[c] = τ;
            x.CopyTo(Reflection(c));
            if (τ == 0)
            {
                x.Clear();
                continue;
            }

            Span<double> y = w.AsSpan(j * length + j + 1, n - c - 1);
            MatrixVector.Multiply(a[((c + 1) * n + c + 1)..], n, x, y);
            for (int p = 0; p < j; p++)
            {
                ReadOnlySpan<double> vp = v.AsSpan(p * length + j + 1, n - c - 1);
                ReadOnlySpan<double> wp = w.AsSpan(p * length + j + 1, n - c - 1);
                double alongW = Lanes.Dot(wp, x);
                double alongV = Lanes.Dot(vp, x);
                Lanes.Axpy(-alongW, vp, y);
                Lanes.Axpy(-alongV, wp, y);
            }

            Lanes.Scale(τ, y);
            Lanes.Axpy(-0.5 * τ * Lanes.Dot(y, x), x, y);
        }

        int next = first + count;
        int rest = n - next;
        if (rest <= 0)
            return;

        // A −= [V W]·[W V]ᵀ.
        var left = new double[2 * count * rest];
        var right = new double[2 * count * rest];
        for (int p = 0; p < count; p++)
        {
            ReadOnlySpan<double> vp = v.AsSpan(p * length + count, rest);
            ReadOnlySpan<double> wp = w.AsSpan(p * length + count, rest);
            vp.CopyTo(left.AsSpan(p * rest));
            wp.CopyTo(left.AsSpan((count + p) * rest));
            wp.CopyTo(right.AsSpan(p * rest));
            vp.CopyTo(right.AsSpan((count + p) * rest));
        }

        Lanes.Scale(-1, left);
        BlockedProduct.Run(
            rest,
            rest,
            2 * count,
            left,
            1,
            rest,
            right,
            rest,
            1,
            a[(next * n + next)..],
            n,
            upperOnly: false,
            resume: true);
    }

    // x becomes v with v₀ = 1, and (I − τ·v·vᵀ)·x = β·e₀.
    private static (double Beta, double Factor) Reflect(Span<double> x)
    {
        double α = x[0];
        double tail = Lanes.Norm(x[1..]);
        if (tail <= Negligible)
        {
            x[1..].Clear();
            x[0] = 1;
            return (α, 0);
        }

        double norm = Math.Sqrt(Math.FusedMultiplyAdd(α, α, tail * tail));
        double β = α > 0 ? -norm : norm;
        Lanes.Scale(1 / (α - β), x[1..]);
        x[0] = 1;
        return (β, (β - α) / β);
    }
}
