using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// w̃ = w − η∇_Sℓ = (1 − ηGb)w + ηGx and w⁺ = w̃/‖w̃‖, so that a step is w ← αw + βx with two numbers. The update waits
// for the next sample: one pass over memory applies it, reads the new sample, which was just made and lies in the
// first-level cache, and adds up the products that the next step needs.

/// <summary>Projected online SGD in d dimensions on a matched single-index model, with samples made on the
/// way.</summary>
/// <remarks>Source: section "Projected online SGD". Eight fixed lanes; the bits depend on the stream alone. Each step
/// costs d normals and one pass over three vectors. Not synchronized.</remarks>
public sealed class ProjectedSgd
{
    // Samples are made this many entries at a time; a multiple of sixteen, as the stream's groups are.
    private const int Stretch = 512;

    private readonly HermiteSeries _link;
    private readonly SampleLoss _loss;
    private readonly double _step;
    private readonly RandomStream _stream;
    private readonly double[] _signal;
    private readonly double[] _w;
    private double[] _sample;
    private double[] _next;
    private double _α = 1;
    private double _β;

    /// <summary>SGD from a point of the sphere.</summary>
    /// <param name="link">f, of teacher and student.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="signal">w*, of norm 1, d ≥ 2 entries; copied.</param>
    /// <param name="start">w⁰, of norm 1, d entries; copied.</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="stream">The samples' random numbers.</param>
    /// <exception cref="ArgumentException">Lengths differ or are below 2, or the step is out of range.</exception>
    public ProjectedSgd(
        HermiteSeries link, SampleLoss loss, ReadOnlySpan<double> signal, ReadOnlySpan<double> start, double step,
        RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(stream);
        if (signal.Length != start.Length || signal.Length < 2)
            throw new ArgumentException("Signal and start need the same length, at least 2.", nameof(start));
        if (!(step >= 0 && double.IsFinite(step)))
            throw new ArgumentException("The step has to be finite and not negative.", nameof(step));
        _link = link;
        _loss = loss;
        _step = step;
        _stream = stream;
        int padded = (signal.Length + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        Dimension = signal.Length;
        _signal = new double[padded];
        _w = new double[padded];
        _sample = new double[padded];
        _next = new double[padded];
        signal.CopyTo(_signal);
        start.CopyTo(_w);
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>w after the steps taken, d entries of norm 1 up to rounding.</summary>
    public double[] Weights()
    {
        Settle();
        return _w[..Dimension];
    }

    /// <summary>⟨w, w*⟩ after the steps taken.</summary>
    public double Overlap()
    {
        Settle();
        return Lanes.Dot(_w, _signal);
    }

    /// <summary>One step on a fresh sample.</summary>
    public SgdSample Advance()
    {
        Products sums = default;
        for (int from = 0; from < _w.Length; from += Stretch)
        {
            int to = Math.Min(_w.Length, from + Stretch);
            // Entries beyond d stay 0.
            _stream.FillNormals(_next.AsSpan(from, Math.Min(Dimension, to) - from));
            Pass(
                ref _w[from], ref _signal[from], ref _sample[from], ref _next[from], (nuint)(to - from), _α, _β,
                ref sums);
        }

        (_sample, _next) = (_next, _sample);
        (double signalPart, double studentPart) = (Lanes.Combine(sums.A), Lanes.Combine(sums.B));
        (double squaredNorm, double squaredLength) = (Lanes.Combine(sums.WW), Lanes.Combine(sums.XX));
        double push = _step * OverlapStep.Force(_link, _loss, signalPart, studentPart);
        double keep = 1 - push * studentPart;
        double after = keep * keep * squaredNorm + 2 * keep * push * studentPart + push * push * squaredLength;
        double norm = Math.Sqrt(after);
        _α = keep / norm;
        _β = push / norm;
        return new(Lanes.Combine(sums.M), squaredNorm, signalPart, studentPart, squaredLength, push, after);
    }

    // No vector register keeps its value across a call: in the loop that makes the normals the sums would live in
    // memory, and every product would wait for a store. Here they are registers.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pass(
        ref double w, ref double s, ref double old, ref double fresh, nuint count, double keep, double push,
        ref Products sums)
    {
        Vector512<double> a = sums.A, b = sums.B, m = sums.M, ww = sums.WW, xx = sums.XX;
        Vector512<double> α = Vector512.Create(keep), β = Vector512.Create(push);
        for (nuint i = 0; i < count; i += (nuint)Lanes.Count)
        {
            Vector512<double> wi = Vector512.FusedMultiplyAdd(
                β, Vector512.LoadUnsafe(ref old, i), α * Vector512.LoadUnsafe(ref w, i));
            wi.StoreUnsafe(ref w, i);
            Vector512<double> si = Vector512.LoadUnsafe(ref s, i);
            Vector512<double> xi = Vector512.LoadUnsafe(ref fresh, i);
            a = Vector512.FusedMultiplyAdd(si, xi, a);
            b = Vector512.FusedMultiplyAdd(wi, xi, b);
            m = Vector512.FusedMultiplyAdd(wi, si, m);
            ww = Vector512.FusedMultiplyAdd(wi, wi, ww);
            xx = Vector512.FusedMultiplyAdd(xi, xi, xx);
        }

        (sums.A, sums.B, sums.M, sums.WW, sums.XX) = (a, b, m, ww, xx);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Settle()
    {
        if (_α == 1 && _β == 0)
            return;
        Lanes.Scale(_α, _w);
        Lanes.Axpy(_β, _sample, _w);
        (_α, _β) = (1, 0);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Products
    {
        public Vector512<double> A;
        public Vector512<double> B;
        public Vector512<double> M;
        public Vector512<double> WW;
        public Vector512<double> XX;
    }
}
