using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Quadrature;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

// K∞_ij = (x_i·x_j) E[σ'(a)σ'(b)], (a, b) centered normal with the covariance of (g·x_i, g·x_j), g ~ N(0, I):
// a = ‖x_i‖ g1, b = ‖x_j‖(ρ g1 + √(1 − ρ²) g2), integrated by the trapezoidal rule in both variables. sech²(‖x‖g) has
// its nearest poles at distance τ = π/(2‖x‖): in steps of h the error is about (2π/h)³/6·e^(τ²/2 − 2πτ/h) for a product
// of two with ‖x‖ ≤ 1, 1e-13 at h = ¼ and nothing beside rounding at h = ⅛.

/// <summary>The tangent kernel of the shallow network at Gaussian initialization in the limit of infinite
/// width.</summary>
/// <remarks>For smooth activations; the slope of the rectified linear unit jumps, where quadrature is
/// useless.</remarks>
public static class InfiniteWidthKernel
{
    /// <summary>K∞ on the inputs.</summary>
    /// <param name="activation">σ, with Lipschitz slope.</param>
    /// <param name="inputs">X, n × d.</param>
    /// <param name="step">Step of the quadrature, in standard deviations.</param>
    /// <param name="reach">Where it ends, in standard deviations.</param>
    /// <returns>n × n, symmetric.</returns>
    /// <exception cref="ArgumentException">The slope of the activation jumps.</exception>
    public static Matrix Of(Activation activation, Matrix inputs, double step = 0.125, double reach = 8.75) =>
        Moments(activation, inputs, step, reach).Kernel;

    /// <summary>m·E‖K(w0) − K∞‖_F² at width m, which does not depend on m: Σ_ij (x_i·x_j)² Var(σ'(a)σ'(b)).</summary>
    /// <inheritdoc cref="Of"/>
    public static (Matrix Kernel, double Variance) Moments(
        Activation activation, Matrix inputs, double step = 0.125, double reach = 8.75)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!double.IsFinite(activation.LargestCurvature))
            throw new ArgumentException(
                $"The slope of '{activation}' jumps; its expected kernel is not computed by quadrature.",
                nameof(activation));
        var rule = new NormalTrapezoid(step, reach);
        int n = inputs.Rows;
        Matrix gram = MatrixProduct.MultiplyTranspose(inputs, inputs);
        var kernel = new Matrix(n, n);
        double variance = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double normA = Math.Sqrt(gram[i, i]), normB = Math.Sqrt(gram[j, j]);
                (double first, double second) =
                    i == j
                        ? ParallelSlopeMoments(activation, rule, normA, normA)
                        : SlopeMoments(activation, rule, normA, normB, gram[i, j]);
                kernel[i, j] = kernel[j, i] = gram[i, j] * first;
                variance += (i == j ? 1 : 2) * gram[i, j] * gram[i, j] * (second - first * first);
            }
        }

        return (kernel, variance);
    }

    // E σ'(a)σ'(b) and E (σ'(a)σ'(b))².
    private static (double First, double Second) SlopeMoments(
        Activation activation, NormalTrapezoid rule, double normA, double normB, double product)
    {
        double ρ = normA * normB > 0 ? Math.Clamp(product / (normA * normB), -1, 1) : 0;
        double rest = Math.Sqrt((1 - ρ) * (1 + ρ));
        ReadOnlySpan<double> x = rule.Nodes, w = rule.Weights;
        var slopes = new double[x.Length];
        double first = 0;
        double second = 0;
        if (rest == 0)
            return ParallelSlopeMoments(activation, rule, normA, ρ * normB);

        // Slopes that are even make (g1, g2) and (−g1, −g2) equal: half of the sum counts twice.
        int start = activation.HasEvenSlope ? x.Length / 2 : 0;
        for (int k = start; k < x.Length; k++)
        {
            double shift = normB * ρ * x[k];
            for (int l = 0; l < x.Length; l++)
                slopes[l] = shift + normB * rest * x[l];
            activation.Slopes(slopes, slopes);
            double slope = activation.Slope(normA * x[k]);
            double weight = start > 0 && k > start ? 2 * w[k] : w[k];
            first += weight * slope * Lanes.Dot(w, slopes);
            for (int l = 0; l < slopes.Length; l++)
                slopes[l] *= slopes[l];
            second += weight * slope * slope * Lanes.Dot(w, slopes);
        }

        return (first, second);
    }

    // The same for b = (scaleB/normA)·a, one integral.
    private static (double First, double Second) ParallelSlopeMoments(
        Activation activation, NormalTrapezoid rule, double normA, double scaleB)
    {
        double first = 0;
        double second = 0;
        for (int k = 0; k < rule.Nodes.Length; k++)
        {
            double product = activation.Slope(normA * rule.Nodes[k]) * activation.Slope(scaleB * rule.Nodes[k]);
            first += rule.Weights[k] * product;
            second += rule.Weights[k] * product * product;
        }

        return (first, second);
    }

    /// <summary>λ_min(K∞) for scalar inputs, accurate even where it lies far below the rounding of K∞ itself.</summary>
    /// <remarks>
    /// K∞ = AAᵀ with A_ik = √w_k x_i σ'(x_i g_k) over 193 nodes g_k: the least singular value of A is known to about
    /// n·2⁻⁵³·‖A‖, hence its square to relative accuracy 2⁻⁵¹·n·‖A‖/s_min. The bound has the error of s_min that
    /// <see cref="SingularValueBound"/> measures, 20u for entries of A, and for the quadrature e^(−72) from the tails
    /// and e^(−79)·1e5 from the poles.
    /// </remarks>
    /// <param name="activation">σ, with Lipschitz slope.</param>
    /// <param name="inputs">n numbers.</param>
    /// <returns>λ_min(K∞), at least 0, in the units of K∞, and a bound of its relative error, infinite where s_min is
    /// not told from 0.</returns>
    /// <exception cref="ArgumentException">No input, or the slope of the activation jumps.</exception>
    public static (double Least, double RelativeError) LeastEigenvalueOnLine(
        Activation activation, ReadOnlySpan<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (inputs.IsEmpty)
            throw new ArgumentException("At least one input is needed.", nameof(inputs));
        if (!double.IsFinite(activation.LargestCurvature))
            throw new ArgumentException(
                $"The slope of '{activation}' jumps; its expected kernel is not computed by quadrature.",
                nameof(activation));
        var rule = new NormalTrapezoid(0.125, 12);
        var A = new Matrix(inputs.Length, rule.Nodes.Length);
        for (int i = 0; i < inputs.Length; i++)
            for (int k = 0; k < rule.Nodes.Length; k++)
                A[i, k] = Math.Sqrt(rule.Weights[k]) * inputs[i] * activation.Slope(inputs[i] * rule.Nodes[k]);
        var decomposition = SingularValueDecomposition.Of(A);
        int last = inputs.Length - 1;
        double least = decomposition.Values[last];
        double error = SingularValueBound.Of(A, decomposition, last) + 20 * UnitRoundoff * Lanes.Norm(A.Values);

        // (s ± e)² is within (2 + e/s)·e/s of s², relatively.
        return (least * least, (2 + error / least) * error / least + 1e-28 / (least * least));
    }
}
