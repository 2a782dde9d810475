using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Verification.Implementation.Numerics.Random;

// The bijection of 128-bit counters of J. Salmon, M. Moraes, R. Dror and D. Shaw, "Parallel random numbers: as easy as
// 1, 2, 3" (SC'11, doi:10.1145/2063384.2063405), with four 32-bit words and ten rounds. A round maps the words (c0, c1,
// c2, c3) to
//
//     (high(M1·c2) ⊕ c1 ⊕ k0,  low(M1·c2),  high(M0·c0) ⊕ c3 ⊕ k1,  low(M0·c0)).
//
// Eight counters at a time live in the low halves of eight 64-bit lanes. The high halves are left to hold anything: the
// widening multiplication reads the low halves only, so that a round is two products, two shifts and two three-way
// exclusive ors.

/// <summary>The counter-based generator Philox4x32-10: a keyed bijection of 128-bit blocks without state.</summary>
/// <remarks>
/// Integer arithmetic only, hence the same bits everywhere; the published known-answer vectors are among the tests. A
/// block is two 64-bit words; word pairs (c0, c1) and (c2, c3) of the paper are their low and high halves. Thread-safe.
/// </remarks>
public static class Philox4x32
{
    /// <summary>Number of rounds, as recommended in the paper.</summary>
    public const int Rounds = 10;

    /// <summary>Blocks in a group, the unit in which streams are consumed: eight, one for each lane.</summary>
    public const int BlocksPerGroup = 8;

    /// <summary>64-bit words in a group of eight blocks.</summary>
    public const int WordsPerGroup = 2 * BlocksPerGroup;

    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>The block at one counter.</summary>
    /// <param name="counterLow">Words c0 (low half) and c1 of the counter.</param>
    /// <param name="counterHigh">Words c2 (low half) and c3 of the counter.</param>
    /// <param name="key">Words k0 (low half) and k1 of the key.</param>
    /// <returns>Words (c0, c1) and (c2, c3) of the result, each pair as one number with the former word in the low
    /// half.</returns>
    public static (ulong First, ulong Second) Block(ulong counterLow, ulong counterHigh, ulong key)
    {
        uint c0 = (uint)counterLow;
        uint c1 = (uint)(counterLow >> 32);
        uint c2 = (uint)counterHigh;
        uint c3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += PhiloxKeySchedule.Weyl0;
            k1 += PhiloxKeySchedule.Weyl1;
        }

