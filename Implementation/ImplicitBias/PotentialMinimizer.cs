using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias;

// Notation: D(ν) = s·Σ_j H((Xᵀν)_j) − νᵀy, H′ = h, the convex dual; ∇D = Xβ(ν) − y with β(ν) = s·h(Xᵀν); its Hessian is
// X·C·Xᵀ, C = s·diag(h′(Xᵀν)).
//
// Step: along a direction δ with A = max_j a_j|(Xᵀδ)_j| the curvature grows at most like e^{gAt}, so that t = log(1 +
// gA)/(gA) decreases D for certain, and tends to 1 at the solution: no line search, quadratic convergence.
//
// Certificate (Newton–Kantorovich): let u be the way from ν to the solution and s̄ its length in the norm of the
// Hessian G at ν. |(Xᵀu)_j| ≤ κ_j s̄ with κ_j² = x_jᵀG⁻¹x_j, and along the way the Hessian is at least e^{−t}G where t
// grows to κ s̄, κ = max a_jκ_j. On the sphere of radius σ therefore ⟨∇D(ν + u), u⟩ ≥ σ(−λ + (1 − e^{−κσ})/κ), λ² =
// ∇DᵀG⁻¹∇D: positive beyond σ = −log(1 − κλ)/κ, and the solution lies within. G⁻¹ is bounded through an approximate
// inverse factor W: the least eigenvalue of WGWᵀ is at least 1 − ‖WGWᵀ − I‖, rounding included, and then vᵀG⁻¹v ≤
// ‖Wv‖²/λ_min(WGWᵀ).

/// <summary>
/// Minimizes separable potentials over the solutions of Xβ = y by Newton's method on the dual, and proves how near it
/// came.
/// </summary>
/// <remarks>O(m²d) a step and for the certificate. Nothing is shared with the integration of gradient flows.</remarks>
public static class PotentialMinimizer
{
    private const int MostSteps = 400;

    /// <summary>Minimizes Σ_j q(β_j/s).</summary>
    /// <param name="X">m × d with independent rows, m ≤ d.</param>
    /// <param name="y">m labels, finite.</param>
    /// <param name="link">h = (q′)⁻¹.</param>
    /// <param name="scale">s > 0.</param>
    /// <param name="start">A multiplier to start from, m entries, or null for 0; where z leaves the domain it is not
    /// used.</param>
    /// <param name="certify">Whether to compute the bounds; without, <see cref="PotentialMinimum.IsCertified"/> is
    /// false.</param>
    /// <returns>The best point reached; uncertified where the rows are dependent to rounding or Newton's method stopped
    /// early.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not positive and finite.</exception>
    public static PotentialMinimum Minimize(
        Matrix X,
        double[] y,
        Link link,
        double scale,
        double[]? start = null,
        bool certify = true)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(link);
        if (y.Length != X.Rows)
            throw new ArgumentException($"There are {y.Length} labels for {X.Rows} rows.", nameof(y));
        if (X.Rows > X.Columns)
            throw new ArgumentException($"There are {X.Rows} equations for {X.Columns} unknowns.", nameof(X));
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale has to be positive and finite.");
        if (y.Any(value => !double.IsFinite(value)))
            throw new ArgumentException("The labels have to be finite.", nameof(y));
        var state = new State(X, y, link, scale);
        if (start is null || !state.TryMoveTo(start))
            state.TryMoveTo(new double[X.Rows]);
        int steps = 0;
        double best = double.PositiveInfinity;
        int stalled = 0;
        while (steps < MostSteps)
        {
            double[]? step = state.NewtonStep();
            if (step is null)
                break;
            double[] δ = MatrixVector.TransposeMultiply(X, step);
            double A = 0;
            for (int j = 0; j < δ.Length; j++)
                A = Math.Max(A, link.Growth * link.Variation(state.z[j]) * Math.Abs(δ[j]));
            double t = A < 1e-8 ? 1 : Math.Min(ElementaryFunctions.Log1p(A), link.Growth * link.Reach) / A;
            double[] next = [.. state.ν];
            Lanes.Axpy(t, step, next);
            steps++;
            if (!state.TryMoveTo(next))
                break;
            // At the floor of rounding the size of the steps stops falling.
            if (A < 1e-3 || link.Variation(0) == 0)
            {
                double size = link.Variation(0) == 0 ? Lanes.Norm(step) / (1e-300 + Lanes.Norm(state.ν)) : A;
                stalled = size < best / 4 ? 0 : stalled + 1;
                best = Math.Min(best, size);
                if (stalled >= 1 || size < 1e-15)
                    break;
            }
        }

