using System.Numerics;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>The parity that Gauss–Jordan elimination over GF(2) fits to labeled inputs, on machine integers.</summary>
/// <remarks>An input is a number whose bit i − 1 is set where x_i = −1; its label under χ_S is −1 where |S ∩ x| is odd.
/// Free coordinates stay out of S. This is the reference for what <see cref="ParityCircuit"/> computes; it shares
/// nothing with it.</remarks>
public static class ParityElimination
{
    /// <summary>Solves ⟨S, x_t⟩ = ℓ_t over GF(2). O(T²) word operations.</summary>
    /// <param name="inputs">x_1 … x_T.</param>
    /// <param name="labels">±1 each, consistent with some parity.</param>
    /// <returns>S with the free coordinates left out, and the rank of the inputs.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or no parity has these labels.</exception>
    public static (uint Parity, int Rank) Solve(ReadOnlySpan<uint> inputs, ReadOnlySpan<int> labels)
    {
        if (inputs.Length != labels.Length)
            throw new ArgumentException("Inputs and labels differ in number.", nameof(labels));
        // Rows with distinct lowest bits, each of them cleared in the others; the label is bit 32.
        var basis = new List<ulong>();
        for (int t = 0; t < inputs.Length; t++)
        {
            ulong row = inputs[t] | (labels[t] < 0 ? 1UL << 32 : 0);
            foreach (ulong other in basis)
            {
                if ((row & Lowest(other)) != 0)
                    row ^= other;
            }

            if ((uint)row == 0)
            {
                if (row != 0)
                    throw new ArgumentException("No parity has these labels.", nameof(labels));
                continue;
            }

            for (int i = 0; i < basis.Count; i++)
            {
                if ((basis[i] & Lowest(row)) != 0)
                    basis[i] ^= row;
            }

            basis.Add(row);
        }

        uint parity = 0;
        foreach (ulong row in basis)
        {
            if (row >> 32 != 0)
                parity |= (uint)Lowest(row);
        }

        return (parity, basis.Count);
    }

    private static ulong Lowest(ulong row) => row & (0 - row);
}
