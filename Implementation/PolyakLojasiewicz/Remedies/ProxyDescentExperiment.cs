using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="ProxyDescentExperiment"/>.</summary>
/// <param name="IsSmooth">Whether the kink is smoothed.</param>
/// <param name="Width">m, at least 1.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Flipped">How many of the labels are flipped.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Slope">γ in (0, 1].</param>
/// <param name="Margin">γ_0 &gt; 0.</param>
/// <param name="Steps">Largest number of steps T, at least 1.</param>
public sealed record ProxyDescentCell(
    bool IsSmooth, int Width, int Samples, int Flipped, int Dimension, double Slope, double Margin, int Steps);

/// <summary>One run of gradient descent with step size 1/β.</summary>
/// <param name="Times">T = 1, 2, 4, … and the last.</param>
/// <param name="LeastProxies">min over t &lt; T of Ĝ(W_t), at each time.</param>
/// <param name="AverageLosses">(1/T)Σ_{t&lt;T} L(W_t), at each time.</param>
/// <param name="GradientSums">Σ_{t&lt;T}‖∇L(W_t)‖², at each time.</param>
/// <param name="InitialLoss">L(W_0).</param>
/// <param name="Step">η = 1/β.</param>
/// <param name="ReferenceProxy">h(V) = (1/n)Σℓ(Σ_j min{γc_ij, c_ij}) at V = ρ·(a_jv)_j, ρ = 8.</param>
/// <param name="ReferenceDistance">‖W_0 − V‖².</param>
/// <param name="LargestInput">B.</param>
public sealed record ProxyDescentOutcome(
    int[] Times,
    double[] LeastProxies,
    double[] AverageLosses,
    double[] GradientSums,
    double InitialLoss,
    double Step,
    double ReferenceProxy,
    double ReferenceDistance,
    double LargestInput);

/// <summary>Gradient descent on the logistic loss of a leaky-ReLU network from standard normal weights.</summary>
/// <remarks>β is the smoothness of the smoothed network; the leaky network itself has none, and takes the same
/// step.</remarks>
public sealed class ProxyDescentExperiment : Experiment<ProxyDescentCell, ProxyDescentOutcome>
{
    private const double ReferenceScale = 8;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/proxy-descent";

    /// <inheritdoc/>
    public override ProxyDescentOutcome Run(ProxyDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));
        (Matrix X, double[] y) = LeakyReluNetwork.SeparableData(
            stream, cell.Samples, cell.Dimension, cell.Margin, cell.Flipped);
        var network = new LeakyReluNetwork(X, y, cell.Width, cell.Slope, cell.IsSmooth);
        double η = 1 / network.Smoothness;
        var W = new Matrix(cell.Width, cell.Dimension);
        stream.FillNormals(W.Values);
        var V = new Matrix(cell.Width, cell.Dimension);
        for (int j = 0; j < cell.Width; j++)
            V[j, 0] = ReferenceScale * network.OutputWeights[j];
        double[] difference = W.Values.ToArray();
        Lanes.Axpy(-1, V.Values, difference);

        List<int> times = [];
        List<double> least = [];
        List<double> average = [];
        List<double> squares = [];
        double initial = 0;
        double proxy = double.PositiveInfinity;
        double losses = 0;
        double square = 0;
        for (int t = 1; t <= cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            LeakyReluPoint here = network.Evaluate(W);
            initial = t == 1 ? here.Loss : initial;
            proxy = Math.Min(proxy, here.Proxy);
            losses += here.Loss;
            square += Lanes.Dot(here.Gradient.Values, here.Gradient.Values);
            Lanes.Axpy(-η, here.Gradient.Values, W.Values);
            if (int.IsPow2(t) || t == cell.Steps)
            {
                times.Add(t);
                least.Add(proxy);
                average.Add(losses / t);
                squares.Add(square);
            }
        }

        return new(
            [.. times],
            [.. least],
            [.. average],
            [.. squares],
            initial,
            η,
            LeakyReluNetwork.MeanLoss(network.WorstMargins(V, cell.Slope)),
            Lanes.Dot(difference, difference),
            network.LargestInput);
    }
}
