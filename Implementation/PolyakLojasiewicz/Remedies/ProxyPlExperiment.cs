using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="ProxyPlExperiment"/>.</summary>
/// <param name="Weights">Data and weights.</param>
/// <param name="Width">m, at least 1.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Flipped">How many of the labels are flipped.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Slope">γ in (0, 1].</param>
/// <param name="Margin">γ_0 &gt; 0.</param>
public sealed record ProxyPlCell(
    ProxyWeights Weights, int Width, int Samples, int Flipped, int Dimension, double Slope, double Margin);

/// <summary>Gradient and proxy at one set of weights.</summary>
/// <param name="GradientNorm">‖∇L(W)‖_F.</param>
/// <param name="Proxy">Ĝ(W) = (1/n)Σ 1/(1 + e^(y_if_i)).</param>
/// <param name="Loss">L(W).</param>
/// <param name="TrainingError">Share of the samples with y_if_i ≤ 0.</param>
/// <param name="FlippedShare">ν.</param>
/// <param name="LargestInput">B = max‖x_i‖.</param>
/// <param name="Error">Bound of the rounding error of each number, relative to 1 + L + B.</param>
public sealed record ProxyPlOutcome(
    double GradientNorm,
    double Proxy,
    double Loss,
    double TrainingError,
    double FlippedShare,
    double LargestInput,
    double Error);

/// <summary>The gradient of the logistic loss of leaky-ReLU networks against the mean pull Ĝ of the samples.</summary>
public sealed class ProxyPlExperiment : Experiment<ProxyPlCell, ProxyPlOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/proxy-pl";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override ProxyPlOutcome Run(ProxyPlCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (Matrix X, double[] y) = Data(cell, stream);
        var network = new LeakyReluNetwork(X, y, cell.Width, cell.Slope);
        Matrix W = Weights(cell, network, stream);
        LeakyReluPoint here = network.Evaluate(W);
        double B = network.LargestInput;
        double ν = cell.Weights switch
        {
            ProxyWeights.Conflicting => 0.5,
            ProxyWeights.InactiveUnits => 0,
            _ => (double)cell.Flipped / cell.Samples,
        };

        // Preactivations err by d·u·‖w‖‖x‖, outputs by (d + m)·u·‖W‖B; pull and loss are 1-Lipschitz in them, the
        // gradient B-Lipschitz.
        double error = (2.0 * (cell.Width + cell.Dimension + cell.Samples) + 32) * UnitRoundoff
            * (1 + B) * (1 + here.Loss + B * Lanes.Norm(W.Values));
        return new(Lanes.Norm(here.Gradient.Values), here.Proxy, here.Loss, here.TrainingError, ν, B, error);
    }

    private static (Matrix Inputs, double[] Labels) Data(ProxyPlCell cell, RandomStream stream)
    {
        if (cell.Weights is not (ProxyWeights.InactiveUnits or ProxyWeights.Conflicting))
            return LeakyReluNetwork.SeparableData(stream, cell.Samples, cell.Dimension, cell.Margin, cell.Flipped);
        int n = cell.Weights == ProxyWeights.Conflicting ? 2 : 1;
        var X = new Matrix(n, cell.Dimension);
        for (int i = 0; i < n; i++)
            X[i, 0] = cell.Margin;
        return (X, n == 2 ? [1, -1] : [1]);
    }

    private static Matrix Weights(ProxyPlCell cell, LeakyReluNetwork network, RandomStream stream)
    {
        var W = new Matrix(cell.Width, cell.Dimension);
        switch (cell.Weights)
        {
            case ProxyWeights.Random:
                stream.FillNormals(W.Values);
                Lanes.Scale(Math.ScaleB(1, stream.NextIndex(9) - 3), W.Values);
                break;
            case ProxyWeights.Planted or ProxyWeights.Opposed:
                double ρ = Math.ScaleB(cell.Weights == ProxyWeights.Planted ? 2 : -2, stream.NextIndex(8));
                for (int j = 0; j < cell.Width; j++)
                    W[j, 0] = ρ * network.OutputWeights[j];
                break;
            case ProxyWeights.InactiveUnits:
                for (int j = 0; j < cell.Width; j++)
                    W[j, 0] = -Math.Abs(stream.NextNormal()) - 0.1;
                break;
            default:
                break;
        }

        return W;
    }
}
