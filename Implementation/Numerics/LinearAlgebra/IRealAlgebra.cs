namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>A commutative algebra over the doubles, in which polynomials with real coefficients have values: complex
/// numbers on eight lanes, discs. <c>default</c> is 0.</summary>
/// <typeparam name="T">The type itself.</typeparam>
public interface IRealAlgebra<T>
    where T : struct, IRealAlgebra<T>
{
    /// <summary>1.</summary>
    static abstract T One { get; }

    /// <summary>sum + factor·term.</summary>
    static abstract T AddScaled(T sum, double factor, T term);

    /// <summary>sum + a·b.</summary>
    static abstract T AddProduct(T sum, T a, T b);

    /// <summary>a·b.</summary>
    static abstract T Multiply(T a, T b);
}
