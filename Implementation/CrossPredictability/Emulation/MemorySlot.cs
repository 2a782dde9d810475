namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Where one sample is kept, and the wires on which it is read.</summary>
/// <param name="Tag">Whether the slot is written, and the label: its β moves by γy.</param>
/// <param name="Cells">A cell a coordinate: β moves by γy, w by γy·b_i.</param>
/// <param name="Row">The bits b_1 … b_n as read; 0 where the slot is empty.</param>
/// <param name="Label">1 where the label is −1; 0 where it is 1 or the slot is empty.</param>
/// <param name="Filled">1 where the slot is written.</param>
public sealed record MemorySlot(MemoryCell Tag, MemoryCell[] Cells, Wire[] Row, Wire Label, Wire Filled);
