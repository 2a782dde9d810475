using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Verification.Implementation.Numerics.Random;

/// <summary>The key of a family of random streams: one for each claim or experiment.</summary>
/// <param name="Value">The 64 bits of the Philox key; the low half is its first word. Any value is a valid key, 0 (the
/// default) included.</param>
public readonly record struct StreamKey(ulong Value)
{
    /// <summary>The key of an experiment: the first eight bytes, little-endian, of SHA-256 of (eight little-endian
    /// bytes of the seed, UTF-8 of the id).</summary>
    /// <remarks>
    /// A hash, so that neighboring seeds and ids give unrelated keys. Among N keys the probability that two agree is
    /// below N²/2⁶⁵, less than 10⁻¹² for five thousand experiments.
    /// </remarks>
    /// <param name="suiteSeed">The seed of the whole suite; any number.</param>
    /// <param name="id">The identity of the claim or experiment, compared byte by byte: no case folding, no
    /// normalization.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static StreamKey Of(ulong suiteSeed, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        byte[] message = new byte[sizeof(ulong) + Encoding.UTF8.GetByteCount(id)];
        BinaryPrimitives.WriteUInt64LittleEndian(message, suiteSeed);
        Encoding.UTF8.GetBytes(id, message.AsSpan(sizeof(ulong)));
        return new StreamKey(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(message)));
    }
}
