using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Networks;

// For rows of W standard normal, φ' = Φ and independent standard normal g, g':
// E Φ(w·x)Φ(w·x') = P(g ≤ w·x, g' ≤ w·x') is an orthant probability, of variables with the variances 1 + ‖x‖² and
// 1 + ‖x'‖² and the covariance x·x': ¼ + arcsin(ρ)/2π (Sheppard). Likewise φ(w·x) = E max(w·x + g, 0), so that
// E φ(w·x)φ(w·x') is the arc-cosine kernel of these variables: √(vv')(√(1 − ρ²) + (π/2 + arcsin ρ)ρ)/2π (Cho, Saul).

/// <summary>The expected tangent kernel of one output, Σ(X) = E[φ'(Xw)φ'(Xw)ᵀ] ∘ XXᵀ, w standard normal, where it has a
/// closed form.</summary>
/// <remarks>
/// For V with independent entries of mean 0 and variance ν²/k, independent of W, E[JJᵀ] = ν²·Σ(X) ⊗ I_K, output a of
/// sample i at iK + a: every eigenvalue K times. arXiv:1906.05392, Definition 2.1.
/// </remarks>
public static class ExpectedTangentKernel
{
    private const double HalfPi = 1.5707963267948966;

    /// <summary>Σ(X), n × n, each entry within some ten roundings of ‖x_i‖‖x_j‖. O(n²d).</summary>
    /// <param name="activation">The gaussian softplus or the identity.</param>
    /// <param name="inputs">X, n × d.</param>
    /// <exception cref="ArgumentException">There is no closed form here for the activation.</exception>
    public static Matrix Of(Activation activation, Matrix inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Of(activation, inputs, inputs);
    }

    /// <summary>Σ(X, X'), the kernel between samples and others, as for predictions at test inputs.</summary>
    /// <param name="activation">The gaussian softplus or the identity.</param>
    /// <param name="inputs">X, n × d.</param>
    /// <param name="others">X', n' × d.</param>
    /// <returns>n × n'.</returns>
    /// <exception cref="ArgumentException">There is no closed form here, or the dimensions differ.</exception>
    public static Matrix Of(Activation activation, Matrix inputs, Matrix others)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(others);
        if (!HasClosedForm(activation))
            throw new ArgumentException(
                $"'{activation}' has no closed form here; the gaussian softplus and the identity have.",
                nameof(activation));
        Matrix kernel = MatrixProduct.MultiplyTranspose(inputs, others);
        if (activation == Activation.Identity)
            return kernel;
        double[] left = Variances(inputs), right = Variances(others);
        for (int i = 0; i < kernel.Rows; i++)
            for (int j = 0; j < kernel.Columns; j++)
                kernel[i, j] *= SlopeMoment(kernel[i, j] / (left[i] * right[j]));
        return kernel;
    }

    /// <summary>Whether <see cref="Of(Activation, Matrix)"/> has a formula for the activation.</summary>
    public static bool HasClosedForm(Activation activation) =>
        activation == Activation.GaussianSoftplus || activation == Activation.Identity;

    /// <summary>κ(ρ) = ¼ + arcsin(ρ)/2π, E φ'φ' of the gaussian softplus, within 4u.</summary>
    /// <param name="ρ">x·x'/√((1 + ‖x‖²)(1 + ‖x'‖²)), within [−1, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">ρ is no correlation.</exception>
    public static double SlopeMoment(double ρ)
    {
        if (!(Math.Abs(ρ) <= 1))
            throw new ArgumentOutOfRangeException(nameof(ρ), ρ, "A correlation lies between −1 and 1.");
        return 0.25 + Arcsine(ρ) / (4 * HalfPi);
    }

    /// <summary>E φ(w·x)φ(w·x') of the gaussian softplus for unit vectors x and x', within 10u.</summary>
    /// <param name="product">x·x', within [−1, 1]; for x = x' it is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The product is none of unit vectors.</exception>
    public static double ValueMoment(double product)
    {
        if (!(Math.Abs(product) <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(product), product, "Unit vectors have a product between −1 and 1.");
        double ρ = product / 2;
        return (Math.Sqrt((1 - ρ) * (1 + ρ)) + (HalfPi + Arcsine(ρ)) * ρ) / (2 * HalfPi);
    }

    private static double[] Variances(Matrix inputs)
    {
        var roots = new double[inputs.Rows];
        for (int i = 0; i < roots.Length; i++)
            roots[i] = Math.Sqrt(1 + Lanes.Dot(inputs.Row(i), inputs.Row(i)));
        return roots;
    }

    // Σ C(2m, m)(x/2)^(2m)·x/(2m + 1), whose terms fall by x² ≤ ¼ each; beyond ½ by
    // arcsin x = π/2 − 2 arcsin √((1 − x)/2).
    private static double Arcsine(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude > 0.5)
            return Math.CopySign(HalfPi - 2 * Arcsine(Math.Sqrt((1 - magnitude) / 2)), x);
        double square = x * x;
        double power = x;
        double sum = x;
        for (int m = 1; Math.Abs(power) > 0.25 * DoublePrecision.UnitRoundoff * Math.Abs(sum); m++)
        {
            power *= square * (2 * m - 1) / (2 * m);
            sum += power / (2 * m + 1);
        }

        return sum;
    }
}
