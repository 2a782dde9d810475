using System.Runtime.InteropServices;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Conjunctions of literals and Valiant's learner of them, on machine integers: the reference of
/// <see cref="ConjunctionCircuit"/>.</summary>
/// <param name="Set">Bits that have to be set, as a mask.</param>
/// <param name="Cleared">Bits that have to be cleared, as a mask. Overlapping masks accept nothing.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ConjunctionElimination(uint Set, uint Cleared)
{
    /// <summary>The label of an input: −1 where it is accepted, 1 elsewhere.</summary>
    public int Value(uint input) => (input & Set) == Set && (input & Cleared) == 0 ? -1 : 1;

    /// <summary>The longest conjunction that accepts every input labeled −1; all 2n literals where there is
    /// none.</summary>
    /// <param name="coordinates">n, at most 32.</param>
    /// <param name="inputs">x_1 … x_T.</param>
    /// <param name="labels">±1 each.</param>
    public static ConjunctionElimination Learn(int coordinates, ReadOnlySpan<uint> inputs, ReadOnlySpan<int> labels)
    {
        uint all = uint.MaxValue >> (32 - coordinates);
        uint set = all, cleared = all;
        for (int t = 0; t < inputs.Length; t++)
        {
            if (labels[t] > 0)
                continue;
            set &= inputs[t];
            cleared &= ~inputs[t];
        }

        return new(set, cleared);
    }
}
