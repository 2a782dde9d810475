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
// At d = 1000 the three vectors take 24 KB of a first-level cache of 32 KB; a second sample would fill it. So the
// samples lie in a ring of one stretch more than they have: where the old sample's stretch was read, the fresh sample's
// following stretch is written. All is one aligned block, since a vector register that crosses lines of the cache costs
// two reads.

/// <summary>Projected online SGD in d dimensions on a matched single-index model, with samples made on the
/// way.</summary>
/// <remarks>Source: section "Projected online SGD". Eight fixed lanes; the bits depend on the stream alone. Each step
/// costs d normals and one pass over three vectors. Not synchronized.</remarks>
public sealed class ProjectedSgd
{
    // Samples are made this many entries at a time; a multiple of sixteen, as the stream's groups are, so that the
    // numbers are those of a single fill.
    private const int Stretch = 512;

    private const int LineOfCache = 64;

    private readonly HermiteSeries _link;
    private readonly SampleLoss _loss;
    private readonly double _step;
    private readonly RandomStream _stream;
    private readonly double[] _block;
    private readonly int _padded;
    private readonly int _w;
    private readonly int _signal;
    private readonly int _ring;
    private readonly int _slots;

    // The slot of the last sample's first stretch; the one before it is free.
    private int _first;
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
        _padded = (signal.Length + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        _slots = (_padded + Stretch - 1) / Stretch + 1;
        Dimension = signal.Length;

        // Pinned, as the collector would move it out of alignment.
        const int line = LineOfCache / sizeof(double);
        int signalAfterW = Placed(_padded, 192), ringAfterW = Placed(signalAfterW + _padded, 64);
        _block = GC.AllocateArray<double>(ringAfterW + _slots * Stretch + line, pinned: true);
        long beyond = Marshal.UnsafeAddrOfPinnedArrayElement(_block, 0) % LineOfCache / sizeof(double);
        _w = (int)((line - beyond) % line);
        _signal = _w + signalAfterW;
        _ring = _w + ringAfterW;
        signal.CopyTo(_block.AsSpan(_signal));
        start.CopyTo(_block.AsSpan(_w));
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>w after the steps taken, d entries of norm 1 up to rounding.</summary>
    public double[] Weights()
    {
        Settle();
        return _block[_w..(_w + Dimension)];
    }

    /// <summary>⟨w, w*⟩ after the steps taken.</summary>
    public double Overlap()
    {
        Settle();
        return Lanes.Dot(_block.AsSpan(_w, _padded), _block.AsSpan(_signal, _padded));
    }

    /// <summary>One step on a fresh sample.</summary>
    public SgdSample Advance()
    {
        Products sums = default;
        ref double w = ref _block[_w];
        ref double s = ref _block[_signal];
        int old = _first;
        int fresh = _first == 0 ? _slots - 1 : _first - 1;
        _first = fresh;
        for (int from = 0; from < _padded; from += Stretch)
        {
            int count = Math.Min(_padded - from, Stretch);
            int drawn = Math.Min(Dimension - from, Stretch);
            Span<double> stretch = _block.AsSpan(_ring + fresh * Stretch, count);
            _stream.FillNormals(stretch[..drawn]);
            // The slot was another stretch's before; entries beyond d are 0.
            stretch[drawn..].Clear();
            Pass(
                ref Unsafe.Add(ref w, from), ref Unsafe.Add(ref s, from), ref _block[_ring + old * Stretch],
                ref MemoryMarshal.GetReference(stretch), (nuint)count, _α, _β, ref sums);
            (fresh, old) = (old, old + 1 == _slots ? 0 : old + 1);
        }

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

    // The first place from the given one on that is as far into a page as asked. A read whose address agrees in its
    // last twelve bits with a write shortly before waits for it; from these places no read comes within two dozen
    // registers of one.
    private static int Placed(int from, int entriesIntoPage)
    {
        const int page = 4096 / sizeof(double);
        return from + (((entriesIntoPage - from) % page) + page) % page;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Settle()
    {
        if (_α == 1 && _β == 0)
            return;
        Span<double> w = _block.AsSpan(_w, _padded);
        Lanes.Scale(_α, w);
        for (int from = 0, slot = _first; from < _padded; from += Stretch, slot = slot + 1 == _slots ? 0 : slot + 1)
        {
            int count = Math.Min(_padded - from, Stretch);
            Lanes.Axpy(_β, _block.AsSpan(_ring + slot * Stretch, count), w.Slice(from, count));
        }

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
