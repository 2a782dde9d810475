using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="ProxyConvexityExperiment"/>.</summary>
/// <param name="Pairing">How the two points are placed.</param>
/// <param name="Width">m, at least 1.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Slope">γ in (0, 1].</param>
public sealed record ProxyConvexityCell(ProxyPairing Pairing, int Width, int Samples, int Dimension, double Slope);

/// <summary>The terms of h(V) ≥ g(W) + ⟨∇L(W), V − W⟩ for one pair of weights.</summary>
/// <param name="Loss">L(W).</param>
/// <param name="OtherLoss">L(V).</param>
/// <param name="Tangent">⟨∇L(W), V − W⟩.</param>
/// <param name="WorstSlopeProxy">(1/n)Σℓ(Σ_j min{γc_ij, c_ij}), c_ij = y_ia_j x_i·V_j.</param>
/// <param name="LinearProxy">(1/n)Σℓ(Σ_j c_ij).</param>
/// <param name="GradientDotWeights">⟨∇L(W), W⟩.</param>
/// <param name="GradientSquare">‖∇L(W)‖².</param>
/// <param name="OtherSquare">‖V‖².</param>
/// <param name="Error">Bound of the rounding error of each of these numbers and of their sums.</param>
public sealed record ProxyConvexityOutcome(
    double Loss,
    double OtherLoss,
    double Tangent,
    double WorstSlopeProxy,
    double LinearProxy,
    double GradientDotWeights,
    double GradientSquare,
    double OtherSquare,
    double Error);

/// <summary>First-order expansions of the logistic loss of leaky-ReLU networks, at random and extremal pairs of
/// weights.</summary>
public sealed class ProxyConvexityExperiment : Experiment<ProxyConvexityCell, ProxyConvexityOutcome>
{
    private const double Margin = 0.5;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/proxy-convexity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override ProxyConvexityOutcome Run(
        ProxyConvexityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (LeakyReluNetwork network, Matrix W, Matrix V) = Draw(cell, stream);
        LeakyReluPoint here = network.Evaluate(W);
        if (cell.Pairing == ProxyPairing.AtGradient)
            V = here.Gradient;
        ReadOnlySpan<double> gradient = here.Gradient.Values;
        double other = network.Evaluate(V).Loss;
        double worst = LeakyReluNetwork.MeanLoss(network.WorstMargins(V, cell.Slope));
        double linear = LeakyReluNetwork.MeanLoss(network.WorstMargins(V, 1));

        // Sums of at most nmd products whose sizes add up to at most scale; ℓ and its derivative are 1-Lipschitz and
        // add a few units of their own.
        double weights = Lanes.Norm(W.Values) + Lanes.Norm(V.Values);
        double scale =
            1
            + here.Loss
            + other
            + worst
            + linear
            + weights * (network.LargestInput + Lanes.Norm(gradient))
            + weights * weights;
        double error = (4.0 * (cell.Width + cell.Dimension + cell.Samples) + 64) * UnitRoundoff * scale;
        double dot = Lanes.Dot(gradient, W.Values);
        return new(
            here.Loss,
            other,
            Lanes.Dot(gradient, V.Values) - dot,
            worst,
            linear,
            dot,
            Lanes.Dot(gradient, gradient),
            Lanes.Dot(V.Values, V.Values),
            error);
    }

    private static (LeakyReluNetwork Network, Matrix W, Matrix V) Draw(ProxyConvexityCell cell, RandomStream stream)
    {
        if (cell.Pairing == ProxyPairing.Scalar)
        {
            var one = new LeakyReluNetwork(Matrix.Identity(1), [1], 1, cell.Slope);
            return (one, Matrix.Diagonal([-Math.ScaleB(1, stream.NextIndex(4) - 2)]), Matrix.Identity(1));
        }

        (Matrix X, double[] y) = LeakyReluNetwork.SeparableData(stream, cell.Samples, cell.Dimension, Margin);
        var network = new LeakyReluNetwork(X, y, cell.Width, cell.Slope);
        var W = new Matrix(cell.Width, cell.Dimension);
        var V = new Matrix(cell.Width, cell.Dimension);
        if (cell.Pairing == ProxyPairing.Origin)
            return (network, W, V);
        FillScaled(stream, W);
        FillScaled(stream, V);
        if (cell.Pairing == ProxyPairing.Opposite)
        {
            W.Values.CopyTo(V.Values);
            Lanes.Scale(-1, V.Values);
        }
        else if (cell.Pairing == ProxyPairing.Planted)
        {
            V.Values.Clear();
            for (int j = 0; j < cell.Width; j++)
                V[j, 0] = 4 * network.OutputWeights[j];
        }

        return (network, W, V);
    }

    private static void FillScaled(RandomStream stream, Matrix weights)
    {
        stream.FillNormals(weights.Values);
        Lanes.Scale(Math.ScaleB(1, stream.NextIndex(9) - 3), weights.Values);
    }
}
