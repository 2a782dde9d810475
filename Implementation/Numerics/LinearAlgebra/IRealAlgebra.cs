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

    /// <summary>Σ c_k x_k.</summary>
    /// <param name="c">The factors.</param>
    /// <param name="x">As many entries.</param>
    static virtual T LinearForm(ReadOnlySpan<double> c, ReadOnlySpan<T> x)
    {
        T value = default;
        for (int k = 0; k < c.Length; k++)
            value = T.AddScaled(value, c[k], x[k]);
        return value;
    }

    /// <summary>Σ c_k x_k, while weight·c_k is added to entry k of the sums.</summary>
    /// <param name="c">The factors.</param>
    /// <param name="x">As many entries.</param>
    /// <param name="weight">What the factors are multiplied by.</param>
    /// <param name="sums">As many entries.</param>
    static virtual T LinearForm(ReadOnlySpan<double> c, ReadOnlySpan<T> x, T weight, Span<T> sums)
    {
        T value = default;
        for (int k = 0; k < c.Length; k++)
        {
            value = T.AddScaled(value, c[k], x[k]);
            sums[k] = T.AddScaled(sums[k], c[k], weight);
        }

        return value;
    }
}
