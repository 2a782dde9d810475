using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Emulation;

// At the start only the open slot's path is alive, and every activation on it is 1 or a bit: affine in the input. So
// the gradient at each edge is −y times a polynomial of degree at most 1, whose mean against χ_S is 0 for |S| ≥ 2 and
// uniform inputs. Nothing moves, so nothing will. The means are sums of 2ⁿ dyadic numbers, which doubles hold exactly.

/// <summary>Gradient descent with the exact population gradient on an emulation network, for a uniformly drawn parity
/// of a degree.</summary>
public sealed class PopulationDescentExperiment : Experiment<PopulationDescentCell, PopulationDescentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/population-descent-of-emulation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override PopulationDescentOutcome Run(
        PopulationDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        return Descend(cell, EmulationExperiment.Subset(cell.Coordinates, cell.Degree, stream), cancellation);
    }

    /// <summary>The run for a parity that is given.</summary>
    internal static PopulationDescentOutcome Descend(
        PopulationDescentCell cell, uint parity, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)cell.Eighths, 8u, nameof(cell));
        var design = new EmulationDesign(cell.Coordinates, cell.Samples, cell.Rate);
        var network = new ReluNetwork(EmulationNetwork.Of(design).Graph);
        double[] gradient = new double[network.Weights.Length];
        double largest = 0;
        for (int step = 0; step < cell.Samples; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Array.Clear(gradient);
            for (uint x = 0; x < 1u << cell.Coordinates; x++)
            {
                double output = network.Forward(x);
                network.AddGradient(Weight(cell, x) * (output - ParityFunction.Value(parity, x)), gradient);
            }

            double greatest = 0;
            for (int e = 0; e < gradient.Length; e++)
            {
                greatest = Math.Max(greatest, Math.Abs(gradient[e]));
                network.Weights[e] -= cell.Rate * gradient[e];
            }

            if (step == 0)
                largest = greatest;
            // Where nothing moves, every later step is this one.
            if (greatest == 0)
                break;
        }

        int moved = 0;
        for (int e = 0; e < gradient.Length; e++)
            moved += network.Weights[e].Equals(network.Graph.InitialWeights[e]) ? 0 : 1;
        double[] outputs = network.EvaluateAll();
        double right = 0;
        for (uint x = 0; x < outputs.Length; x++)
        {
            double agreement = outputs[x] * ParityFunction.Value(parity, x);
            right += agreement > 0 ? 1 : agreement < 0 ? 0 : 0.5;
        }

        return new(largest, moved, right / outputs.Length);
    }

    // A product of eighths: a dyadic number with few digits.
    private static double Weight(PopulationDescentCell cell, uint x)
    {
        double weight = 1;
        int set = BitOperations.PopCount(x);
        for (int i = 0; i < cell.Coordinates; i++)
            weight *= (i < set ? cell.Eighths : 8 - cell.Eighths) / 8.0;
        return weight;
    }
}
