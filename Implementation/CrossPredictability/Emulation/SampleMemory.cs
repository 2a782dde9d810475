namespace Verification.Implementation.CrossPredictability.Emulation;

// Slot s is current where slot s − 1 is filled and s is not. Then its inhibitor is 0 and flat, its cells are the only
// way from the leaf into the network, the leaf shows (n + 1)·1 − (n + 1) = 0, and one step with the gradient −y moves
// every β of the slot by γy and w_i by γy·u_i, u_i being the present bit. In other slots u_i = 1 and the inhibitor is
// 1: they are read, and nothing flows back into them.

/// <summary>Slots that one step of stochastic gradient descent each fills with one sample.</summary>
public static class SampleMemory
{
    /// <summary>Adds the memory to a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="design">Sizes and constants.</param>
    /// <param name="leaf">Receives the vertices of the write paths with their weights at the leaf.</param>
    /// <returns>The slots, in the order in which they are filled.</returns>
    public static MemorySlot[] Add(
        CircuitBuilder circuit, EmulationDesign design, ICollection<(int Vertex, double Weight)> leaf)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(leaf);
        var tags = new (MemoryCell Cell, Wire Filled, Wire Label)[design.Slots];
        for (int s = 0; s < tags.Length; s++)
        {
            circuit.Section = CircuitSection.Memory;
            MemoryCell tag = circuit.Tag();
            circuit.Section = CircuitSection.Reader;
            Wire t = Shown(tag, design);
            Wire positive = circuit.Above(t, 0.5), negative = circuit.Above(-1 * t, 0.5);
            tags[s] = (tag, circuit.Relu(positive + negative), circuit.Relu(negative));
        }

        var slots = new MemorySlot[design.Slots];
        for (int s = 0; s < slots.Length; s++)
        {
            circuit.Section = CircuitSection.Control;
            Wire before = s == 0 ? CircuitBuilder.One : tags[s - 1].Filled;
            Wire others = LogicGates.Not(circuit.And(before, LogicGates.Not(tags[s].Filled)));
            int inhibitor = circuit.Vertex(2 * others - CircuitBuilder.One);
            var cells = new MemoryCell[design.Coordinates];
            var row = new Wire[design.Coordinates];
            for (int i = 0; i < cells.Length; i++)
                (cells[i], row[i]) = AddCell(circuit, design, i + 1, others);
            slots[s] = new(tags[s].Cell, cells, row, tags[s].Label, tags[s].Filled);
            AddWritePath(circuit, design, slots[s], inhibitor, leaf);
        }

        return slots;
    }

    private static (MemoryCell Cell, Wire Bit) AddCell(
        CircuitBuilder circuit, EmulationDesign design, int coordinate, Wire others)
    {
        circuit.Section = CircuitSection.Control;
        Wire b = circuit.Bit(coordinate);
        int u = design.IsGated ? circuit.Vertex(circuit.Or(b, others)) : circuit.Vertex(b);
        circuit.Section = CircuitSection.Memory;
        MemoryCell cell = circuit.Cell(u, design.InitialBitWeight * design.Rate);
        circuit.Section = CircuitSection.Reader;
        Wire t = Shown(cell, design);
        Wire bit = circuit.Relu(
            circuit.Above(t, design.ReadThreshold) + circuit.Above(-1 * t, design.ReadThreshold));
        return (cell, bit);
    }

    private static void AddWritePath(
        CircuitBuilder circuit,
        EmulationDesign design,
        MemorySlot slot,
        int inhibitor,
        ICollection<(int Vertex, double Weight)> leaf)
    {
        circuit.Section = CircuitSection.WritePath;
        Wire closed = design.Inhibition * Wire.Of(inhibitor);
        leaf.Add((circuit.Vertex(Wire.Of(slot.Tag.Vertex) - closed), 1));
        foreach (MemoryCell cell in slot.Cells)
            leaf.Add((circuit.Vertex(Wire.Of(cell.Vertex) - closed), 1));
        leaf.Add((circuit.Vertex(CircuitBuilder.One - closed), -(design.Coordinates + design.LeafOffset)));
    }

    // (m − 1)/γ: y for a tag, y(1 + b) for a cell, 0 where nothing is written.
    private static Wire Shown(MemoryCell cell, EmulationDesign design) =>
        1 / design.Rate * (Wire.Of(cell.Vertex) - CircuitBuilder.One);
}
