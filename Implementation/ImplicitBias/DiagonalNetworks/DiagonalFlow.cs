using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// Notation: s = w₀ + ηv, 2d numbers, the first half w₊ and the second w₋; P = (s^D − w₀^D)/η entry by entry; β̂ = P₊ −
// P₋; ρ = Xβ̂ − ŷ; ĝ = 2Xᵀρ. The field is v̇ = ∓D·s^(D−1)·ĝ. With η = 1 and ŷ = y − XF(w₀) this is the flow ẇ =
// −∇‖XF(w) − y‖² of w = w₀ + v; with η → 0 it is the flow of the model linearized at w₀; and with η = α^(−D), F(w₀) = 0
// and ŷ = y it is v = α^D(u − w₀) for the flow from αw₀ in the units w = αu, t = τ/α^(2D−2).
//
// The field is a polynomial, and v is expanded in powers of t by recursion to order K. Of the polynomial so found the
// defect p′ − F(p) is again a polynomial, of degree (2D − 1)K, and all of its coefficients are computed: their norms
// bound the defect on the step, to which the rounding of the coefficients is added. The error e of v in Euclidean norm
// obeys e′ ≤ μe + ‖defect‖ with μ ≥ the logarithmic norm of the field between solution and polynomial. The field is
// minus a gradient, whose Hessian is positive semidefinite up to the diagonal D(D−1)·η·s^(D−2)·ĝ: μ is the largest
// entry of that in magnitude.

/// <summary>Gradient flow of a diagonal network under the squared loss, with proven error bounds.</summary>
/// <remarks>
/// F(w) = w₊^D − w₋^D, L(w) = ‖XF(w) − y‖², ẇ = −∇L(w). Source: Srebro, "Scale of Init: Kernel vs Deep" (D = 2),
/// "Kernel Regime and Scale of Init". Explicit Taylor
/// steps: their number grows with the condition number of the tangent kernel. Shares no code with <see
/// cref="PotentialMinimizer"/>.
/// </remarks>
public sealed class DiagonalFlow
{
    private const int Order = 20;

    private readonly Matrix _X;
    private readonly Matrix _absX;
    private readonly double[] _labels;
    private readonly double[] _start;
    private readonly double _η;
    private readonly int _depth;
    private readonly int _d;
    private readonly int _m;
    private readonly int _width; // 2d rounded up to whole vectors
    private readonly int _degree; // of the field along a polynomial of degree Order

    // Series, coefficient after coefficient: the powers s, s², …, s^(D−1), the sum T and P of the notes; ρ and ĝ.
    private readonly double[][] _powers;
    private readonly double[] _sum;
    private readonly double[] _change;
    private readonly double[] _residual;
    private readonly double[] _gradient;
    private readonly double[] _field;
    private readonly double[] _series;
    private readonly double[] _predictor;

    /// <summary>A flow from its start.</summary>
    /// <param name="X">m × d.</param>
    /// <param name="labels">ŷ, m numbers.</param>
    /// <param name="depth">D, 2 to 8.</param>
    /// <param name="start">w₀, 2d positive numbers, w₊ before w₋.</param>
    /// <param name="perturbation">η ≥ 0: 1 for the network itself, 0 for its linearization.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Depth or perturbation outside the range, or a start that is not
    /// positive.</exception>
    public DiagonalFlow(Matrix X, double[] labels, int depth, double[] start, double perturbation = 1)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(start);
        if (depth is < 2 or > 8)
            throw new ArgumentOutOfRangeException(nameof(depth), depth, "The depth has to lie between 2 and 8.");
        if (!(perturbation >= 0 && double.IsFinite(perturbation)))
            throw new ArgumentOutOfRangeException(
                nameof(perturbation), perturbation, "The perturbation has to be finite and not negative.");
        if (labels.Length != X.Rows || start.Length != 2 * X.Columns)
            throw new ArgumentException(
                $"A {X.Rows} × {X.Columns} matrix needs {X.Rows} labels and {2 * X.Columns} weights; there are "
                    + $"{labels.Length} and {start.Length}.",
                nameof(start));
        if (start.Any(w => !(w > 0 && double.IsFinite(w))))
            throw new ArgumentOutOfRangeException(nameof(start), "The weights at the start have to be positive.");
        (_X, _labels, _start, _η, _depth) = (X, labels, start, perturbation, depth);
        (_m, _d) = (X.Rows, X.Columns);
        _width = (2 * _d + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        _degree = (2 * depth - 1) * Order;
        _absX = X.Clone();
        foreach (ref double value in _absX.Values)
            value = Math.Abs(value);
        int length = (_degree + 1) * _width;
        _powers = [.. Enumerable.Range(1, depth - 1).Select(_ => new double[length])];
        _sum = new double[length];
        _change = new double[length];
        _residual = new double[(_degree + 1) * _m];
        _gradient = new double[length];
        _field = new double[length];
        _series = new double[length];
        _predictor = new double[_d];
        Displacement = new double[2 * _d];
    }