        return state.Result(steps, certify);
    }

    /// <summary>
    /// As <see cref="Minimize"/>, approached from large scales: for scales at which Newton's method does not find its
    /// way from 0.
    /// </summary>
    /// <remarks>The multiplier is close to affine in log s once s is small, and is extrapolated so from the last two
    /// scales, a factor 10³ apart.</remarks>
    /// <inheritdoc cref="Minimize"/>
    public static PotentialMinimum Continue(Matrix X, double[] y, Link link, double scale)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(link);
        double s = Lanes.Norm(y) / Math.Max(Lanes.Norm(X.Values), 1e-300);
        double[]? last = null, extrapolated = null;
        int steps = 0;
        while (s > 1000 * scale && double.IsFinite(s))
        {
            PotentialMinimum point = Minimize(X, y, link, s, extrapolated ?? last, certify: false);
            steps += point.Steps;
            extrapolated = last is null || !double.IsPositiveInfinity(link.Bound) ? null : [.. point.Multiplier];
            if (extrapolated is not null)
            {
                Lanes.Axpy(1, point.Multiplier, extrapolated);
                Lanes.Axpy(-1, last, extrapolated);
            }

            last = point.Multiplier;
            s /= 1000;
        }

        PotentialMinimum end = Minimize(X, y, link, scale, last);
        return end with { Steps = end.Steps + steps };
    }

    private sealed class State(Matrix X, double[] y, Link link, double scale)
    {
        private readonly int _m = X.Rows;
        private readonly int _d = X.Columns;
        private readonly Matrix _transposed = X.Transpose();

        // Kept from step to step: a fresh d × m array every millisecond would call for collections of all memory.
        private readonly Matrix _root = new(X.Columns, X.Rows);
        private readonly Matrix _hessian = new(X.Rows, X.Rows);
        private double[] _values = new double[X.Columns];
        private double[] _slopes = new double[X.Columns];

        public double[] ν { get; private set; } = new double[X.Rows];

        public double[] z { get; private set; } = new double[X.Columns];

        public bool TryMoveTo(double[] point)
        {
            double[] arguments = MatrixVector.TransposeMultiply(X, point);
            if (arguments.Any(value => !(Math.Abs(value) < link.Bound)))
                return false;
            var values = new double[_d];
            var slopes = new double[_d];
            link.Evaluate(arguments, values, slopes);
            Lanes.Scale(scale, values);
            Lanes.Scale(scale, slopes);
            if (!slopes.All(double.IsFinite))
                return false;
            (ν, z, _values, _slopes) = (point, arguments, values, slopes);
            return true;
        }

        /// <summary>−G⁻¹∇D, or null where the factorization fails.</summary>
        public double[]? NewtonStep()
        {
            FormHessian();
            double[] step = Residual(-1);
            return TrySolve(_hessian, step) ? step : null;
        }

        public PotentialMinimum Result(int steps, bool certify)
        {
            double[] nothing = [.. Enumerable.Repeat(double.PositiveInfinity, _d)];
            (double[] Radius, double[] SlopeRadius)? bounds = certify ? Bounds() : null;
            return new(
                ν,
                z,
                _values,
                bounds?.Radius ?? nothing,
                bounds?.SlopeRadius ?? nothing,
                bounds is not null,
                steps);
        }

        private double[] Residual(double sign)
        {
            double[] r = MatrixVector.Multiply(X, _values);
            for (int i = 0; i < _m; i++)
                r[i] = sign * (r[i] - y[i]);
            return r;
        }

        private CholeskyFactor? Factor()
        {
            FormHessian();
            return double.IsFinite(Lanes.Norm(_hessian.Values))
                && CholeskyFactor.TryFactor(_hessian, out CholeskyFactor? factor)
                ? factor
                : null;
        }

        private void FormHessian()
        {
            for (int j = 0; j < _d; j++)
            {
                _transposed.Row(j).CopyTo(_root.Row(j));
                Lanes.Scale(Math.Sqrt(_slopes[j]), _root.Row(j));
            }

            Gram.Of(_root, _hessian);
        }

        // x ← G⁻¹x by Cholesky's factor, row by row in place of G's lower half; false where a pivot is not positive. A
        // step needs no proof, and rows of the factor are contiguous here.
        private static bool TrySolve(Matrix G, double[] x)
        {
            for (int i = 0; i < x.Length; i++)
            {
                Span<double> row = G.Row(i);
                for (int j = 0; j < i; j++)
                {
                    ReadOnlySpan<double> other = G.Row(j);
                    row[j] = (row[j] - Lanes.Dot(row[..j], other[..j])) / other[j];
                }

                double pivot = row[i] - Lanes.Dot(row[..i], row[..i]);
                if (!(pivot > 0 && double.IsFinite(pivot)))
                    return false;
                row[i] = Math.Sqrt(pivot);
                x[i] = (x[i] - Lanes.Dot(row[..i], x.AsSpan(0, i))) / row[i];
            }

            for (int i = x.Length - 1; i >= 0; i--)
            {
                ReadOnlySpan<double> row = G.Row(i);
                x[i] /= row[i];
                Lanes.Axpy(-x[i], row[..i], x.AsSpan(0, i));
            }

            return true;
        }

        private (double[] Radius, double[] SlopeRadius)? Bounds()
        {
            const double u = DoublePrecision.UnitRoundoff;
            if (Factor() is not { } factor)
                return null;
            Matrix W = factor.SolveLower(Matrix.Identity(_m));
            Matrix absX = Absolute(X);
            Matrix absW = Absolute(W);

            // Rounding of z, then of β(ν), then of the residual.
            double[] zError = MatrixVector.TransposeMultiply(absX, [.. ν.Select(Math.Abs)]);
            var βError = new double[_d];
            double worstSlope = 0;
            for (int j = 0; j < _d; j++)
            {
                zError[j] *= (_m + 8) * u;
                double a = link.Variation(z[j]);
                if (!(link.Growth * a * zError[j] < 0.5 && a * zError[j] <= link.Reach))
                    return null;
                double relative = link.RelativeError(z[j]) + 2 * u;
                βError[j] = 1.3 * _slopes[j] * zError[j] + relative * Math.Abs(_values[j]);
                worstSlope = Math.Max(worstSlope, relative + 1.3 * link.Growth * a * zError[j]);
            }

            double[] r = Residual(1);
            double[] rError = MatrixVector.Multiply(
                absX,
                [.. _values.Select((value, j) => (_d + 8) * u * Math.Abs(value) + 1.01 * βError[j])]);
            for (int i = 0; i < _m; i++)
                rError[i] += (_d + 8) * u * Math.Abs(y[i]);

            // Y = WX with the bounds of its rounding, in the weights of C.
            Matrix Y = MatrixProduct.Multiply(W, X);
            Matrix E = MatrixProduct.Multiply(absW, absX);
            var κ = new double[_d];
            double weighted = 0, weightedError = 0;
            Matrix root = Y.Transpose();
            for (int j = 0; j < _d; j++)
            {
                double error = 0, norm = 0;
                for (int i = 0; i < _m; i++)
                {
                    double e = 1.01 * (_m + 4) * u * E[i, j];
                    error += e * e;
                    norm += Y[i, j] * Y[i, j];
                }

                κ[j] = Math.Sqrt(norm) + Math.Sqrt(error);
                weighted += _slopes[j] * norm;
                weightedError += _slopes[j] * error;
                Lanes.Scale(Math.Sqrt(_slopes[j]), root.Row(j));
            }

            Matrix M = Gram.Of(root);
            double off = 0;
            for (int i = 0; i < _m; i++)
            {
                for (int k = 0; k < _m; k++)
                {
                    double entry = M[i, k] - (i == k ? 1 : 0);
                    off += entry * entry;
                }
            }

            double inner = 1 - Math.Sqrt(off) - (_d + 8) * u * weighted;
            double σ = inner > 0 ? Math.Sqrt(inner) - Math.Sqrt(weightedError) : 0;
            double least = σ > 0 ? 0.999999 * σ * σ * (1 - worstSlope) : 0;
            if (!(least > 0.01))
                return null;
            double[] Wr = MatrixVector.Multiply(W, r);
            double[] WrError = MatrixVector.Multiply(
                absW,
                [.. r.Select((value, i) => (_m + 4) * u * Math.Abs(value) + rError[i])]);
            double λ = 1.000001 * (Lanes.Norm(Wr) + Lanes.Norm(WrError)) / Math.Sqrt(least);
            double largest = 0;
            for (int j = 0; j < _d; j++)
            {
                κ[j] *= 1.000001 / Math.Sqrt(least);
                largest = Math.Max(largest, 1.01 * link.Variation(z[j]) * κ[j]);
            }

            if (!(largest * λ < 0.5))
                return null;
            double way =
                largest * λ < 1e-9 ? 1.000001 * λ : -1.000001 * ElementaryFunctions.Log1p(-largest * λ) / largest;
            var radius = new double[_d];
            var slopeRadius = new double[_d];
            for (int j = 0; j < _d; j++)
            {
                double δ = κ[j] * way + zError[j];
                double x = link.Growth * 1.01 * link.Variation(z[j]) * δ;
                if (x > link.Growth * link.Reach)
                    return null;
                double stretch = x < 1e-9 ? 1.000001 : ElementaryFunctions.Expm1(x) / x;
                radius[j] =
                    1.000001 * (1 + link.RelativeError(z[j])) * _slopes[j] * stretch * δ
                    + (link.RelativeError(z[j]) + 2 * u) * Math.Abs(_values[j]);
                slopeRadius[j] = 1.000001 * δ;
            }

            return (radius, slopeRadius);
        }

        private static Matrix Absolute(Matrix A)
        {
            Matrix result = A.Clone();
            foreach (ref double value in result.Values)
                value = Math.Abs(value);
            return result;
        }
    }
}
