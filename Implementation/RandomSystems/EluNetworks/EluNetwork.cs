using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.EluNetworks;

// Weights lie input by input, neurons in lanes of eight: h = Σ_k z_k W[k, ·] is one chain of fused multiply-adds per
// neuron and sample, whichever samples are worked off together, and the update W[k, ·] += Σ_i z_ik c_i[·] is one chain
// over the batch. With q = exp(min(h, 0)) − 1, σ(h) = max(h, 0) + q and σ′(h) = 1 + q. Lanes beyond the width have
// weight and sign 0, and keep them.

/// <summary>f(z; W) = (a/√m)Σ_j s_jσ(⟨w_j, z⟩) with σ(x) = x for x ≥ 0 and e^x − 1 below, its risk
/// R_n(W) = (1/2n)Σ(y_i − f(z_i; W))², one step of stochastic gradient descent, and the projection on ‖W‖_F² ≤ m.
/// </summary>
/// <remarks>
/// <para>Source: the talk, "An experiment: 2-Layer ELU network" and "Empirical Risk Minimization via SGD". It does not
/// say what the signs s_j are: here they alternate, starting with +1, so that they sum to 0 for even m.</para>
/// <para>Weights are D × <see cref="Stride"/>, row k the weights of input k, neuron j in column j; inputs are n × D, a
/// row per sample. Holds scratch space: one instance per thread.</para>
/// </remarks>
public sealed class EluNetwork
{
    private const int Group = 4;

    // a/√m is a root and a quotient, its sign exact; σ brings 4u, y − f one, norms a few: 16 in all.
    private const int Roundings = 16;

    private readonly double[] _scale;
    private double[] _coefficients = [];
    private double[] _residuals = [];

    /// <summary>The network of a size.</summary>
    /// <param name="width">m, from 1 to 4096.</param>
    /// <param name="inputs">D, from 1 to 4096.</param>
    /// <param name="amplitude">a, positive and at most 10⁶.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public EluNetwork(int width, int inputs, double amplitude)
    {
        if (width is < 1 or > 4096)
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width lies between 1 and 4096.");
        if (inputs is < 1 or > 4096)
            throw new ArgumentOutOfRangeException(nameof(inputs), inputs, "There are between 1 and 4096 inputs.");
        if (!(amplitude > 0 && amplitude <= 1e6))
            throw new ArgumentOutOfRangeException(
                nameof(amplitude), amplitude, "The amplitude is positive and at most 1000000.");
        (Width, Inputs, Amplitude) = (width, inputs, amplitude);
        Stride = (width + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        _scale = new double[Stride];
        for (int j = 0; j < width; j++)
            _scale[j] = (j % 2 == 0 ? 1 : -1) * (amplitude / Math.Sqrt(width));
    }

    /// <summary>m.</summary>
    public int Width { get; }

    /// <summary>D.</summary>
    public int Inputs { get; }

    /// <summary>a.</summary>
    public double Amplitude { get; }

    /// <summary>m rounded up to a multiple of eight: the length of a row of weights.</summary>
    public int Stride { get; }

    /// <summary>(a/√m)s_j, 0 beyond the width.</summary>
    public ReadOnlySpan<double> Scale => _scale;

    /// <summary>f at samples one after the other.</summary>
    /// <param name="weights">D × <see cref="Stride"/>.</param>
    /// <param name="inputs">n × D.</param>
    /// <param name="outputs">n.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public void Outputs(ReadOnlySpan<double> weights, ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        Check(weights.Length, inputs.Length, outputs.Length);
        Span<int> rows = stackalloc int[Group];
        for (int i = 0; i < outputs.Length; i += Group)
        {
            int count = Math.Min(Group, outputs.Length - i);
            for (int g = 0; g < count; g++)
                rows[g] = i + g;
            Forward(weights, inputs, rows[..count], outputs.Slice(i, count), default);
        }
    }

    /// <summary>R_n(W) with a proven bound of its rounding: f is off by at most e = (D + m + 16)u·a‖W‖_F·max‖z_i‖, as
    /// Σ_jk|w_jk z_k| ≤ √m‖W‖_F‖z‖, and R_n by e√(2R_n) + e² and the rounding of a sum of n squares.</summary>
    /// <param name="weights">D × <see cref="Stride"/>.</param>
    /// <param name="inputs">n × D, n from 1.</param>
    /// <param name="labels">y, n of them.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public Bounded Risk(ReadOnlySpan<double> weights, ReadOnlySpan<double> inputs, ReadOnlySpan<double> labels)
    {
        int n = labels.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1, nameof(labels));
        if (_residuals.Length < n)
            _residuals = new double[n];
        Span<double> residuals = _residuals.AsSpan(0, n);
        Outputs(weights, inputs, residuals);
        double longest = 0;
        for (int i = 0; i < n; i++)
        {
            residuals[i] = labels[i] - residuals[i];
            ReadOnlySpan<double> z = inputs.Slice(i * Inputs, Inputs);
            longest = Math.Max(longest, Lanes.Dot(z, z));
        }