    /// <summary>v, 2d numbers: the computed displacement at the present time, in units of η.</summary>
    public double[] Displacement { get; }

    /// <summary>
    /// Proven bound of the Euclidean distance of <see cref="Displacement"/> from that of the exact flow.
    /// </summary>
    public double Error { get; private set; }

    /// <summary>The present time.</summary>
    public double Time { get; private set; }

    /// <summary>‖ρ‖ at the present time, as computed.</summary>
    public double ResidualNorm { get; private set; } = double.PositiveInfinity;

    /// <summary>The last step's polynomial: coefficient k of (t/h)^k at [k·2d, (k + 1)·2d), k ≤ 20.</summary>
    public double[] LastStep { get; private set; } = [];

    /// <summary>
    /// The longest step that keeps the truncation of the expansion near rounding; sets up the expansion about the
    /// present point.
    /// </summary>
    public double ProposedStep()
    {
        Expand();
        double size = 0;
        for (int j = 0; j < 2 * _d; j++)
            size = Math.Max(size, Math.Abs(Displacement[j]));
        size = Math.Max(size, 1e-3 * LargestCoefficient(1));
        double step = double.PositiveInfinity;
        for (int k = Order - 1; k <= Order; k++)
        {
            double c = LargestCoefficient(k);
            if (c > 0)
                step = Math.Min(
                    step, ElementaryFunctions.Exp(ElementaryFunctions.Log(2e-16 * Math.Max(size, 1e-8) / c) / k));
        }

        return step;
    }

