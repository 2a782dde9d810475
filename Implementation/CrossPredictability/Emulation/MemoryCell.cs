using System.Runtime.InteropServices;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>A rectifier m = ReLU(β + w·u) whose two incoming edges keep what stochastic gradient descent
/// writes.</summary>
/// <param name="Vertex">m.</param>
/// <param name="BaseEdge">The edge of weight β from the constant.</param>
/// <param name="BitEdge">The edge of weight w from u; −1 for the tag of a slot, which has none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MemoryCell(int Vertex, int BaseEdge, int BitEdge);
