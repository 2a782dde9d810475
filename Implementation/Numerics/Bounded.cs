using System.Runtime.InteropServices;

namespace Verification.Implementation.Numerics;

/// <summary>A number with a proven bound of its error: the true value lies within <paramref name="Error"/> of
/// <paramref name="Value"/>.</summary>
/// <remarks>Proven means by interval or exact arithmetic, by a count of roundings, or by a theorem whose premises were
/// checked. Whatever is only plausible is an <see cref="Estimated"/>; the two do not convert into each other.</remarks>
/// <param name="Value">The number computed.</param>
/// <param name="Error">Bound of the absolute error, not negative; infinite where nothing is known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bounded(double Value, double Error);
