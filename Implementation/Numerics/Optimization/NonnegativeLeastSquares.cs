using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Optimization;

// Lawson and Hanson, "Solving least squares problems", 1974, chapter 23. The passive set holds the entries that may be
// positive; each round adds the entry along which the residual falls fastest and, where the unconstrained solution on
// the passive set leaves the orthant, walks to the boundary.

/// <summary>min ‖Ax − b‖ over x ≥ 0 by the active-set method of Lawson and Hanson.</summary>
/// <remarks>Finite in exact arithmetic. The result is an approximation without a guarantee; whoever relies on it
/// certifies it.</remarks>
public static class NonnegativeLeastSquares
{
    /// <summary>Solves the problem.</summary>
    /// <param name="A">m × n.</param>
    /// <param name="b">m entries.</param>
    /// <returns>
    /// x, of length n and without negative entries, and whether the method ended: false where the passive set was still
    /// changing after 10(n + 1) rounds.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="b"/> has not m entries.</exception>
    public static (double[] Solution, bool Finished) Solve(Matrix A, ReadOnlySpan<double> b)
    {
        ArgumentNullException.ThrowIfNull(A);
        if (b.Length != A.Rows)
            throw new ArgumentException($"{b.Length} entries do not fit {A.Rows} rows.", nameof(b));
        int n = A.Columns;
        double[] x = new double[n], scales = new double[n];
        for (int j = 0; j < n; j++)
            scales[j] = Lanes.Norm(A.Column(j));
        var passive = new List<int>();
        // A gradient entry within the rounding error of its inner product is none.
        double tolerance = 8 * (A.Rows + 2) * Math.ScaleB(1, -53) * Lanes.Norm(b);
        for (int round = 0; round < 10 * (n + 1); round++)
        {
            double[] gradient = MatrixVector.TransposeMultiply(A, Residual(A, b, x));
            int entering = -1;
            double best = 0;
            for (int j = 0; j < n; j++)
            {
                if (!passive.Contains(j) && gradient[j] > tolerance * scales[j] && gradient[j] / scales[j] > best)
                    (entering, best) = (j, gradient[j] / scales[j]);
            }

            if (entering < 0 || passive.Count == A.Rows)
                return (x, true);
            passive.Add(entering);
            double[] s = SolveOn(A, b, passive);
            // In floating point the new entry can come out negative although its gradient was positive: then it was
            // rounding.
            if (s[^1] <= 0)
                return (x, true);
            while (s.Any(value => value <= 0))
            {
                double step = 1;
                int blocking = -1;
                for (int k = 0; k < s.Length; k++)
                {
                    double reach = s[k] <= 0 ? x[passive[k]] / (x[passive[k]] - s[k]) : 1;
                    if (s[k] <= 0 && (blocking < 0 || reach < step))
                        (blocking, step) = (passive[k], Math.Min(step, reach));
                }

                for (int k = 0; k < s.Length; k++)
                    x[passive[k]] += step * (s[k] - x[passive[k]]);
                // The entry that blocks leaves whatever rounding makes of it, so that the walk ends.
                x[blocking] = 0;
                passive.RemoveAll(j => x[j] <= 0);
                if (passive.Count == 0)
                    break;
                s = SolveOn(A, b, passive);
            }

            Array.Clear(x);
            for (int k = 0; k < passive.Count; k++)
                x[passive[k]] = s[k];
        }

        return (x, false);
    }

    private static double[] SolveOn(Matrix A, ReadOnlySpan<double> b, List<int> columns)
    {
        var part = new Matrix(A.Rows, columns.Count);
        for (int i = 0; i < A.Rows; i++)
        {
            for (int k = 0; k < columns.Count; k++)
                part[i, k] = A[i, columns[k]];
        }

        return QrFactor.Of(part).Solve(b);
    }

    private static double[] Residual(Matrix A, ReadOnlySpan<double> b, double[] x)
    {
        double[] r = b.ToArray();
        double[] Ax = MatrixVector.Multiply(A, x);
        for (int i = 0; i < r.Length; i++)
            r[i] -= Ax[i];
        return r;
    }
}
