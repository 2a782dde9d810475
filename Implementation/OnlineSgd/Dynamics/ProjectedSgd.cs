using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// w̃ = w − η∇_Sℓ = (1 − ηGb)w + ηGx and w⁺ = w̃/‖w̃‖, so that a step is w ← αw + βx with two numbers. The update waits
// for the next sample: one pass over memory applies it, reads the new sample, which was just made and lies in the
// first-level cache, and adds up the products that the next step needs.
//
// w is kept as cv. A step is then v ← v + (β/cα)x and c ← cα: one fused product for an entry, not two. ‖w‖ is 1 after
// every step up to rounding; each sixteenth pass, and one whose c would leave [1/16, 16], makes c 1 again and measures
// ‖w‖², so that rounding errors of sixteen steps at most add up in it.

/// <summary>Projected online SGD in d dimensions on a matched single-index model, with samples made on the
/// way.</summary>
/// <remarks>Source: section "Projected online SGD". Eight fixed lanes; the bits depend on the stream alone. Each step
/// costs d normals and one pass over three vectors. Not synchronized.</remarks>
public sealed class ProjectedSgd
{
    // Samples are made this many entries at a time; a multiple of sixteen, as the stream's groups are.
    private const int Stretch = 512;

    // Passes until the scale is 1 and the norm measured again.
    private const int Lifetime = 16;

    private const double LargestScale = 16;

    // Numbers of the vectors; 2 and 3 are the sample of the last step and the one that is being made, by turns.
    private const int Signal = 0, Direction = 1, Sample = 2;

    private readonly HermiteSeries _link;
    private readonly SampleLoss _loss;
    private readonly double _step;
    private readonly RandomStream _stream;
    private readonly AlignedVectors _vectors;
    private int _sample = Sample;
    private double _scale = 1;
    private double _α = 1;
    private double _β;
    // The first pass measures the norm of the start.
    private int _age = Lifetime - 1;

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
        Dimension = signal.Length;
        _vectors = new(Sample + 2, Dimension);
        signal.CopyTo(_vectors[Signal]);
        start.CopyTo(_vectors[Direction]);
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>w after the steps taken, d entries of norm 1 up to rounding.</summary>
    public double[] Weights()
    {
        double[] w = [.. _vectors[Direction][..Dimension]];
        Lanes.Scale(_α * _scale, w);
        Lanes.Axpy(_β, _vectors[_sample][..Dimension], w);
        return w;
    }

    /// <summary>⟨w, w*⟩ after the steps taken.</summary>
    public double Overlap() => Lanes.Dot(Weights(), _vectors[Signal][..Dimension]);

    /// <summary>One step on a fresh sample.</summary>
    public SgdSample Advance()
    {
        double scale = _scale * _α;
        bool renew = ++_age == Lifetime || !(Math.Abs(scale) is >= 1 / LargestScale and <= LargestScale);
        int next = 2 * Sample + 1 - _sample;
        Span<double> v = _vectors[Direction], fresh = _vectors[next];
        ReadOnlySpan<double> signal = _vectors[Signal], old = _vectors[_sample];
        Products sums = default;
        for (int from = 0; from < fresh.Length; from += Stretch)
        {
            int to = Math.Min(fresh.Length, from + Stretch);
            // Entries beyond d stay 0.
            _stream.FillNormals(fresh[from..Math.Min(Dimension, to)]);
            if (renew)
                Renew(v[from..to], signal[from..to], old[from..to], fresh[from..to], scale, _β, ref sums);
            else
                Pass(v[from..to], signal[from..to], old[from..to], fresh[from..to], _β / scale, ref sums);
        }

        _sample = next;
        (_scale, _age) = renew ? (1, 0) : (scale, _age);
        double squaredNorm = renew ? Lanes.Combine(sums.VV) : 1;
        double signalPart = Lanes.Combine(sums.A), studentPart = _scale * Lanes.Combine(sums.B);
        double squaredLength = Lanes.Combine(sums.XX);
        double push = _step * OverlapStep.Force(_link, _loss, signalPart, studentPart);
        double keep = 1 - push * studentPart;
        double after = keep * keep * squaredNorm + 2 * keep * push * studentPart + push * push * squaredLength;
        double norm = Math.Sqrt(after);
        _α = keep / norm;
        _β = push / norm;
        return new(signalPart, studentPart, squaredLength, push, after);
    }

    // No vector register keeps its value across a call: in the loop that makes the normals the sums would live in
    // memory, and every product would wait for a store. Here they are registers.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pass(
        Span<double> direction, ReadOnlySpan<double> signal, ReadOnlySpan<double> sample, ReadOnlySpan<double> next,
        double push, ref Products sums)
    {
        ref double v = ref MemoryMarshal.GetReference(direction), s = ref MemoryMarshal.GetReference(signal);
        ref double old = ref MemoryMarshal.GetReference(sample), fresh = ref MemoryMarshal.GetReference(next);
        Vector512<double> a = sums.A, b = sums.B, xx = sums.XX;
        Vector512<double> γ = Vector512.Create(push);
        for (nuint i = 0; i < (nuint)direction.Length; i += (nuint)Lanes.Count)
        {
            Vector512<double> vi = Vector512.FusedMultiplyAdd(
                γ, Vector512.LoadUnsafe(ref old, i), Vector512.LoadUnsafe(ref v, i));
            vi.StoreUnsafe(ref v, i);
            Vector512<double> xi = Vector512.LoadUnsafe(ref fresh, i);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref s, i), xi, a);
            b = Vector512.FusedMultiplyAdd(vi, xi, b);
            xx = Vector512.FusedMultiplyAdd(xi, xi, xx);
        }

        (sums.A, sums.B, sums.XX) = (a, b, xx);
    }

    // The same with a scale of 1 from here on, and ‖v‖².
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Renew(
        Span<double> direction, ReadOnlySpan<double> signal, ReadOnlySpan<double> sample, ReadOnlySpan<double> next,
        double keep, double push, ref Products sums)
    {
        ref double v = ref MemoryMarshal.GetReference(direction), s = ref MemoryMarshal.GetReference(signal);
        ref double old = ref MemoryMarshal.GetReference(sample), fresh = ref MemoryMarshal.GetReference(next);
        Vector512<double> a = sums.A, b = sums.B, vv = sums.VV, xx = sums.XX;
        Vector512<double> α = Vector512.Create(keep), β = Vector512.Create(push);
        for (nuint i = 0; i < (nuint)direction.Length; i += (nuint)Lanes.Count)
        {
            Vector512<double> vi = Vector512.FusedMultiplyAdd(
                β, Vector512.LoadUnsafe(ref old, i), α * Vector512.LoadUnsafe(ref v, i));
            vi.StoreUnsafe(ref v, i);
            Vector512<double> xi = Vector512.LoadUnsafe(ref fresh, i);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref s, i), xi, a);
            b = Vector512.FusedMultiplyAdd(vi, xi, b);
            vv = Vector512.FusedMultiplyAdd(vi, vi, vv);
            xx = Vector512.FusedMultiplyAdd(xi, xi, xx);
        }

        (sums.A, sums.B, sums.VV, sums.XX) = (a, b, vv, xx);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Products
    {
        public Vector512<double> A;
        public Vector512<double> B;
        public Vector512<double> VV;
        public Vector512<double> XX;
    }
}
