using System.Runtime.InteropServices;

namespace Verification.Implementation.Numerics;

/// <summary>A number with an estimate of its error: a difference of two orders, a residual near some eigenvalue, a last
/// step.</summary>
/// <remarks>It can support a statement and leave it open; it never refutes. What is proven is a
/// <see cref="Bounded"/>.</remarks>
/// <param name="Value">The number computed.</param>
/// <param name="Error">How far off it seems to be, not negative.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Estimated(double Value, double Error);