        double risk = Lanes.Dot(residuals, residuals) / (2.0 * n);
        double e = (Inputs + Width + Roundings) * DoublePrecision.UnitRoundoff * Amplitude
            * Math.Sqrt(Lanes.Dot(weights, weights) * longest);
        return new(risk, 1.01 * (e * Math.Sqrt(2 * risk) + e * e + (n + 8) * DoublePrecision.UnitRoundoff * risk));
    }

    /// <summary>W ← W − (η/2)Σ_{i∈B}∇(y_i − f(z_i; W))² = W + ηΣ_{i∈B}(y_i − f(z_i; W))∇f(z_i; W).</summary>
    /// <param name="weights">D × <see cref="Stride"/>, changed in place.</param>
    /// <param name="inputs">n × D.</param>
    /// <param name="labels">y.</param>
    /// <param name="batch">The indices B, at least one.</param>
    /// <param name="step">η.</param>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    public void Descend(
        Span<double> weights, ReadOnlySpan<double> inputs, ReadOnlySpan<double> labels, ReadOnlySpan<int> batch,
        double step)
    {
        Check(weights.Length, inputs.Length, labels.Length);
        if (_coefficients.Length < batch.Length * Stride)
            _coefficients = new double[batch.Length * Stride];
        Span<double> f = stackalloc double[Group];
        for (int i = 0; i < batch.Length; i += Group)
        {
            int count = Math.Min(Group, batch.Length - i);
            ReadOnlySpan<int> rows = batch.Slice(i, count);
            Span<double> slopes = _coefficients.AsSpan(i * Stride, count * Stride);
            Forward(weights, inputs, rows, f[..count], slopes);
            for (int g = 0; g < count; g++)
            {
                Vector512<double> factor = Vector512.Create(step * (labels[rows[g]] - f[g]));
                ref double c = ref MemoryMarshal.GetReference(slopes.Slice(g * Stride, Stride));
                ref double scale = ref MemoryMarshal.GetReference(_scale.AsSpan());
                for (nuint j = 0; j < (nuint)Stride; j += (nuint)Lanes.Count)
                {
                    (Vector512.LoadUnsafe(ref c, j) * (factor * Vector512.LoadUnsafe(ref scale, j)))
                        .StoreUnsafe(ref c, j);
                }
            }
        }

        Update(weights, inputs, batch);
    }

    /// <summary>The nearest W with ‖W‖_F² ≤ m: √m·W/‖W‖_F where the norm is larger, else W.</summary>
    /// <param name="weights">D × <see cref="Stride"/>, changed in place.</param>
    /// <returns>‖W‖_F² before.</returns>
    public double Project(Span<double> weights)
    {
        double square = Lanes.Dot(weights, weights);
        if (square > Width)
            Lanes.Scale(Math.Sqrt(Width / square), weights);
        return square;
    }

    // f of at most four samples, and σ′ of their neurons where room is given for them.
    private void Forward(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> inputs, ReadOnlySpan<int> rows, Span<double> outputs,
        Span<double> slopes)
    {
        // Four at a time; a row taken twice gives the same bits as alone.
        ref double z0 = ref Row(inputs, rows[0]);
        ref double z1 = ref Row(inputs, rows[Math.Min(1, rows.Length - 1)]);
        ref double z2 = ref Row(inputs, rows[Math.Min(2, rows.Length - 1)]);
        ref double z3 = ref Row(inputs, rows[Math.Min(3, rows.Length - 1)]);
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double scales = ref MemoryMarshal.GetReference(_scale.AsSpan());
        Vector512<double> f0 = default, f1 = default, f2 = default, f3 = default;
        nuint stride = (nuint)Stride;
        for (int block = 0; block < Stride; block += Lanes.Count)
        {
            Vector512<double> h0 = default, h1 = default, h2 = default, h3 = default;
            nuint at = (nuint)block;
            for (nuint k = 0; k < (nuint)Inputs; k++, at += stride)
            {
                Vector512<double> row = Vector512.LoadUnsafe(ref w, at);
                h0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z0, k)), row, h0);
                h1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z1, k)), row, h1);
                h2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z2, k)), row, h2);
                h3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z3, k)), row, h3);
            }

            Vector512<double> scale = Vector512.LoadUnsafe(ref scales, (nuint)block);
            f0 = Vector512.FusedMultiplyAdd(scale, Activate(h0, slopes, block), f0);
            if (rows.Length > 1)
                f1 = Vector512.FusedMultiplyAdd(scale, Activate(h1, slopes, Stride + block), f1);
            if (rows.Length > 2)
                f2 = Vector512.FusedMultiplyAdd(scale, Activate(h2, slopes, 2 * Stride + block), f2);
            if (rows.Length > 3)
                f3 = Vector512.FusedMultiplyAdd(scale, Activate(h3, slopes, 3 * Stride + block), f3);
        }

        outputs[0] = Lanes.Combine(f0);
        if (rows.Length > 1)
            outputs[1] = Lanes.Combine(f1);
        if (rows.Length > 2)
            outputs[2] = Lanes.Combine(f2);
        if (rows.Length > 3)
            outputs[3] = Lanes.Combine(f3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Activate(Vector512<double> h, Span<double> slopes, int at)
    {
        Vector512<double> negative = Vector512.ConditionalSelect(
            Vector512.LessThan(h, Vector512<double>.Zero), h, Vector512<double>.Zero);
        Vector512<double> q = ElementaryFunctions.Expm1(negative);
        if (slopes.Length > 0)
            (Vector512<double>.One + q).CopyTo(slopes[at..]);
        return h - negative + q;
    }

    // W[k, ·] += Σ_i z_ik c_i[·], four inputs at a time.
    private void Update(Span<double> weights, ReadOnlySpan<double> inputs, ReadOnlySpan<int> batch)
    {
        ref double w = ref MemoryMarshal.GetReference(weights);
        ref double c = ref MemoryMarshal.GetReference(_coefficients.AsSpan());
        nuint stride = (nuint)Stride;
        for (nuint block = 0; block < stride; block += (nuint)Lanes.Count)
        {
            int k = 0;
            for (; k + Group <= Inputs; k += Group)
            {
                nuint at = (nuint)k * stride + block;
                Vector512<double> w0 = Vector512.LoadUnsafe(ref w, at);
                Vector512<double> w1 = Vector512.LoadUnsafe(ref w, at + stride);
                Vector512<double> w2 = Vector512.LoadUnsafe(ref w, at + 2 * stride);
                Vector512<double> w3 = Vector512.LoadUnsafe(ref w, at + 3 * stride);
                for (int i = 0; i < batch.Length; i++)
                {
                    ref double z = ref Unsafe.Add(ref Row(inputs, batch[i]), k);
                    Vector512<double> factor = Vector512.LoadUnsafe(ref c, (nuint)i * stride + block);
                    w0 = Vector512.FusedMultiplyAdd(Vector512.Create(z), factor, w0);
                    w1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z, 1)), factor, w1);
                    w2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z, 2)), factor, w2);
                    w3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref z, 3)), factor, w3);
                }

                w0.StoreUnsafe(ref w, at);
                w1.StoreUnsafe(ref w, at + stride);
                w2.StoreUnsafe(ref w, at + 2 * stride);
                w3.StoreUnsafe(ref w, at + 3 * stride);
            }

            for (; k < Inputs; k++)
            {
                nuint at = (nuint)k * stride + block;
                Vector512<double> w0 = Vector512.LoadUnsafe(ref w, at);
                for (int i = 0; i < batch.Length; i++)
                {
                    w0 = Vector512.FusedMultiplyAdd(
                        Vector512.Create(Unsafe.Add(ref Row(inputs, batch[i]), k)),
                        Vector512.LoadUnsafe(ref c, (nuint)i * stride + block), w0);
                }

                w0.StoreUnsafe(ref w, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double Row(ReadOnlySpan<double> inputs, int row) =>
        ref MemoryMarshal.GetReference(inputs.Slice(row * Inputs, Inputs));

    private void Check(int weights, int inputs, int samples)
    {
        if (weights != Inputs * Stride)
            throw new ArgumentException(
                $"There are {weights} weights, and {Inputs * Stride} are needed.", nameof(weights));
        if (inputs != samples * Inputs)
            throw new ArgumentException(
                $"There are {inputs} inputs, and {samples * Inputs} are needed.", nameof(inputs));
    }
}
