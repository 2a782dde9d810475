using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias;

// The linear program min Σ(p_j + n_j), X(p − n) = y, p, n ≥ 0 by the revised simplex method in two phases. A basis is m
// signed columns; its inverse is updated by elimination and formed anew from a QR factorization every few dozen pivots.
// The column with the largest |x_jᵀπ| enters (Dantzig); after a run of pivots that move nothing the smallest index does
// (Bland), which cannot cycle. Whatever rounding did on the way, the final basis is solved afresh and certified from X
// and y alone.

/// <summary>
/// Least ℓ1 norm among the solutions of Xβ = y, by the simplex method. Shares no code with gradient flows or the dual
/// Newton method.
/// </summary>
/// <remarks>About 2m to 5m pivots of O(m² + md) each.</remarks>
public static class BasisPursuit
{
    private const double Tolerance = 1e-10;
    private const int Refresh = 48;

    /// <summary>Solves the program.</summary>
    /// <param name="X">m × d with independent rows, m ≤ d.</param>
    /// <param name="y">m labels, finite.</param>
    /// <returns>The last basis; not optimal where the rows are dependent or the pivots ran out.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a label is not finite.</exception>
    public static BasisPursuitSolution Solve(Matrix X, double[] y)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        if (y.Length != X.Rows)
            throw new ArgumentException($"There are {y.Length} labels for {X.Rows} rows.", nameof(y));
        if (X.Rows > X.Columns)
            throw new ArgumentException($"There are {X.Rows} equations for {X.Columns} unknowns.", nameof(X));
        if (y.Any(value => !double.IsFinite(value)))
            throw new ArgumentException("The labels have to be finite.", nameof(y));
        return new Tableau(X, y).Solve();
    }

    private sealed class Tableau
    {
        private readonly Matrix _X;
        private readonly Matrix _columns;
        private readonly double[] _y;
        private readonly int _m;
        private readonly int _d;

        // Position i of the basis holds column _index[i] with sign _sign[i]; _index = d + k stands for the artificial
        // unit vector e_k.
        private readonly int[] _index;
        private readonly double[] _sign;
        private readonly bool[] _basic;
        private Matrix _inverse;
        private double[] _value;
        private int _pivots;
        private int _idle;

        public Tableau(Matrix X, double[] y)
        {
            (_X, _y, _m, _d) = (X, y, X.Rows, X.Columns);
            _columns = X.Transpose();
            _index = [.. Enumerable.Range(_d, _m)];
            _sign = [.. y.Select(value => value < 0 ? -1.0 : 1.0)];
            _basic = new bool[_d];
            _inverse = Matrix.Diagonal(_sign);
            _value = [.. y.Select(Math.Abs)];
        }

        public BasisPursuitSolution Solve()
        {
            bool finished = Run(structural: 0, artificial: 1) && Expel() && Run(structural: 1, artificial: 0);
            int[] support = [.. _index.Where(j => j < _d).Order()];
            if (!finished || support.Length < _m)
                return new(
                    new double[_d], support, new double[_m], new(0, double.PositiveInfinity), double.PositiveInfinity,
                    false, _pivots);

            // The basis afresh: primal values, and the signs that they or, where they vanish, the last pivots give.
            var B = new Matrix(_m, _m);
            for (int i = 0; i < _m; i++)
                for (int k = 0; k < _m; k++)
                    B[i, k] = _X[i, support[k]];
            double[] values, dual;
            try
            {
                QrFactor direct = QrFactor.Of(B), transposed = QrFactor.Of(B.Transpose());
                values = Refined(direct, B, _y);
                var signs = new double[_m];
                for (int k = 0; k < _m; k++)
                    signs[k] = _sign[Array.IndexOf(_index, support[k])];
                dual = Refined(transposed, B.Transpose(), signs);
            }
            catch (InvalidOperationException)
            {
                return new(
                    new double[_d], support, new double[_m], new(0, double.PositiveInfinity), double.PositiveInfinity,
                    false, _pivots);
            }

            var β = new double[_d];
            for (int k = 0; k < _m; k++)
                β[support[k]] = values[k];
            double[] z = MatrixVector.TransposeMultiply(_X, dual);
            double off = 0;
            for (int j = 0; j < _d; j++)
                off = _basic[j] ? off : Math.Max(off, Math.Abs(z[j]));
            return new(β, support, dual, MinimumNormBracket.Of(_X, _y, β, dual), off, true, _pivots);
        }

        // One step of iterative refinement.
        private static double[] Refined(QrFactor factor, Matrix A, double[] b)
        {
            double[] x = factor.Solve(b);
            double[] r = MatrixVector.Multiply(A, x);
            for (int i = 0; i < r.Length; i++)
                r[i] = b[i] - r[i];
            Lanes.Axpy(1, factor.Solve(r), x);
            return x;
        }

        private bool Run(double structural, double artificial)
        {
            for (int limit = 0; limit < 60 * _m + 1000; limit++)
            {
                double[] cost = [.. _index.Select(j => j < _d ? structural : artificial)];
                if (artificial > 0 && !_index.Any(j => j >= _d))
                    return true;
                double[] π = MatrixVector.TransposeMultiply(_inverse, cost);
                double[] reduced = MatrixVector.TransposeMultiply(_X, π);
                int entering = -1;
                double best = structural + Tolerance;
                for (int j = 0; j < _d; j++)
                {
                    if (_basic[j] || !(Math.Abs(reduced[j]) > best))
                        continue;
                    entering = j;
                    if (_idle > 2 * _m)
                        break;
                    best = Math.Abs(reduced[j]);
                }

                if (entering < 0)
                    return artificial == 0
                        || !_index.Where((j, i) => j >= _d && _value[i] > 1e-9 * (1e-300 + _y.Max(Math.Abs))).Any();
                double sign = reduced[entering] > 0 ? 1 : -1;
                double[] column = MatrixVector.Multiply(_inverse, _columns.Row(entering));
                Lanes.Scale(sign, column);
                int leaving = Leaving(column);
                if (leaving < 0)
                    return false;
                Pivot(leaving, entering, sign, column);
            }

            return false;
        }

        private int Leaving(double[] column)
        {
            int leaving = -1;
            double ratio = double.PositiveInfinity;
            for (int i = 0; i < _m; i++)
            {
                if (!(column[i] > Tolerance))
                    continue;
                double r = Math.Max(_value[i], 0) / column[i];
                bool better = r < ratio
                    || (r == ratio && (_idle > 2 * _m ? _index[i] < _index[leaving] : column[i] > column[leaving]));
                if (better)
                    (leaving, ratio) = (i, r);
            }

            return leaving;
        }

        // Artificial columns that remain at value 0 are exchanged for any column that has a component there.
        private bool Expel()
        {
            for (int i = 0; i < _m; i++)
            {
                if (_index[i] < _d)
                    continue;
                double[] row = MatrixVector.TransposeMultiply(_X, _inverse.Row(i));
                int entering = -1;
                for (int j = 0; j < _d; j++)
                {
                    if (!_basic[j] && (entering < 0 || Math.Abs(row[j]) > Math.Abs(row[entering])))
                        entering = j;
                }

                if (entering < 0 || Math.Abs(row[entering]) < 1e-9)
                    return false;
                double sign = row[entering] > 0 ? 1 : -1;
                double[] column = MatrixVector.Multiply(_inverse, _columns.Row(entering));
                Lanes.Scale(sign, column);
                Pivot(i, entering, sign, column);
            }

            return true;
        }

        private void Pivot(int leaving, int entering, double sign, double[] column)
        {
            double step = _value[leaving] / column[leaving];
            _idle = step > 0 ? 0 : _idle + 1;
            if (_index[leaving] < _d)
                _basic[_index[leaving]] = false;
            (_index[leaving], _sign[leaving]) = (entering, sign);
            _basic[entering] = true;
            Lanes.Scale(1 / column[leaving], _inverse.Row(leaving));
            for (int i = 0; i < _m; i++)
            {
                if (i == leaving)
                    continue;
                Lanes.Axpy(-column[i], _inverse.Row(leaving), _inverse.Row(i));
                _value[i] -= step * column[i];
            }

            _value[leaving] = step;
            _pivots++;
            if (_pivots % Refresh == 0)
                Reinvert();
        }

        private void Reinvert()
        {
            var B = new Matrix(_m, _m);
            for (int k = 0; k < _m; k++)
            {
                for (int i = 0; i < _m; i++)
                    B[i, k] = _sign[k] * (_index[k] < _d ? _X[i, _index[k]] : i == _index[k] - _d ? 1 : 0);
            }

            QrFactor factor = QrFactor.Of(B);
            for (int k = 0; k < _m; k++)
            {
                if (factor.R[k, k] == 0)
                    return;
            }

            var inverse = new Matrix(_m, _m);
            for (int k = 0; k < _m; k++)
            {
                var unit = new double[_m];
                unit[k] = 1;
                double[] x = factor.Solve(unit);
                for (int i = 0; i < _m; i++)
                    inverse[i, k] = x[i];
            }

            _inverse = inverse;
            _value = MatrixVector.Multiply(inverse, _y);
            for (int i = 0; i < _m; i++)
                _value[i] = Math.Max(_value[i], 0);
        }
    }
}