    /// <summary>
    /// Advances by a step of at most what <see cref="ProposedStep"/> gave, which has to be called before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive and finite.</exception>
    public void Advance(double step)
    {
        if (!(step > 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step has to be positive and finite.");
        const double u = DoublePrecision.UnitRoundoff;
        double factor = 1;
        for (int k = 0; k <= Order; k++)
        {
            Lanes.Scale(factor, _series.AsSpan(k * _width, _width));
            factor *= step;
        }

        _series.AsSpan((Order + 1) * _width).Clear();
        for (int k = 0; k <= _degree; k++)
            FieldCoefficient(k);

        // The defect of the polynomial in the time t/h, coefficient by coefficient.
        double defect = 0;
        var row = new double[_width];
        for (int k = 0; k <= _degree; k++)
        {
            _field.AsSpan(k * _width, _width).CopyTo(row);
            Lanes.Scale(-step, row);
            if (k < Order)
                Lanes.Axpy(k + 1, _series.AsSpan((k + 1) * _width, _width), row);
            defect += Lanes.Norm(row);
        }

        double[] v = Majorant(_series), s = Majorant(_powers[0]), g = Majorant(_gradient);
        double[] gRounding = GradientSizes(v, s);
        double error = Error + defect + step * FieldRounding(s, gRounding);
        // The bound of the logarithmic norm holds on a ball about the polynomial, which the error must not leave.
        const double Room = 32;
        double growth = ElementaryFunctions.Exp(step * LogarithmicNorm(s, g, gRounding, Room * error));
        Error = growth < Room ? 1.000001 * error * growth : double.PositiveInfinity;

        var values = new double[_width];
        for (int k = Order; k >= 0; k--)
            for (int j = 0; j < _width; j++)
                values[j] += _series[k * _width + j];
        values.AsSpan(0, 2 * _d).CopyTo(Displacement);
        Error += (Order + 2) * u * Lanes.Norm(v);
        var last = new double[(Order + 1) * 2 * _d];
        for (int k = 0; k <= Order; k++)
            _series.AsSpan(k * _width, 2 * _d).CopyTo(last.AsSpan(k * 2 * _d));
        LastStep = last;
        Time += step;
    }

    /// <summary>Runs until the residual falls to the floor of rounding or the steps are used up.</summary>
    /// <param name="mostSteps">Steps at most.</param>
    /// <param name="cancellation">Observed between steps.</param>
    /// <param name="steps">Counts the steps taken.</param>
    /// <returns>Whether the residual is below 10⁻¹² of the labels.</returns>
    public bool Run(int mostSteps, CancellationToken cancellation, ref int steps)
    {
        double size = Lanes.Norm(_labels);
        double best = double.PositiveInfinity;
        int stalled = 0;
        for (int n = 0; n < mostSteps; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            double step = ProposedStep();
            if (ResidualNorm <= 1e-15 * size)
                return true;
            // Rounding keeps the residual from falling further: the last digits wander.
            stalled = ResidualNorm < 0.9 * best ? 0 : stalled + 1;
            best = Math.Min(best, ResidualNorm);
            if (best <= 1e-13 * size && stalled > 3)
                return true;
            if (!double.IsFinite(step))
                return ResidualNorm <= 1e-12 * size;
            Advance(step);
            steps++;
        }

        return best <= 1e-12 * size;
    }

    // The expansion about the present point in powers of t.
    private void Expand()
    {
        _series.AsSpan().Clear();
        Displacement.CopyTo(_series, 0);
        for (int k = 0; k < Order; k++)
        {
            FieldCoefficient(k);
            Span<double> next = _series.AsSpan((k + 1) * _width, _width);
            _field.AsSpan(k * _width, _width).CopyTo(next);
            Lanes.Scale(1.0 / (k + 1), next);
        }

        ResidualNorm = Lanes.Norm(_residual.AsSpan(0, _m));
    }

    private double LargestCoefficient(int k)
    {
        double largest = 0;
        foreach (double value in _series.AsSpan(k * _width, 2 * _d))
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    // Coefficient k of every series, from coefficients up to k of v.
    private void FieldCoefficient(int k)
    {
        Span<double> s = _powers[0].AsSpan(k * _width, _width);
        _series.AsSpan(k * _width, _width).CopyTo(s);
        Lanes.Scale(_η, s);
        if (k == 0)
        {
            for (int j = 0; j < 2 * _d; j++)
                s[j] += _start[j];
        }

        for (int i = 1; i < _depth - 1; i++)
            Convolve(_powers[i - 1], i * Order, _powers[0], Order, k, _powers[i].AsSpan(k * _width, _width));

        // T = Σ_{i<D} s^i·w₀^(D−1−i), and P = v·T.
        Span<double> sum = _sum.AsSpan(k * _width, _width);
        sum.Clear();
        for (int i = 0; i < _depth - 1; i++)
        {
            for (int j = 0; j < 2 * _d; j++)
            {
                if (k == 0 && i == 0)
                    sum[j] = 1;
                sum[j] = sum[j] * _start[j] + _powers[i][k * _width + j];
            }
        }

        Span<double> change = _change.AsSpan(k * _width, _width);
        Convolve(_series, Order, _sum, (_depth - 1) * Order, k, change);
        Span<double> g = _gradient.AsSpan(k * _width, _width);
        g.Clear();
        Span<double> field = _field.AsSpan(k * _width, _width);
        if (k > _depth * Order)
        {
            // The residual is a polynomial of degree D·K.
            _residual.AsSpan(k * _m, _m).Clear();
            Convolve(_powers[_depth - 2], (_depth - 1) * Order, _gradient, _depth * Order, k, field);
            Lanes.Scale(-_depth, field);
            return;
        }

        Span<double> β = _predictor;
        for (int j = 0; j < _d; j++)
            β[j] = change[j] - change[_d + j];
        Span<double> ρ = _residual.AsSpan(k * _m, _m);
        for (int i = 0; i < _m; i++)
            ρ[i] = Lanes.Dot(_X.Row(i), β) - (k == 0 ? _labels[i] : 0);
        for (int i = 0; i < _m; i++)
            Lanes.Axpy(2 * ρ[i], _X.Row(i), g[.._d]);
        for (int j = 0; j < _d; j++)
            g[_d + j] = -g[j];
        Convolve(_powers[_depth - 2], (_depth - 1) * Order, _gradient, _depth * Order, k, field);
        Lanes.Scale(-_depth, field);
    }

    // result ← Σ_{i+j=k} a_i·b_j, entry by entry, for series of the given degrees.
    private void Convolve(double[] a, int aDegree, double[] b, int bDegree, int k, Span<double> result)
    {
        int first = Math.Max(0, k - bDegree), last = Math.Min(k, aDegree);
        ref double x = ref MemoryMarshal.GetArrayDataReference(a);
        ref double z = ref MemoryMarshal.GetArrayDataReference(b);
        for (int block = 0; block < _width; block += Lanes.Count)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int i = first; i <= last; i++)
            {
                var left = Vector512.LoadUnsafe(ref Unsafe.Add(ref x, i * _width + block));
                var right = Vector512.LoadUnsafe(ref Unsafe.Add(ref z, (k - i) * _width + block));
                sum = Vector512.FusedMultiplyAdd(left, right, sum);
            }

            sum.CopyTo(result.Slice(block, Lanes.Count));
        }
    }

    // Σ_k |coefficient k|, entry by entry.
    private double[] Majorant(double[] series)
    {
        var result = new double[_width];
        for (int k = 0; k <= _degree; k++)
            for (int j = 0; j < _width; j++)
                result[j] += Math.Abs(series[k * _width + j]);
        return result;
    }

    // Bounds of the sum of magnitudes behind each entry of ĝ; rounding errs by that times u and the number of
    // operations.
    private double[] GradientSizes(double[] v, double[] s)
    {
        var β = new double[_d];
        for (int j = 0; j < _d; j++)
            β[j] = MajorantChange(v[j], s[j], j) + MajorantChange(v[_d + j], s[_d + j], _d + j);
        double[] size = MatrixVector.Multiply(_absX, β);
        for (int i = 0; i < _m; i++)
            size[i] += Math.Abs(_labels[i]);
        double[] sizes = MatrixVector.TransposeMultiply(_absX, size);
        // Each entry passes D convolutions of at most (2D−1)K + 1 terms, a sum over d, one over m, and a handful of
        // scalings.
        double operations = _depth * (_degree + 4) + _d + _m + 16;
        Lanes.Scale(2 * operations * DoublePrecision.UnitRoundoff, sizes);
        return sizes;
    }

    // Bound of the rounding of the computed field in Euclidean norm, per unit of time; ĝ's own rounding once more
    // stands for the last convolution.
    private double FieldRounding(double[] s, double[] gRounding)
    {
        double squares = 0;
        for (int j = 0; j < 2 * _d; j++)
        {
            double entry = 2 * _depth * Powers.Integer(s[j], _depth - 1) * gRounding[j % _d];
            squares += entry * entry;
        }

        return Math.Sqrt(squares);
    }

    // Bound of the logarithmic norm on the ball of radius e about the polynomial.
    private double LogarithmicNorm(double[] s, double[] g, double[] gRounding, double e)
    {
        var ball = new double[_d];
        // |P(v + e) − P(v)| ≤ D·(|s| + ηe)^(D−1)·e on either side.
        for (int j = 0; j < _d; j++)
            ball[j] = _depth * e
                * (Powers.Integer(s[j] + _η * e, _depth - 1) + Powers.Integer(s[_d + j] + _η * e, _depth - 1));
        double[] gBall = MatrixVector.TransposeMultiply(_absX, MatrixVector.Multiply(_absX, ball));
        double μ = 0;
        for (int j = 0; j < 2 * _d; j++)
        {
            double gradient = g[j] + 2 * gBall[j % _d] + gRounding[j % _d];
            μ = Math.Max(μ, _depth * (_depth - 1) * _η * Powers.Integer(s[j] + _η * e, _depth - 2) * gradient);
        }

        return μ;
    }

    // |v|·Σ |s|^i·w₀^(D−1−i).
    private double MajorantChange(double v, double s, int j)
    {
        double sum = 1;
        for (int i = 1; i < _depth; i++)
            sum = sum * _start[j] + Powers.Integer(s, i);
        return v * sum;
    }
}
