using System.Numerics;

namespace Verification.Implementation.CrossPredictability;

/// <summary>χ_S(x) = ∏_{i∈S} x_i on {±1}^n, inputs and sets as integers.</summary>
/// <remarks>Bit i of an input is 1 where x_i = −1, bit i of a set where i ∈ S, so that χ_S(x) = (−1)^|S ∧ x|. Source:
/// first talk, "Example. Parities".</remarks>
public static class ParityFunction
{
    /// <summary>χ_S(x), +1 or −1.</summary>
    public static int Value(uint set, uint input) => 1 - 2 * (BitOperations.PopCount(set & input) & 1);

    /// <inheritdoc cref="Value(uint, uint)"/>
    public static int Value(int set, int input) => Value((uint)set, (uint)input);
}