        return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
    }

    /// <summary>Blocks at consecutive counters, eight at a time.</summary>
    /// <param name="counterLow">Words c0 and c1 of the first counter; following counters add 1, modulo 2⁶⁴.</param>
    /// <param name="counterHigh">Words c2 and c3 of every counter.</param>
    /// <param name="key">Words k0 and k1 of the key.</param>
    /// <param name="words">
    /// Receives 16 words for each group of eight blocks: the eight first words in the order of the blocks, then the
    /// eight second words.
    /// </param>
    /// <exception cref="ArgumentException">The length of <paramref name="words"/> is no multiple of 16.</exception>
    public static void Fill(ulong counterLow, ulong counterHigh, ulong key, Span<ulong> words)
    {
        if (words.Length % WordsPerGroup != 0)
            throw new ArgumentException(
                $"The length has to be a multiple of {WordsPerGroup}, not {words.Length}.", nameof(words));
        PhiloxKeySchedule.Expand(key, out PhiloxKeySchedule schedule);
        Fill(counterLow, counterHigh, in schedule, words);
    }

    internal static void Fill(
        ulong counterLow, ulong counterHigh, ref readonly PhiloxKeySchedule schedule, Span<ulong> words)
    {
        ref ulong start = ref MemoryMarshal.GetReference(words);
        int i = 0;
        for (; i <= words.Length - 4 * WordsPerGroup; i += 4 * WordsPerGroup, counterLow += 4 * BlocksPerGroup)
            FourGroups(counterLow, counterHigh, in schedule, ref Unsafe.Add(ref start, i));
        for (; i <= words.Length - WordsPerGroup; i += WordsPerGroup, counterLow += BlocksPerGroup)
        {
            Group(counterLow, counterHigh, in schedule, out Vector512<ulong> first, out Vector512<ulong> second);
            first.StoreUnsafe(ref start, (nuint)i);
            second.StoreUnsafe(ref start, (nuint)(i + BlocksPerGroup));
        }
    }

    /// <summary>Eight blocks at counters <paramref name="counterLow"/> + lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Group(
        ulong counterLow, ulong counterHigh, ref readonly PhiloxKeySchedule schedule,
        out Vector512<ulong> first, out Vector512<ulong> second)
    {
        Vector512<ulong> c0 = Vector512.Create(counterLow) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c1 = c0 >> 32;
        Vector512<ulong> c2 = Vector512.Create(counterHigh);
        Vector512<ulong> c3 = Vector512.Create(counterHigh >> 32);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[0], schedule[1]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[2], schedule[3]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[4], schedule[5]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[6], schedule[7]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[8], schedule[9]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[10], schedule[11]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[12], schedule[13]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[14], schedule[15]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[16], schedule[17]);
        Round(ref c0, ref c1, ref c2, ref c3, schedule[18], schedule[19]);
        Vector512<ulong> low = Vector512.Create((ulong)uint.MaxValue);
        first = (c0 & low) | (c1 << 32);
        second = (c2 & low) | (c3 << 32);
    }

    /// <summary>Four groups, as the fill writes them: 64 words from <paramref name="words"/> on.</summary>
    /// <remarks>
    /// The rounds of one group wait for each other's products; four groups side by side fill each other's waiting time.
    /// The loop over pairs of rounds keeps the number of variables below what the compiler tracks; unrolled, they would
    /// live in memory.
    /// </remarks>
    internal static void FourGroups(
        ulong counterLow, ulong counterHigh, ref readonly PhiloxKeySchedule schedule, ref ulong words)
    {
        Vector512<ulong> eight = Vector512.Create((ulong)BlocksPerGroup);
        Vector512<ulong> c0 = Vector512.Create(counterLow) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> d0 = c0 + eight;
        Vector512<ulong> e0 = d0 + eight;
        Vector512<ulong> f0 = e0 + eight;
        Vector512<ulong> c1 = c0 >> 32;
        Vector512<ulong> d1 = d0 >> 32;
        Vector512<ulong> e1 = e0 >> 32;
        Vector512<ulong> f1 = f0 >> 32;
        Vector512<ulong> c2 = Vector512.Create(counterHigh);
        Vector512<ulong> c3 = Vector512.Create(counterHigh >> 32);
        Vector512<ulong> d2 = c2, e2 = c2, f2 = c2;
        Vector512<ulong> d3 = c3, e3 = c3, f3 = c3;

        for (int k = 0; k < 2 * Rounds; k += 4)
        {
            Round(ref c0, ref c1, ref c2, ref c3, schedule[k], schedule[k + 1]);
            Round(ref d0, ref d1, ref d2, ref d3, schedule[k], schedule[k + 1]);
            Round(ref e0, ref e1, ref e2, ref e3, schedule[k], schedule[k + 1]);
            Round(ref f0, ref f1, ref f2, ref f3, schedule[k], schedule[k + 1]);
            Round(ref c0, ref c1, ref c2, ref c3, schedule[k + 2], schedule[k + 3]);
            Round(ref d0, ref d1, ref d2, ref d3, schedule[k + 2], schedule[k + 3]);
            Round(ref e0, ref e1, ref e2, ref e3, schedule[k + 2], schedule[k + 3]);
            Round(ref f0, ref f1, ref f2, ref f3, schedule[k + 2], schedule[k + 3]);
        }

        StoreWords(c0, c1, c2, c3, ref words, 0 * WordsPerGroup);
        StoreWords(d0, d1, d2, d3, ref words, 1 * WordsPerGroup);
        StoreWords(e0, e1, e2, e3, ref words, 2 * WordsPerGroup);
        StoreWords(f0, f1, f2, f3, ref words, 3 * WordsPerGroup);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWords(
        Vector512<ulong> c0,
        Vector512<ulong> c1,
        Vector512<ulong> c2,
        Vector512<ulong> c3,
        ref ulong words,
        nuint offset)
    {
        Vector512<ulong> low = Vector512.Create((ulong)uint.MaxValue);
        ((c0 & low) | (c1 << 32)).StoreUnsafe(ref words, offset);
        ((c2 & low) | (c3 << 32)).StoreUnsafe(ref words, offset + BlocksPerGroup);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3,
        Vector512<ulong> k0, Vector512<ulong> k1)
    {
        Vector512<ulong> product0 = MultiplyLowHalves(c0, Multiplier0);
        Vector512<ulong> product1 = MultiplyLowHalves(c2, Multiplier1);
        c0 = (product1 >> 32) ^ c1 ^ k0;
        c1 = product1;
        c2 = (product0 >> 32) ^ c3 ^ k1;
        c3 = product0;
    }

    /// <summary>(low half of each lane) × multiplier, as 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyLowHalves(Vector512<ulong> x, uint multiplier)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(x.AsUInt32(), Vector512.Create((ulong)multiplier).AsUInt32());
        if (Avx2.IsSupported)
        {
            Vector256<uint> m = Vector256.Create((ulong)multiplier).AsUInt32();
            return Vector512.Create(
                Avx2.Multiply(x.GetLower().AsUInt32(), m),
                Avx2.Multiply(x.GetUpper().AsUInt32(), m));
        }

        return (x & Vector512.Create((ulong)uint.MaxValue)) * Vector512.Create((ulong)multiplier);
    }
}
