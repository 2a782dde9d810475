using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>A network with one hidden layer of ReLUs on {±1}^n, with its exact population gradient for the logistic
/// loss log(1 + exp(−y·out)).</summary>
/// <remarks>
/// <para>out(x) = Σ_j a_j max(0, ⟨w_j, x⟩ + b_j). The parameters lie unit by unit: w_j1, …, w_jn, b_j, a_j. An input is
/// the integer whose bit i is 1 where x_i = −1.</para>
/// <para>All 2^n activations of a unit come from 2^n additions, as the upper half of each block is the lower half less
/// 2w_i. The gradient with respect to w_ji is the coefficient of degree 1 of a function on the inputs: the first two
/// levels of a Walsh–Hadamard transform, by halving, in 2·2^n additions for all i together. One gradient costs
/// O(h·2^n), n times less than the sums over inputs. Not safe for concurrent use: the buffers are its own.</para>
/// </remarks>
public sealed class PopulationNetwork
{
    private readonly int _variables;
    private readonly double[] _activation;
    private readonly double[] _output;
    private readonly double[] _slope;
    private readonly double[] _folded;
    private readonly double[] _squares;
    private readonly double[] _labels;
    private int _labeled = -1;

    /// <summary>A network with all parameters 0.</summary>
    /// <param name="variables">n, from 3 to 20.</param>
    /// <param name="width">h, from 1 to 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public PopulationNetwork(int variables, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variables, 20);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 1024);
        (_variables, Width) = (variables, width);
        Parameters = new double[width * (variables + 2)];
        (_activation, _output, _slope) = (new double[Points], new double[Points], new double[Points]);
        (_folded, _squares, _labels) = (new double[Points], new double[Points], new double[Points]);
    }

    /// <summary>h.</summary>
    public int Width { get; }

    /// <summary>2^n.</summary>
    public int Points => 1 << _variables;

    /// <summary>The parameters, unit by unit: n weights, the bias, the outer weight.</summary>
    public double[] Parameters { get; }

    /// <summary>Draws w ~ N(0, 1/n) and b ~ N(0, ¼), and takes a = +1, −1, +1, ….</summary>
    public void Initialize(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.FillNormals(Parameters);
        double scale = 1 / Math.Sqrt(_variables);
        for (int j = 0; j < Width; j++)
        {
            Span<double> unit = Unit(Parameters, j);
            for (int i = 0; i < _variables; i++)
                unit[i] *= scale;
            unit[_variables] *= 0.5;
            unit[_variables + 1] = j % 2 == 0 ? 1 : -1;
        }
    }

    /// <summary>Draws signs for w and halves of the integers −n, …, n for b, and takes a = +1/h, −1/h, +1/h,
    /// ….</summary>
    public void InitializeSigns(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        for (int j = 0; j < Width; j++)
        {
            Span<double> unit = Unit(Parameters, j);
            for (int i = 0; i < _variables; i++)
                unit[i] = 1 - 2 * stream.NextIndex(2);
            unit[_variables] = 0.5 * (stream.NextIndex(2 * _variables + 1) - _variables);
            unit[_variables + 1] = (j % 2 == 0 ? 1.0 : -1.0) / Width;
        }
    }

    /// <summary>The outputs at all inputs; valid until the next call.</summary>
    public ReadOnlySpan<double> Outputs()
    {
        Array.Clear(_output);
        for (int j = 0; j < Width; j++)
        {
            Activations(j);
            double a = Unit(Parameters, j)[_variables + 1];
            for (int x = 0; x < Points; x += Lanes.Count)
            {
                var z = Vector512.Max(Vector512.LoadUnsafe(ref _activation[x]), Vector512<double>.Zero);
                Vector512.FusedMultiplyAdd(Vector512.Create(a), z, Vector512.LoadUnsafe(ref _output[x]))
                    .StoreUnsafe(ref _output[x]);
            }
        }

        return _output;
    }

    /// <summary>The gradient of the mean loss over all inputs with the labels χ_S(x).</summary>
    /// <param name="set">S, bit i for the variable i; null for junk, a label ±1 independent of x.</param>
    /// <param name="gradient">One entry a parameter.</param>
    /// <exception cref="ArgumentException">The length of <paramref name="gradient"/> differs.</exception>
    public void Gradient(int? set, Span<double> gradient)
    {
        if (gradient.Length != Parameters.Length)
            throw new ArgumentException("The gradient has one entry a parameter.", nameof(gradient));
        Outputs();
        FillSlopes(set);
        FromSlopes(gradient);
    }

    /// <summary>The gradient of the mean of the hinge loss max(0, 1 − y·out), of slope 0 at its corner, over all inputs
    /// with the labels χ_S(x).</summary>
    /// <param name="set">S, bit i for the variable i.</param>
    /// <param name="gradient">One entry a parameter.</param>
    /// <exception cref="ArgumentException">The length of <paramref name="gradient"/> differs.</exception>
    public void HingeGradient(int set, Span<double> gradient)
    {
        if (gradient.Length != Parameters.Length)
            throw new ArgumentException("The gradient has one entry a parameter.", nameof(gradient));
        Outputs();
        FillLabels(set);
        for (int x = 0; x < Points; x++)
            _slope[x] = _labels[x] * _output[x] < 1 ? -_labels[x] / Points : 0;
        FromSlopes(gradient);
    }

    // From dL/dout at all inputs.
    private void FromSlopes(Span<double> gradient)
    {
        for (int j = 0; j < Width; j++)
        {
            Activations(j);
            Span<double> target = Unit(gradient, j);
            double a = Unit(Parameters, j)[_variables + 1];
            target[_variables + 1] = FoldActive();
            for (int i = _variables - 1; i >= 0; i--)
                target[i] = a * Halve(1 << i);
            target[_variables] = a * _folded[0];
        }
    }

    /// <summary>E_X‖∂out(X)/∂parameters‖², of which the slopes of the loss make the mean squared gradient.</summary>
    /// <param name="weighted">The same mean with the weight (r_+² + r_−²)/2 of the slopes at both labels: the mean of
    /// the squared gradient under junk.</param>
    public double SquaredGradient(out double weighted)
    {
        Outputs();
        Array.Clear(_squares);
        for (int j = 0; j < Width; j++)
        {
            Activations(j);
            double a = Unit(Parameters, j)[_variables + 1];
            var outer = Vector512.Create(a * a * (_variables + 1));
            for (int x = 0; x < Points; x += Lanes.Count)
            {
                var z = Vector512.LoadUnsafe(ref _activation[x]);
                var square = Vector512.FusedMultiplyAdd(z, z, outer);
                square = Vector512.ConditionalSelect(
                    Vector512.GreaterThan(z, Vector512<double>.Zero), square, Vector512<double>.Zero);
                (Vector512.LoadUnsafe(ref _squares[x]) + square).StoreUnsafe(ref _squares[x]);
            }
        }

        FillSlopes(0);
        for (int x = 0; x < Points; x += Lanes.Count)
        {
            // The slope at label 1 times N is −p; that at −1 is 1 − p.
            var p = Vector512.LoadUnsafe(ref _slope[x]) * -(double)Points;
            var q = Vector512<double>.One - p;
            ((p * p + q * q) * 0.5).StoreUnsafe(ref _folded[x]);
        }

        weighted = Lanes.Dot(_squares, _folded) / Points;
        return Lanes.Sum(_squares) / Points;
    }

    /// <summary>The share of inputs where the sign of the output is χ_S(x), ties counted ½.</summary>
    /// <param name="set">S.</param>
    /// <param name="close">The share of inputs where the output is nearer to 0 than 10⁻⁹, 0 excepted: there rounding
    /// could have changed the sign.</param>
    public double Accuracy(int set, out double close)
    {
        Outputs();
        FillLabels(set);
        (int right, int ties, int near) = (0, 0, 0);
        for (int x = 0; x < Points; x++)
        {
            double signed = _output[x] * _labels[x];
            right += signed > 0 ? 1 : 0;
            ties += signed == 0 ? 1 : 0;
            near += signed != 0 && Math.Abs(signed) < 1e-9 ? 1 : 0;
        }

        close = (double)near / Points;
        return (right + 0.5 * ties) / Points;
    }

    private Span<double> Unit(Span<double> parameters, int j) =>
        parameters.Slice(j * (_variables + 2), _variables + 2);

    private void Activations(int j)
    {
        ReadOnlySpan<double> unit = Unit(Parameters, j);
        double first = unit[_variables];
        for (int i = 0; i < _variables; i++)
            first += unit[i];
        _activation[0] = first;
        for (int i = 0; i < _variables; i++)
        {
            int half = 1 << i;
            double twice = 2 * unit[i];
            if (half < Lanes.Count)
            {
                for (int x = 0; x < half; x++)
                    _activation[half + x] = _activation[x] - twice;
                continue;
            }

            for (int x = 0; x < half; x += Lanes.Count)
                (Vector512.LoadUnsafe(ref _activation[x]) - Vector512.Create(twice))
                    .StoreUnsafe(ref _activation[half + x]);
        }
    }

    // dL/dout at all inputs over 2^n: −y/(1 + exp(y·out)), under junk 1/(1 + exp(−out)) − ½.
    private void FillSlopes(int? set)
    {
        FillLabels(set ?? 0);
        double sign = set is null ? -1 : 1;
        for (int x = 0; x < Points; x += Lanes.Count)
            (Vector512.LoadUnsafe(ref _labels[x]) * Vector512.LoadUnsafe(ref _output[x]) * sign)
                .StoreUnsafe(ref _slope[x]);
        ElementaryFunctions.Exp(_slope, _slope);
        // 1/2^n is a power of 2: products with it are exact.
        double share = 1.0 / Points;
        for (int x = 0; x < Points; x += Lanes.Count)
        {
            var p = Vector512<double>.One / (Vector512<double>.One + Vector512.LoadUnsafe(ref _slope[x]));
            var slope = set is null
                ? p - Vector512.Create(0.5)
                : -(p * Vector512.LoadUnsafe(ref _labels[x]));
            (slope * share).StoreUnsafe(ref _slope[x]);
        }
    }

    // χ_S at all inputs, by doubling.
    private void FillLabels(int set)
    {
        if (set == _labeled)
            return;
        _labels[0] = 1;
        for (int i = 0; i < _variables; i++)
        {
            int half = 1 << i;
            _labels.AsSpan(0, half).CopyTo(_labels.AsSpan(half));
            if ((set >> i & 1) != 0)
                Lanes.Scale(-1, _labels.AsSpan(half, half));
        }

        _labeled = set;
    }

    // Keeps the slopes where the unit is active, and returns their sum with the activation.
    private double FoldActive()
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int x = 0; x < Points; x += Lanes.Count)
        {
            var z = Vector512.LoadUnsafe(ref _activation[x]);
            var r = Vector512.ConditionalSelect(
                Vector512.GreaterThan(z, Vector512<double>.Zero), Vector512.LoadUnsafe(ref _slope[x]),
                Vector512<double>.Zero);
            r.StoreUnsafe(ref _folded[x]);
            sum = Vector512.FusedMultiplyAdd(r, z, sum);
        }

        return Lanes.Combine(sum);
    }

    // The sum of the lower half less that of the upper one; what is left is the sum of both halves.
    private double Halve(int half)
    {
        if (half < Lanes.Count)
        {
            double difference = 0;
            for (int x = 0; x < half; x++)
            {
                difference += _folded[x] - _folded[half + x];
                _folded[x] += _folded[half + x];
            }

            return difference;
        }

        Vector512<double> sum = Vector512<double>.Zero;
        for (int x = 0; x < half; x += Lanes.Count)
        {
            var lower = Vector512.LoadUnsafe(ref _folded[x]);
            var upper = Vector512.LoadUnsafe(ref _folded[half + x]);
            sum += lower - upper;
            (lower + upper).StoreUnsafe(ref _folded[x]);
        }

        return Lanes.Combine(sum);
    }
}
