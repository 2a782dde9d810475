using System.Runtime.CompilerServices;

namespace Verification.Implementation.Numerics.Random;

/// <summary>The twenty round keys of Philox4x32-10 in the order of use, each in the low half of a 64-bit word.</summary>
[InlineArray(2 * Philox4x32.Rounds)]
internal struct PhiloxKeySchedule
{
    // Salmon et al. (2011), section 3: Weyl constants ⌊2³²·(golden ratio − 1)⌋ and ⌊2³²·(√3 − 1)⌋.
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    private ulong _first;

    public PhiloxKeySchedule(ulong key)
    {
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            this[2 * round] = k0;
            this[2 * round + 1] = k1;
            k0 += Weyl0;
            k1 += Weyl1;
        }
    }
}
