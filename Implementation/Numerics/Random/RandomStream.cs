using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.Numerics.Random;

/// <summary>A cursor on one stream of random numbers, addressed by (key, trial, block).</summary>
/// <remarks>
/// <para>
/// Block b of a stream is Philox4x32-10 at the counter (b in the low 64 bits, the trial in the high 64 bits) under the
/// stream's key: two 64-bit words. Streams of different trials or keys never share a counter under one key; within a
/// stream there are 2⁶⁴ blocks, and the position wraps around after the last.
/// </para>
/// <para>
/// A fill starts at block <see cref="Position"/> and consumes whole groups of eight blocks, 16 words: word j &lt; 8 is
/// the first word of block j, word 8 + j the second word of block j. Numbers of a fill beyond its length are discarded
/// with their group, so the first n numbers do not depend on how many are asked for, nor on the width of the hardware.
/// The single draws (<see cref="NextUniform"/> and so on) consume one block each and agree with the first number of the
/// respective fill.
/// </para>
/// <para>
/// <see cref="Version"/> names this layout together with all arithmetic on the way to a number; it changes whenever a
/// bit of any draw changes. Not synchronized: one cursor belongs to one thread; streams are cheap, give every trial its
/// own.
/// </para>
/// </remarks>
[SuppressMessage(
    "Naming", "CA1711", Justification = "A stream of random numbers, as the literature says; not a System.IO.Stream.")]
public sealed class RandomStream
{
    /// <summary>Name of the generator, the transformation to normals, and the revision of the layout; recorded with
    /// results.</summary>
    public const string Version = "philox4x32-10/box-muller/1";

    private const int Blocks = Philox4x32.BlocksPerGroup;
    private const int Words = Philox4x32.WordsPerGroup;

    private const double TwoToMinus53 = 1.1102230246251565e-16;

    // 4 KiB: an eighth of the smallest first-level cache in use, so that both passes over a stretch find it there.
    private const int WordsPerStretch = 32 * Words;

    // One word makes 64 signs, a group 1024: sign 512·h + 8·b + j is bit 63 − b of word 8·h + j.
    private const int SignsPerWord = 64;
    private const int SignsPerGroup = Words * SignsPerWord;

    /// <summary>A cursor at block 0 of the stream of one trial.</summary>
    /// <param name="key">The experiment's key.</param>
    /// <param name="trial">The number of the trial; every number is its own stream.</param>
    public RandomStream(StreamKey key, ulong trial)
    {
        Key = key;
        Trial = trial;
    }

    /// <summary>The experiment's key.</summary>
    public StreamKey Key { get; }

    /// <summary>The trial whose stream this is.</summary>
    public ulong Trial { get; }

    /// <summary>The next block to be consumed; set it to return to any draw. Arithmetic is modulo 2⁶⁴.</summary>
    public ulong Position { get; set; }

    /// <summary>Fills with independent standard normals (mean 0, variance 1), all finite, of magnitude at most
    /// 8.573.</summary>
    /// <remarks>Number 16g + j comes from block 8g + (j mod 8) of the fill: the first coordinate of its Box–Muller pair
    /// for j &lt; 8, the second otherwise.</remarks>
    /// <param name="normals">Any length; ⌈length/16⌉ groups are consumed.</param>
    public void FillNormals(Span<double> normals) => Fill<ToNormals>(normals);

    /// <summary>A vector of independent standard normals, those of <see cref="FillNormals"/>.</summary>
    /// <param name="count">Its length, nonnegative.</param>
    public double[] Normals(int count)
    {
        double[] normals = new double[count];
        FillNormals(normals);
        return normals;
    }

    /// <summary>Fills with independent uniforms on [0, 1), multiples of 2⁻⁵³.</summary>
    /// <remarks>Number 16g + j is the upper 53 bits of word j of group g.</remarks>
    /// <param name="uniforms">Any length; ⌈length/16⌉ groups are consumed.</param>
    public void FillUniforms(Span<double> uniforms) => Fill<ToUniforms>(uniforms);

    /// <summary>Fills with independent Laplace variables of mean 0 and variance 1 (density e^(−√2·|x|)/√2), all finite,
    /// of magnitude below 25.98.</summary>
    /// <remarks>Number 16g + j is ±log(u)/√2 with u = (k + ½)·2⁻⁵² from the upper 52 bits k of word j of group g, and
    /// negative where bit 0 is set.</remarks>
    /// <param name="values">Any length; ⌈length/16⌉ groups are consumed.</param>
    public void FillLaplace(Span<double> values) => Fill<ToLaplace>(values);

    /// <summary>Fills with independent signs, +1 or −1 with probability ½ each.</summary>
    /// <remarks>Number 1024g + 512h + 8b + j (h &lt; 2, b &lt; 64, j &lt; 8) is −1 where bit 63 − b of word 8h + j of
    /// group g is set.</remarks>
    /// <param name="signs">Any length; ⌈length/1024⌉ groups are consumed.</param>
    public void FillSigns(Span<double> signs)
    {
        PhiloxKeySchedule.Expand(Key.Value, out PhiloxKeySchedule schedule);
        Span<double> vector = stackalloc double[Blocks];
        Vector512<double> signBit = Vector512.Create(-0.0);
        for (int start = 0; start < signs.Length; start += SignsPerGroup, Position += Blocks)
        {
            Philox4x32.Group(Position, Trial, in schedule, out Vector512<ulong> word, out Vector512<ulong> second);
            Span<double> group = signs[start..Math.Min(signs.Length, start + SignsPerGroup)];
            for (int i = 0; i < group.Length; i += Blocks, word <<= 1)
            {
                if (i == SignsPerGroup / 2)
                    word = second;
                Vector512<double> lanes = (word.AsDouble() & signBit) | Vector512<double>.One;
                if (group.Length - i >= Blocks)
                {
                    lanes.CopyTo(group[i..]);
                }
                else
                {
                    lanes.CopyTo(vector);
                    vector[..(group.Length - i)].CopyTo(group[i..]);
                }
            }
        }
    }

