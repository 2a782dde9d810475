namespace Verification.Implementation.Numerics.Optimization;

/// <summary>
/// A function of ℝⁿ: returns its value at <paramref name="point"/> and writes its gradient into
/// <paramref name="gradient"/>, both of length n. Where the function is undefined it may return NaN or an infinity.
/// </summary>
public delegate double DifferentiableFunction(ReadOnlySpan<double> point, Span<double> gradient);
