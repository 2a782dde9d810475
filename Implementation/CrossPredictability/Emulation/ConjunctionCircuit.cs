namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Elimination of literals as a circuit on the stored samples: a literal is kept unless an accepted sample
/// violates it, and an input is accepted (label −1) where it violates no kept literal.</summary>
/// <remarks>L. Valiant, "A theory of the learnable", 1984. O(T·n) vertices, constant depth beside sums.</remarks>
public static class ConjunctionCircuit
{
    /// <summary>Adds the circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="slots">The stored samples.</param>
    /// <returns>The bit of the prediction for the present input: 1, which is the label −1, where it is
    /// accepted.</returns>
    public static Wire Add(CircuitBuilder circuit, IReadOnlyList<MemorySlot> slots)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(slots);
        circuit.Section = CircuitSection.Computation;
        int n = slots[0].Row.Length;
        var violated = new List<Wire>();
        for (int i = 0; i < n; i++)
        {
            Wire present = circuit.Bit(i + 1);
            // The literal b_i is violated where the bit is 0, the literal ¬b_i where it is 1.
            Wire keepsSet = circuit.None(slots.Select(slot => circuit.And(slot.Label, LogicGates.Not(slot.Row[i]))));
            Wire keepsCleared = circuit.None(slots.Select(slot => circuit.And(slot.Label, slot.Row[i])));
            violated.Add(circuit.And(keepsSet, LogicGates.Not(present)));
            violated.Add(circuit.And(keepsCleared, present));
        }

        return circuit.None(violated);
    }
}
