namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Gates on bits (wires of value 0 or 1) out of rectifiers; exact on bits.</summary>
/// <remarks>
/// "Any function on n variables that can be implemented in poly(n)-time can be expressed by a poly(n)-size NN" (first
/// talk, "Formalizing the problem"): these gates compile a circuit. Vertices: NOT 0, AND, OR, AND-NOT 1, XOR 2.
/// </remarks>
public static class LogicGates
{
    /// <summary>1 − a.</summary>
    public static Wire Not(Wire a) => CircuitBuilder.One - a;

    /// <summary>ReLU(a + b − 1).</summary>
    public static Wire And(this CircuitBuilder circuit, Wire a, Wire b) =>
        Checked(circuit).Relu(a + b - CircuitBuilder.One);

    /// <summary>a + b − AND(a, b).</summary>
    public static Wire Or(this CircuitBuilder circuit, Wire a, Wire b) => a + b - circuit.And(a, b);

    /// <summary>ReLU(a + b − 2·AND(a, b)).</summary>
    public static Wire Xor(this CircuitBuilder circuit, Wire a, Wire b) =>
        Checked(circuit).Relu(a + b - 2 * circuit.And(a, b));

    /// <summary>a and not b: ReLU(a − b).</summary>
    public static Wire AndNot(this CircuitBuilder circuit, Wire a, Wire b) => Checked(circuit).Relu(a - b);

    /// <summary>ReLU(1 − Σ aᵢ): 1 where no bit is set.</summary>
    public static Wire None(this CircuitBuilder circuit, IEnumerable<Wire> bits) =>
        Checked(circuit).Relu(CircuitBuilder.One - Sum(bits));

    /// <summary>The entry that a one-hot choice selects: ReLU(Σ AND(choiceᵢ, entryᵢ)), 0 where nothing is
    /// chosen.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="choice">Bits of which at most one is set.</param>
    /// <param name="entries">As many bits.</param>
    public static Wire Select(this CircuitBuilder circuit, IReadOnlyList<Wire> choice, IReadOnlyList<Wire> entries) =>
        Checked(circuit).Relu(Sum(choice.Zip(entries, circuit.And)));

    /// <summary>The first set bit as a one-hot choice: ReLU(aᵢ − Σ_{q &lt; i} a_q).</summary>
    public static Wire[] First(this CircuitBuilder circuit, IReadOnlyList<Wire> bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        var first = new Wire[bits.Count];
        Wire before = Wire.Zero;
        for (int i = 0; i < first.Length; i++)
        {
            first[i] = Checked(circuit).Relu(bits[i] - before);
            before += bits[i];
        }

        return first;
    }

    /// <summary>
    /// The parity of k bits, Π(1 − 2bᵢ) = ±1, out of k rectifiers of their sum s: 1 − 2s⁺ + Σ_{j=1}^{k−1} 4(−1)^{j+1}
    /// (s − j)⁺, which interpolates 1, −1, 1, … at s = 0, 1, 2, ….
    /// </summary>
    public static Wire Parity(this CircuitBuilder circuit, IReadOnlyList<Wire> bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        Wire s = Sum(bits), parity = CircuitBuilder.One;
        for (int j = 0; j < bits.Count; j++)
            parity += (j == 0 ? -2.0 : j % 2 == 1 ? 4 : -4) * Checked(circuit).Relu(s - j * CircuitBuilder.One);
        return parity;
    }

    /// <summary>
    /// Reads whether t &gt; c: ReLU(2t − 2(c − ¼)) − ReLU(2t − 2(c + ¼)), which is 0 for t ≤ c − ¼, 1 for t ≥ c + ¼,
    /// and flat on both sides.
    /// </summary>
    public static Wire Above(this CircuitBuilder circuit, Wire t, double c) =>
        Checked(circuit).Relu(2 * t - 2 * (c - 0.25) * CircuitBuilder.One)
        - circuit.Relu(2 * t - 2 * (c + 0.25) * CircuitBuilder.One);

    private static Wire Sum(IEnumerable<Wire> bits) => bits.Aggregate(Wire.Zero, (sum, bit) => sum + bit);

    private static CircuitBuilder Checked(CircuitBuilder circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return circuit;
    }
}