    /// <summary>The first word of the next block; consumes one block.</summary>
    public ulong NextBits()
    {
        (ulong first, _) = Philox4x32.Block(Position++, Trial, Key.Value);
        return first;
    }

    /// <summary>A uniform on [0, 1), a multiple of 2⁻⁵³; consumes one block and uses its first word.</summary>
    public double NextUniform() => (NextBits() >> 11) * TwoToMinus53;

    /// <summary>A standard normal: the first coordinate of the next block's Box–Muller pair; consumes one
    /// block.</summary>
    public double NextNormal()
    {
        (ulong first, ulong second) = Philox4x32.Block(Position++, Trial, Key.Value);
        Vector512<double> radius = BoxMuller.Radius(Vector512.Create(first));
        BoxMuller.Rotate(radius, Vector512.Create(second), out Vector512<double> x, out _);
        return x.ToScalar();
    }

    /// <summary>An integer uniform on 0 … <paramref name="exclusiveBound"/> − 1, without bias.</summary>
    /// <remarks>
    /// D. Lemire, "Fast random integer generation in an interval" (2019, arXiv:1805.10941): the upper half of word ×
    /// bound, where words whose lower half falls below 2⁶⁴ mod bound are rejected. Consumes one block for each attempt;
    /// a rejection has probability below bound/2⁶⁴.
    /// </remarks>
    /// <param name="exclusiveBound">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0 or negative.</exception>
    public long NextInt64(long exclusiveBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveBound);
        ulong bound = (ulong)exclusiveBound;
        ulong high = Math.BigMul(NextBits(), bound, out ulong low);
        if (low < bound)
        {
            ulong threshold = (0 - bound) % bound;
            while (low < threshold)
                high = Math.BigMul(NextBits(), bound, out low);
        }

        return (long)high;
    }

    /// <summary>An index uniform on 0 … <paramref name="exclusiveBound"/> − 1, without bias; see
    /// <see cref="NextInt64"/>.</summary>
    /// <param name="exclusiveBound">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0 or negative.</exception>
    public int NextIndex(int exclusiveBound) => (int)NextInt64(exclusiveBound);

    private void Fill<TTransformation>(Span<double> target)
        where TTransformation : struct, IWordTransformation
    {
        PhiloxKeySchedule.Expand(Key.Value, out PhiloxKeySchedule schedule);

        // The words are written to where the numbers will be, a stretch at a time that stays in the first-level cache.
        Span<ulong> words = MemoryMarshal.Cast<double, ulong>(target[..(target.Length / Words * Words)]);
        for (int i = 0; i < words.Length; i += WordsPerStretch)
            FillWords<TTransformation>(in schedule, words.Slice(i, Math.Min(WordsPerStretch, words.Length - i)));

        if (words.Length < target.Length)
        {
            Span<ulong> last = stackalloc ulong[Words];
            FillWords<TTransformation>(in schedule, last);
            Span<double> rest = target[words.Length..];
            MemoryMarshal.Cast<ulong, double>(last)[..rest.Length].CopyTo(rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillWords<TTransformation>(ref readonly PhiloxKeySchedule schedule, Span<ulong> words)
        where TTransformation : struct, IWordTransformation
    {
        Philox4x32.Fill(Position, Trial, in schedule, words);
        TTransformation.TransformInPlace(ref MemoryMarshal.GetReference(words), (nuint)words.Length);
        Position += (ulong)words.Length / 2;
    }

    private readonly struct ToNormals : IWordTransformation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void TransformInPlace(ref ulong words, nuint count) =>
            BoxMuller.TransformInPlace(ref words, count);
    }

    private readonly struct ToUniforms : IWordTransformation
    {
        // The conversion is exact, as 53 bits fit the significand, and hence the same on all hardware.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void TransformInPlace(ref ulong words, nuint count)
        {
            for (nuint i = 0; i < count; i += Blocks)
            {
                Vector512<long> k = (Vector512.LoadUnsafe(ref words, i) >> 11).AsInt64();
                (Vector512.ConvertToDouble(k) * Vector512.Create(TwoToMinus53)).AsUInt64().StoreUnsafe(ref words, i);
            }
        }
    }

    private readonly struct ToLaplace : IWordTransformation
    {
        // −log u is a standard exponential; 1/√2 makes the variance of the two-sided one 1.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void TransformInPlace(ref ulong words, nuint count)
        {
            for (nuint i = 0; i < count; i += Blocks)
            {
                Vector512<ulong> word = Vector512.LoadUnsafe(ref words, i);
                Vector512<double> magnitude =
                    ElementaryFunctions.Log(BoxMuller.OpenUniform(word)) * Vector512.Create(-0.7071067811865476);
                (magnitude.AsUInt64() ^ (word << 63)).StoreUnsafe(ref words, i);
            }
        }
    }
}
