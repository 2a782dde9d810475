using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

// β̂_k = Σ_j β_j e^{−2πijk/d}, unnormalized: the transform of a circular convolution is the product of the transforms,
// and ‖w‖² = Σ|ŵ_k|²/d. By the inequality of the means Σ_l‖w_l‖² = (1/d)Σ_kΣ_l|ŵ_{l,k}|² ≥ (D/d)Σ_k|β̂_k|^{2/D}, with
// equality where all layers have |ŵ_{l,k}| = |β̂_k|^{1/D}.

/// <summary>Sizes of <see cref="ConvolutionNormExperiment"/>.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Depth">D.</param>
public sealed record ConvolutionNormCell(int Dimension, int Depth);

/// <summary>The weights of a linear convolutional network against norms of its predictor β = w₁ ∗ … ∗ w_D.</summary>
/// <param name="Weights">Σ‖w_l‖² of random layers.</param>
/// <param name="BalancedWeights">Σ‖w_l‖² of balanced layers of the same β.</param>
/// <param name="BalancedError">‖w₁ ∗ … ∗ w_D − β‖ for them, relative to ‖β‖.</param>
/// <param name="FrequencySum">Σ_k|β̂_k|^{2/D}.</param>
/// <param name="HalvedFrequencySum">Σ_k|β̂_k|^{1/D}.</param>
/// <param name="TimeSum">Σ_j|β_j|^{2/D}.</param>
/// <param name="Error">Bound of the rounding errors of the sums, after division by
/// <paramref name="BalancedWeights"/>.</param>
public sealed record ConvolutionNormOutcome(
    double Weights,
    double BalancedWeights,
    double BalancedError,
    double FrequencySum,
    double HalvedFrequencySum,
    double TimeSum,
    double Error);

/// <summary>Full-width circular convolutional networks with Gaussian layers, and balanced ones of the same
/// predictor.</summary>
public sealed class ConvolutionNormExperiment : Experiment<ConvolutionNormCell, ConvolutionNormOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/convolution-norm";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override ConvolutionNormOutcome Run(
        ConvolutionNormCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension, D = cell.Depth;
        if (d < 1 || D < 1)
            throw new ArgumentException("Dimension and depth have to be at least 1.", nameof(cell));
        double weights = 0;
        double[] β = new double[d];
        β[0] = 1;
        double sizes = 1;
        for (int l = 0; l < D; l++)
        {
            double[] w = new double[d];
            stream.FillNormals(w);
            weights += Lanes.Dot(w, w);
            double absolute = 0;
            foreach (double value in w)
                absolute += Math.Abs(value);
            sizes *= absolute;
            β = Convolve(β, w);
        }

        (double[] re, double[] im) = Transform(β);
        // Errors of the transform: d terms of size |β_j| ≤ Π‖w_l‖₁, angles and elementary functions within 4u, D
        // convolutions of d terms.
        double ε = (D + 2) * (d + 8) * DoublePrecision.UnitRoundoff * sizes * Math.Sqrt(d);
        double[] roots = new double[d];
        double frequency = 0, halved = 0, time = 0, uncertainty = 0;
        for (int k = 0; k < d; k++)
        {
            double size = Math.Sqrt(re[k] * re[k] + im[k] * im[k]);
            roots[k] = Power(size, 1.0 / D);
            frequency += Power(size, 2.0 / D);
            halved += Power(size, 1.0 / D);
            time += Power(Math.Abs(β[k]), 2.0 / D);
            uncertainty +=
                Power(size + ε, 2.0 / D)
                - Power(Math.Max(0, size - ε), 2.0 / D)
                + 64 * DoublePrecision.UnitRoundoff * Power(size, 2.0 / D);
        }

        // The first layer carries the phase, the others are real and even in frequency.
        double balanced = 0;
        double[] product = new double[d];
        product[0] = 1;
        double largest = 1;
        for (int l = 0; l < D; l++)
        {
            double[] a = new double[d], b = new double[d];
            for (int k = 0; k < d; k++)
            {
                double size = Math.Sqrt(re[k] * re[k] + im[k] * im[k]);
                (a[k], b[k]) = l == 0 && size > 0 ? (roots[k] * re[k] / size, roots[k] * im[k] / size) : (roots[k], 0);
            }

            double[] w = Inverse(a, b);
            balanced += Lanes.Dot(w, w);
            double absolute = 0;
            foreach (double value in w)
                absolute += Math.Abs(value);
            largest *= absolute;
            product = Convolve(product, w);
        }

        Lanes.Axpy(-1, β, product);
        double error =
            (
                (double)D / d * uncertainty
                + (D * d + 32) * (d + 16) * DoublePrecision.UnitRoundoff * (balanced + weights)
                + 4 * D * (d + 8) * DoublePrecision.UnitRoundoff * (largest + sizes)) / balanced;
        return new(weights, balanced, Lanes.Norm(product) / Math.Max(largest, sizes), frequency, halved, time, error);
    }

    private static double Power(double x, double p) =>
        x == 0 ? 0
        : p == 1 ? x
        : ElementaryFunctions.Exp(p * ElementaryFunctions.Log(x));

    private static double[] Convolve(double[] u, double[] v)
    {
        int d = u.Length;
        double[] result = new double[d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
                result[(i + j) % d] += u[i] * v[j];
        }

        return result;
    }

    private static (double[] Re, double[] Im) Transform(double[] x)
    {
        int d = x.Length;
        double[] re = new double[d], im = new double[d];
        for (int k = 0; k < d; k++)
        {
            for (int j = 0; j < d; j++)
            {
                (double sin, double cos) = ElementaryFunctions.SinCos(2 * Math.PI * (j * k % d) / d);
                re[k] += x[j] * cos;
                im[k] -= x[j] * sin;
            }
        }

        return (re, im);
    }

    // Real part of the inverse transform; the spectra here are those of real vectors.
    private static double[] Inverse(double[] re, double[] im)
    {
        int d = re.Length;
        double[] x = new double[d];
        for (int j = 0; j < d; j++)
        {
            for (int k = 0; k < d; k++)
            {
                (double sin, double cos) = ElementaryFunctions.SinCos(2 * Math.PI * (j * k % d) / d);
                x[j] += (re[k] * cos - im[k] * sin) / d;
            }
        }

        return x;
    }
}
