using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Homogeneous;

/// <summary>Sizes of <see cref="HomogeneityExperiment"/>.</summary>
/// <param name="Model">f.</param>
/// <param name="Dimension">Inputs, and units a layer.</param>
/// <param name="Factor">c, ± a power of 2: every product and sum of the model scales exactly.</param>
public sealed record HomogeneityCell(HomogeneousModel Model, int Dimension, double Factor);

/// <summary>A model at w and at cw.</summary>
/// <param name="Value">f(w, x).</param>
/// <param name="Scaled">f(cw, x).</param>
/// <param name="Degree">D that the talk names for the model.</param>
public sealed record HomogeneityOutcome(double Value, double Scaled, int Degree);

/// <summary>Evaluates models at Gaussian weights and inputs, and at c times the weights; without rounding in their
/// ratio.</summary>
public sealed class HomogeneityExperiment : Experiment<HomogeneityCell, HomogeneityOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/homogeneity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override HomogeneityOutcome Run(HomogeneityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (d < 1)
            throw new ArgumentException("At least one input is needed.", nameof(cell));
        if (
            cell.Factor == 0
            || !double.IsFinite(cell.Factor)
            || Math.Abs(cell.Factor) != Math.ScaleB(1, Math.ILogB(cell.Factor)))
            throw new ArgumentException($"The factor {cell.Factor} is not a power of 2 up to its sign.", nameof(cell));
        double[] x = new double[d * d];
        stream.FillNormals(x);
        double[] w = new double[4 * d * d + 4 * d + 1];
        stream.FillNormals(w);
        double value = Evaluate(cell.Model, d, w, x);
        Lanes.Scale(cell.Factor, w);
        return new(value, Evaluate(cell.Model, d, w, x), Degree(cell.Model));
    }

    private static int Degree(HomogeneousModel model) => model switch
    {
        HomogeneousModel.Linear => 1,
        HomogeneousModel.MatrixFactorization
        or HomogeneousModel.TwoLayerRelu
        or HomogeneousModel.TwoLayerReluUnitBias
        or HomogeneousModel.TwoLayerReluOutputBias => 2,
        _ => 3,
    };

    private static double Evaluate(HomogeneousModel model, int d, ReadOnlySpan<double> w, ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> W1 = w[..(d * d)],
            W2 = w.Slice(d * d, d * d),
            W3 = w.Slice(2 * d * d, d),
            bias = w.Slice(2 * d * d + d, d);
        switch (model)
        {
            case HomogeneousModel.Linear:
                return Lanes.Dot(W3, x[..d]);
            case HomogeneousModel.MatrixFactorization:
            {
                double sum = 0;
                for (int i = 0; i < d; i++)
                {
                    for (int j = 0; j < d; j++)
                    {
                        double entry = 0;
                        for (int k = 0; k < d; k++)
                            entry += W1[i * d + k] * W2[k * d + j];
                        sum += entry * x[i * d + j];
                    }
                }

                return sum;
            }

            case HomogeneousModel.DeepConvolution:
                return Lanes.Dot(W3, Convolve(W2[..d], Convolve(W1[..d], x[..d])));
            case HomogeneousModel.TwoLayerRelu:
                return Lanes.Dot(W3, Rectify(Layer(W1, x[..d], [])));
            case HomogeneousModel.TwoLayerReluUnitBias:
                return Lanes.Dot(W3, Rectify(Layer(W1, x[..d], bias)));
            case HomogeneousModel.TwoLayerReluOutputBias:
                return Lanes.Dot(W3, Rectify(Layer(W1, x[..d], []))) + bias[0];
            case HomogeneousModel.DeepLinear:
                return Lanes.Dot(W3, Layer(W2, Layer(W1, x[..d], []), []));
            default:
                return Lanes.Dot(
                    W3,
                    Rectify(
                        Layer(
                            W2,
                            Rectify(Layer(W1, x[..d], [])),
                            model == HomogeneousModel.DeepReluInnerBias ? bias : [])));
        }
    }

    private static double[] Layer(ReadOnlySpan<double> W, ReadOnlySpan<double> x, ReadOnlySpan<double> bias)
    {
        double[] result = new double[x.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = Lanes.Dot(W.Slice(i * x.Length, x.Length), x) + (bias.IsEmpty ? 0 : bias[i]);
        return result;
    }

    private static double[] Rectify(double[] values) => [.. values.Select(value => Math.Max(0, value))];

    private static double[] Convolve(ReadOnlySpan<double> u, ReadOnlySpan<double> v)
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
}
