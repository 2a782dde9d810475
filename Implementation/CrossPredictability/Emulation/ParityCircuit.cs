namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Gauss–Jordan elimination over GF(2) as a circuit of rectifiers on the stored samples.</summary>
/// <remarks>O(T·n²) vertices, depth O(n). The parity found is that of <see cref="ParityElimination"/>: the reduced
/// echelon form is unique, so which row is the pivot does not matter.</remarks>
public static class ParityCircuit
{
    /// <summary>Adds the circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="slots">The stored samples.</param>
    /// <returns>The bit of the prediction for the present input: 1 for −1.</returns>
    public static Wire Add(CircuitBuilder circuit, IReadOnlyList<MemorySlot> slots)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(slots);
        circuit.Section = CircuitSection.Computation;
        int n = slots[0].Row.Length;
        Wire[][] rows = [.. slots.Select(slot => (Wire[])[.. slot.Row, slot.Label])];
        Wire[] used = [.. slots.Select(_ => Wire.Zero)];
        var pivots = new Wire[n][];
        for (int j = 0; j < n; j++)
        {
            Wire[] candidates = [.. rows.Select((row, r) => circuit.AndNot(row[j], used[r]))];
            pivots[j] = circuit.First(candidates);
            EliminateColumn(circuit, rows, pivots[j], j);
            used = [.. used.Select((bit, r) => circuit.Relu(bit + pivots[j][r]))];
        }

        Wire[] labels = [.. rows.Select(row => row[n])];
        Wire? prediction = null;
        for (int j = 0; j < n; j++)
        {
            Wire term = circuit.And(circuit.Select(pivots[j], labels), circuit.Bit(j + 1));
            prediction = prediction is null ? term : circuit.Xor(prediction, term);
        }

        return prediction!;
    }

    /// <summary>The row operation: adds the pivot's row, modulo 2, to every other row with a 1 in column
    /// <paramref name="column"/>.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="rows">Bits, a row each; replaced. Entries before the column are left alone, as the pivot's row is 0
    /// there.</param>
    /// <param name="pivot">One-hot choice of the pivot's row; nothing chosen leaves all rows.</param>
    /// <param name="column">Which column is cleared.</param>
    public static void EliminateColumn(
        CircuitBuilder circuit, Wire[][] rows, IReadOnlyList<Wire> pivot, int column)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(pivot);
        int columns = rows[0].Length;
        var chosen = new Wire[columns];
        for (int c = column; c < columns; c++)
            chosen[c] = circuit.Select(pivot, [.. rows.Select(row => row[c])]);
        for (int r = 0; r < rows.Length; r++)
        {
            Wire changes = circuit.AndNot(rows[r][column], pivot[r]);
            Wire[] row = [.. rows[r]];
            for (int c = column; c < columns; c++)
                row[c] = circuit.Xor(row[c], circuit.And(changes, chosen[c]));
            rows[r] = row;
        }
    }
}
