using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

// g(t) = φ(f(W + tV; x)) continues to a disc |t| ≤ r of the complex plane as long as no pre-activation leaves the strip
// |Im z| ≤ π/4, on which
// |tanh z| ≤ 1 and |tanh' z| = 1/(sinh²Re z + cos²Im z) ≤ 1/cos²Im z. Layer by layer, with Aᵢ ≥ |aᵢ(t)| and Dᵢ ≥ |aᵢ(t)
// − aᵢ(0)|,
//   |zᵢ(t) − zᵢ(0)| ≤ Σⱼ (|Wᵢⱼ|Dⱼ + r|Vᵢⱼ|Aⱼ)/√m,
// which bounds |Im z| as well. Cauchy: |g⁽ʲ⁾(0)|/j! ≤ M/rʲ with M = sup|g(t) − g(0)|.

/// <summary>How large a network's output gets along a complex line in parameter space, and what second differences
/// along it leave out.</summary>
internal static class AnalyticDisc
{
    private static readonly double[] Coefficients = [-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560];

    /// <summary>Coefficients of the central second difference of order 8, of the center and of the pairs at distances
    /// 1, 2, 3, 4.</summary>
    public static ReadOnlySpan<double> Weights => Coefficients;

    /// <summary>Bound of the truncation and rounding error of (1/h²)Σ_k c_k g(±kh) as g''(0); infinite where no disc of
    /// radius above 4h is analytic.</summary>
    /// <remarks>
    /// Truncation: Σ_{even j ≥ 10} (M/rʲ)h^{j−2}S_j with S_j = 2Σ_k|c_k|kʲ ≤ S_10·4^{j−10} and S_10 &lt; 7158, hence at
    /// most M·h⁸·7158/(r¹⁰(1 − (4h/r)²)); the best of a few radii. Rounding: a running error analysis of the values,
    /// times Σ|c_k| &lt; 7 over h².
    /// </remarks>
    /// <param name="network">The network without φ.</param>
    /// <param name="isTanh">For each layer whether its function is tanh; the others are linear.</param>
    /// <param name="output">φ.</param>
    /// <param name="input">x.</param>
    /// <param name="direction">V, as many entries as the network has parameters.</param>
    /// <param name="step">h.</param>
    public static double SecondDifferenceError(
        DeepNetwork network,
        ReadOnlySpan<bool> isTanh,
        OutputMap output,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> direction,
        double step)
    {
        double truncation = double.PositiveInfinity;
        for (double r = 8 * step; r <= 256 * step; r *= 1.25)
        {
            double size = Size(network, isTanh, output, input, direction, r);
            double ratio = step / r;
            double square = ratio * ratio, eighth = square * square * square * square;
            truncation = Math.Min(truncation, size * eighth * 7158 / (r * r * (1 - 16 * square)));
        }

        return truncation + 7 * ValueError(network, isTanh, output, input, direction, 4 * step) / (step * step);
    }

    // M for the radius r; infinite where a pre-activation may leave the strip.
    private static double Size(
        DeepNetwork network,
        ReadOnlySpan<bool> isTanh,
        OutputMap output,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> direction,
        double r)
    {
        (double[] value, double[] size, double[] moved) = (input.ToArray(), Absolute(input), new double[input.Length]);
        int offset = 0;
        for (int l = 0; l < network.Weights.Count; l++)
        {
            Matrix W = network.Weights[l];
            double scaling = 1 / Math.Sqrt(W.Columns);
            double[] nextValue = new double[W.Rows], nextSize = new double[W.Rows], nextMoved = new double[W.Rows];
            for (int i = 0; i < W.Rows; i++)
            {
                (double z, double away) = (0, 0);
                for (int j = 0; j < W.Columns; j++)
                {
                    z += W[i, j] * value[j];
                    away +=
                        Math.Abs(W[i, j]) * moved[j] + r * Math.Abs(direction[offset + i * W.Columns + j]) * size[j];
                }

                z *= scaling;
                away *= scaling;
                if (!isTanh[l])
                {
                    (nextValue[i], nextSize[i], nextMoved[i]) = (z, Math.Abs(z) + away, away);
                    continue;
                }

                if (!(away <= Math.PI / 4))
                    return double.PositiveInfinity;
                double cosine = 1 - away * away / 2; // no more than the cosine
                (nextValue[i], nextSize[i], nextMoved[i]) = (ElementaryFunctions.Tanh(z), 1, away / (cosine * cosine));
            }

            offset += W.Rows * W.Columns;
            (value, size, moved) = (nextValue, nextSize, nextMoved);
        }

        return moved[0] * ComplexSlope(output, moved[0]);
    }

    // sup|φ'| over complex numbers within a distance of the real line.
    private static double ComplexSlope(OutputMap output, double distance) =>
        output == OutputMap.Softplus ? distance <= Math.PI / 2 ? 1 : double.PositiveInfinity
        : output == OutputMap.Ripple ? 1 + Cosh(distance) / 2
        : output == OutputMap.TwoRipples ? 1 + (Cosh(distance) + Cosh(2 * distance)) / 4
        : output.LargestSlope;

    private static double Cosh(double x) => (ElementaryFunctions.Exp(x) + ElementaryFunctions.Exp(-x)) / 2;

    // Running error of a value of g within the reach of the differences: products, sums of as many terms as there are
    // columns, four units for tanh, eight for φ.
    private static double ValueError(
        DeepNetwork network,
        ReadOnlySpan<bool> isTanh,
        OutputMap output,
        ReadOnlySpan<double> input,
        ReadOnlySpan<double> direction,
        double reach)
    {
        (double[] size, double[] error) = (Absolute(input), new double[input.Length]);
        int offset = 0;
        for (int l = 0; l < network.Weights.Count; l++)
        {
            Matrix W = network.Weights[l];
            double scaling = 1 / Math.Sqrt(W.Columns);
            double[] nextSize = new double[W.Rows], nextError = new double[W.Rows];
            for (int i = 0; i < W.Rows; i++)
            {
                (double sum, double carried) = (0, 0);
                for (int j = 0; j < W.Columns; j++)
                {
                    double weight = Math.Abs(W[i, j]) + reach * Math.Abs(direction[offset + i * W.Columns + j]);
                    sum += weight * size[j];
                    carried += weight * error[j];
                }

                double off = scaling * (carried + (W.Columns + 6) * UnitRoundoff * sum);
                (nextSize[i], nextError[i]) = isTanh[l] ? (1, off + 4 * UnitRoundoff) : (scaling * sum, off);
            }

            offset += W.Rows * W.Columns;
            (size, error) = (nextSize, nextError);
        }

        return output.LargestSlope * error[0] + 16 * UnitRoundoff * (1 + output.LargestSlope * size[0]);
    }

    private static double[] Absolute(ReadOnlySpan<double> values)
    {
        double[] sizes = values.ToArray();
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = Math.Abs(sizes[i]);
        return sizes;
    }
}
