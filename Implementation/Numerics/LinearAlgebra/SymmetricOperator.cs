namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A symmetric linear map of ℝⁿ: writes A·<paramref name="x"/> into <paramref name="result"/>, both of length
/// n and not overlapping.</summary>
public delegate void SymmetricOperator(ReadOnlySpan<double> x, Span<double> result);
