using System.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>A homogeneous polynomial with real coefficients, Σ c_{j₁…j_p} z_{j₁}⋯z_{j_p} over j₁ ≤ … ≤ j_p.
/// Immutable.</summary>
/// <remarks>Evaluated in nested form, Σ_j z_j·(Σ_{k≥j} z_k·(…)), with the gradient carried along; a quadratic form by
/// its symmetric matrix, with Euler's relation 2F = ⟨z, ∇F⟩ for the value. It is what the homotopies evaluate, in eight
/// lanes or in discs: one degree, value and gradient in one pass. <see cref="Model.GaussianSystem"/> has several
/// degrees and sums over monomials, where intervals of even powers do not go below 0 and curves are expanded. From the
/// same stream both draw the same form; each is the twin of the other in the tests.</remarks>
public sealed class HomogeneousForm
{
    private readonly double[] _coefficients;

    // Of a quadratic form, the matrix of second derivatives; else empty.
    private readonly double[] _second;

    /// <summary>A form with these coefficients.</summary>
    /// <param name="degree">p ≥ 1.</param>
    /// <param name="variables">d ≥ 1.</param>
    /// <param name="coefficients">One for each sorted tuple of indices, in lexicographic order.</param>
    /// <exception cref="ArgumentException">Their number is not that of the monomials, or one is not finite.</exception>
    public HomogeneousForm(int degree, int variables, params ReadOnlySpan<double> coefficients)
    {
        if (coefficients.Length != Monomials(degree, variables))
            throw new ArgumentException(
                $"A form of degree {degree} in {variables} variables has {Monomials(degree, variables)} coefficients.",
                nameof(coefficients));
        foreach (double c in coefficients)
        {
            if (!double.IsFinite(c))
                throw new ArgumentException("A coefficient is not finite.", nameof(coefficients));
        }

        (Degree, Variables, _coefficients) = (degree, variables, coefficients.ToArray());
        _second = degree == 2 ? SecondDerivatives(coefficients, variables) : [];
    }

    /// <summary>p.</summary>
    public int Degree { get; }

    /// <summary>d.</summary>
    public int Variables { get; }

    /// <summary>The coefficients, in lexicographic order of the sorted tuples of indices.</summary>
    public ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>Number of monomials of a degree p ≥ 1 in d ≥ 1 variables, binom(d + p − 1, p).</summary>
    /// <exception cref="ArgumentOutOfRangeException">p or d is below 1.</exception>
    public static int Monomials(int degree, int variables)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(variables, 1);
        BigInteger count = 1;
        for (int k = 1; k <= degree; k++)
            count = count * (variables + k - 1) / k;
        return (int)count;
    }

    /// <summary>A form of the Kostlan law: the coefficient of z^e is normal with the variance p!/(e₁!⋯e_d!), so that
    /// E F(x)F(y) = ⟨x, y⟩^p.</summary>
    /// <param name="degree">p ≥ 1.</param>
    /// <param name="variables">d ≥ 1.</param>
    /// <param name="stream">Gives one fill of normals.</param>
    public static HomogeneousForm Kostlan(int degree, int variables, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double[] coefficients = stream.Normals(Monomials(degree, variables));
        int position = 0;
        Weigh(coefficients, ref position, degree, 0, variables, multiplicity: 0, variance: 1, placed: 0);
        return new(degree, variables, coefficients);
    }

    /// <summary>The value at z, and the gradient.</summary>
    /// <param name="z">d entries.</param>
    /// <param name="gradient">Receives the d derivatives.</param>
    public T Evaluate<T>(ReadOnlySpan<T> z, Span<T> gradient)
        where T : struct, IRealAlgebra<T>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, Variables, nameof(z));
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradient.Length, Variables, nameof(gradient));
        if (Degree == 2)
            return EvaluateQuadratic(z, gradient);
        gradient.Clear();
        int position = 0;
        return Descend(ref position, Degree, 0, T.One, z, gradient);
    }

    private T EvaluateQuadratic<T>(ReadOnlySpan<T> z, Span<T> gradient)
        where T : struct, IRealAlgebra<T>
    {
        T twice = default;
        for (int j = 0; j < z.Length; j++)
        {
            gradient[j] = T.LinearForm(_second.AsSpan(j * z.Length, z.Length), z);
            twice = T.AddProduct(twice, z[j], gradient[j]);
        }

        return T.AddScaled(default, 0.5, twice);
    }

    private static double[] SecondDerivatives(ReadOnlySpan<double> coefficients, int variables)
    {
        double[] matrix = new double[variables * variables];
        int position = 0;
        for (int j = 0; j < variables; j++)
        {
            for (int k = j; k < variables; k++, position++)
            {
                // Twice the coefficient on the diagonal, exactly.
                matrix[j * variables + k] += coefficients[position];
                matrix[k * variables + j] += coefficients[position];
            }
        }

        return matrix;
    }

    // The polynomial N whose coefficients follow from `position` on, in z_first, …, of the degree `level`; adds the
    // derivatives of weight·N to the gradient. N = Σ z_k·N_k: dN = Σ N_k dz_k + z_k dN_k.
    private T Descend<T>(ref int position, int level, int first, T weight, ReadOnlySpan<T> z, Span<T> gradient)
        where T : struct, IRealAlgebra<T>
    {
        if (level == 1)
        {
            int count = z.Length - first;
            position += count;
            return T.LinearForm(
                _coefficients.AsSpan(position - count, count), z[first..], weight, gradient[first..]);
        }

        T value = default;
        for (int k = first; k < z.Length; k++)
        {
            T part = Descend(ref position, level - 1, k, T.Multiply(weight, z[k]), z, gradient);
            value = T.AddProduct(value, z[k], part);
            gradient[k] = T.AddProduct(gradient[k], weight, part);
        }

        return value;
    }

    // p!/(e₁!⋯e_d!) is the product over the places of (place)/(multiplicity so far).
    private static void Weigh(
        double[] coefficients, ref int position, int level, int first, int variables, int multiplicity, double variance,
        int placed)
    {
        for (int k = first; k < variables; k++)
        {
            int repeated = k == first ? multiplicity + 1 : 1;
            double next = variance * (placed + 1) / repeated;
            if (level == 1)
                coefficients[position++] *= Math.Sqrt(next);
            else
                Weigh(coefficients, ref position, level - 1, k, variables, repeated, next, placed + 1);
        }
    }
}
