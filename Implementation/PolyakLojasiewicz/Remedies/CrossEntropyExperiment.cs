using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="CrossEntropyExperiment"/>.</summary>
/// <param name="Width">m, at least 1.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Slope">γ in (0, 1]; 1 makes the network linear.</param>
/// <param name="Margin">γ_0 &gt; 0.</param>
public sealed record CrossEntropyCell(int Width, int Samples, int Dimension, double Slope, double Margin);

/// <summary>The ratio of the PL inequality along a line through 0.</summary>
/// <param name="Losses">L(tV) at t = −64, −32, …, −1, then 1, 2, …, 64, V = (a_jv)_j.</param>
/// <param name="Ratios">½‖∇L‖²/L there.</param>
/// <param name="LargestInput">B = max‖x_i‖.</param>
public sealed record CrossEntropyOutcome(double[] Losses, double[] Ratios, double LargestInput);

/// <summary>½‖∇L‖²/L for the logistic loss of leaky-ReLU networks on separable data, from far on the bad side to far on
/// the good side.</summary>
public sealed class CrossEntropyExperiment : Experiment<CrossEntropyCell, CrossEntropyOutcome>
{
    private const int Scales = 7;

    /// <summary>Number of points on the good side, the last ones.</summary>
    public static int GoodSide => Scales;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/cross-entropy";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override CrossEntropyOutcome Run(CrossEntropyCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (Matrix X, double[] y) = LeakyReluNetwork.SeparableData(stream, cell.Samples, cell.Dimension, cell.Margin);
        var network = new LeakyReluNetwork(X, y, cell.Width, cell.Slope);
        var losses = new double[2 * Scales];
        var ratios = new double[2 * Scales];
        for (int k = 0; k < 2 * Scales; k++)
        {
            double t = k < Scales ? -Math.ScaleB(1, Scales - 1 - k) : Math.ScaleB(1, k - Scales);
            var W = new Matrix(cell.Width, cell.Dimension);
            for (int j = 0; j < cell.Width; j++)
                W[j, 0] = t * network.OutputWeights[j];
            LeakyReluPoint here = network.Evaluate(W);
            losses[k] = here.Loss;
            ratios[k] = Lanes.Dot(here.Gradient.Values, here.Gradient.Values) / (2 * here.Loss);
        }

        return new(losses, ratios, network.LargestInput);
    }
}
