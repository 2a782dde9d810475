using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.Random;

/// <summary>The twenty round keys of Philox4x32-10 in the order of use, each in the low half of eight 64-bit
/// lanes.</summary>
/// <remarks>Whole vectors, because a load costs the loop over groups nothing, while spreading a number over lanes takes
/// a slot of the multiplier's port.</remarks>
[InlineArray(2 * Philox4x32.Rounds)]
internal struct PhiloxKeySchedule
{
    // Salmon et al. (2011), section 3: Weyl constants ⌊2³²·(golden ratio − 1)⌋ and ⌊2³²·(√3 − 1)⌋.
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;

    private Vector512<ulong> _first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expand(ulong key, out PhiloxKeySchedule schedule)
    {
        // Every element is written below.
        Unsafe.SkipInit(out schedule);
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            schedule[2 * round] = Vector512.Create((ulong)k0);
            schedule[2 * round + 1] = Vector512.Create((ulong)k1);
            k0 += Weyl0;
            k1 += Weyl1;
        }
    }
}
