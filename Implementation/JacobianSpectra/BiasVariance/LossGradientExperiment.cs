using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="LossGradientExperiment"/>: K = k, so that V can be applied twice.</summary>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Outputs">K = k ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Activation">φ.</param>
public sealed record LossGradientCell(int Samples, int Outputs, int Dimension, Activation Activation);

/// <summary>The loss and its gradient in two ways, over their sizes.</summary>
/// <param name="SumOfSamples">½Σ_i‖Vφ(Wx_i) − y_i‖², one sample after the other.</param>
/// <param name="Concatenated">½‖f − y‖² for f of blocks Vφ(Wx_i).</param>
/// <param name="AppliedTwice">½‖f − y‖² for f of blocks V·Vφ(Wx_i).</param>
/// <param name="Gradient">‖((RV)∘S)ᵀX − Jᵀr‖ over Σ|J||r|, with the explicit Jacobian.</param>
/// <param name="GradientSize">‖Jᵀr‖ over Σ|J||r|.</param>
/// <param name="Error">Bound of the relative rounding of each.</param>
public sealed record LossGradientOutcome(
    double SumOfSamples,
    double Concatenated,
    double AppliedTwice,
    double Gradient,
    double GradientSize,
    double Error);

/// <summary>The loss of "Model and training" and its gradient.</summary>
public sealed class LossGradientExperiment : Experiment<LossGradientCell, LossGradientOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/loss-gradient";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override LossGradientOutcome Run(
        LossGradientCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, K = cell.Outputs, d = cell.Dimension;
        Matrix X = UniformSphere.Rows(stream, n, d);
        Matrix V = NetworkWeights.Gaussian(stream, K, K);
        Matrix W = NetworkWeights.Gaussian(stream, K, d);
        var Y = new Matrix(n, K);
        for (int i = 0; i < n; i++)
            Y[i, stream.NextIndex(K)] = 1;
        MulticlassPoint point = new MulticlassNetwork(cell.Activation, X, V).At(W);
        var residual = new Matrix(n, K);
        double concatenated = point.Residual(Y, residual);
        double sum = 0, size = 1;
        for (int i = 0; i < n; i++)
            sum += SampleLoss(cell.Activation, V, W, X.Row(i), Y.Row(i), ref size);

        var twice = MatrixProduct.MultiplyTranspose(point.Outputs(), V);
        Lanes.Axpy(-1, Y.Values, twice.Values);
        double appliedTwice = 0.5 * Lanes.Dot(twice.Values, twice.Values);

        var gradient = new Matrix(K, d);
        point.TransposeMultiply(residual, gradient);
        Matrix J = point.Jacobian();
        double[] naive = MatrixVector.TransposeMultiply(J, residual.Values);
        double magnitude = 0;
        for (int s = 0; s < J.Rows; s++)
            magnitude += Math.Abs(residual.Values[s]) * Lanes.Norm(J.Row(s));
        double length = Lanes.Norm(naive);
        Lanes.Axpy(-1, gradient.Values, naive);

        // Sums of n, K, d terms with slopes and values within 8u; losses are relative to the sum of squares of what was
        // added up.
        double error = (4.0 * (n * K + K + d) + 64) * UnitRoundoff;
        return new(
            sum / size, concatenated / size, appliedTwice / size, Lanes.Norm(naive) / magnitude, length / magnitude,
            error);
    }

    private static double SampleLoss(
        Activation φ, Matrix V, Matrix W, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ref double size)
    {
        double loss = 0;
        for (int a = 0; a < V.Rows; a++)
        {
            double output = -y[a];
            double magnitude = y[a];
            for (int m = 0; m < W.Rows; m++)
            {
                // An argument off by du‖w‖ changes a value by no more, as slopes are at most 3/2.
                double value = φ.Value(Lanes.Dot(W.Row(m), x));
                output += V[a, m] * value;
                magnitude += Math.Abs(V[a, m]) * (Math.Abs(value) + 2 * Lanes.Norm(W.Row(m)));
            }

            loss += 0.5 * output * output;
            size += magnitude * magnitude;
        }

        return loss;
    }
}
