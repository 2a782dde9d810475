using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

/// <summary>The generator against the published vectors and against a transcription of the paper's
/// definition.</summary>
public sealed class Philox4x32Tests
{
    /// <summary>Random123 1.14, tests/kat_vectors, lines "philox4x32 10".</summary>
    [Theory]
    [InlineData(
        0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du,
        0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu,
        0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu,
        0x5001e420u, 0x24126ea1u)]
    public void PublishedVectorsAreReproduced(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3)
    {
        ulong low = Pair(c0, c1), high = Pair(c2, c3), key = Pair(k0, k1);
        Assert.Equal((Pair(r0, r1), Pair(r2, r3)), Philox4x32.Block(low, high, key));
        Assert.Equal((Pair(r0, r1), Pair(r2, r3)), RandomTwin.Block(low, high, key));

        ulong[] words = new ulong[Philox4x32.WordsPerGroup];
        Philox4x32.Fill(low, high, key, words);
        Assert.Equal((Pair(r0, r1), Pair(r2, r3)), (words[0], words[8]));
    }

    /// <summary>Every number of groups takes its own way through the loops over one and four groups; counters cross 2³²
    /// and 2⁶⁴.</summary>
    [Theory]
    [InlineData(0UL)]
    [InlineData(0xFFFFFFF3UL)]
    [InlineData(0xFFFFFFFF_FFFFFFF9UL)]
    public void LanesAreTheBlocksOfConsecutiveCounters(ulong first)
    {
        const ulong High = 0x0123456789ABCDEF, Key = 0xFEDCBA9876543210;
        for (int groups = 0; groups <= 11; groups++)
        {
            ulong[] words = new ulong[groups * Philox4x32.WordsPerGroup];
            Philox4x32.Fill(first, High, Key, words);
            for (int block = 0; block < 8 * groups; block++)
            {
                int at = block / 8 * 16 + block % 8;
                (ulong a, ulong b) = RandomTwin.Block(unchecked(first + (ulong)block), High, Key);
                Assert.Equal((a, b), (words[at], words[at + 8]));
                Assert.Equal((a, b), Philox4x32.Block(unchecked(first + (ulong)block), High, Key));
            }
        }
    }

    [Fact]
    public void LengthsThatAreNoWholeGroupsAreRefused() =>
        Assert.Throws<ArgumentException>("words", () => Philox4x32.Fill(0, 0, 0, new ulong[24]));

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
