using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Descent;

/// <summary>Cell of <see cref="NoisyDescentExperiment"/>.</summary>
/// <param name="Variables">n, from 3 to 16.</param>
/// <param name="Degree">k of the parities drawn; −1 for all parities.</param>
/// <param name="Width">Hidden units, from 1 to 256.</param>
/// <param name="Rate">γ.</param>
/// <param name="Noise">σ, of the noise added to each parameter at each step.</param>
/// <param name="Steps">T, from 1 to 1000.</param>
public sealed record NoisyDescentCell(int Variables, int Degree, int Width, double Rate, double Noise, int Steps);

/// <summary>A run on a parity, and one on junk from the same start.</summary>
/// <param name="Accuracy">Share of inputs where the sign is right, ties ½.</param>
/// <param name="Close">Share of inputs where rounding could have changed the sign.</param>
/// <param name="Size">|S|.</param>
/// <param name="Flow">Σ_t γ(E_{D_⋆}‖∇‖²)^(1/2) along the run on junk.</param>
/// <param name="HalfFlow">Σ_t γ(E_X‖δ‖²)^(1/2) along it, δ half the difference of the gradients at both
/// labels.</param>
public sealed record NoisyDescentOutcome(double Accuracy, double Close, double Size, double Flow, double HalfFlow);

/// <summary>Noisy gradient descent on the population loss of a random parity.</summary>
public sealed class NoisyDescentExperiment : Experiment<NoisyDescentCell, NoisyDescentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/noisy-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override NoisyDescentOutcome Run(
        NoisyDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (
            cell.Variables is < 3 or > 16 || cell.Degree < -1 || cell.Degree > cell.Variables
            || cell.Width is < 1 or > 256 || cell.Steps is < 1 or > 1000 || !(cell.Rate > 0 && cell.Noise > 0))
            throw new ArgumentException(
                "n lies between 3 and 16, the degree between −1 and n, the width between 1 and 256, steps between 1 "
                    + "and 1000; rate and noise are positive.", nameof(cell));
        int set = cell.Degree < 0
            ? stream.NextIndex(1 << cell.Variables)
            : (int)EmulationExperiment.Subset(cell.Variables, cell.Degree, stream);
        var network = new PopulationNetwork(cell.Variables, cell.Width);
        network.Initialize(stream);
        double[] start = [.. network.Parameters];
        Descend(network, set, cell, stream, null, cancellation);
        double accuracy = network.Accuracy(set, out double close);
        start.CopyTo(network.Parameters, 0);
        var flows = new double[2];
        Descend(network, null, cell, stream, flows, cancellation);
        return new(accuracy, close, System.Numerics.BitOperations.PopCount((uint)set), flows[0], flows[1]);
    }

    private static void Descend(
        PopulationNetwork network, int? set, NoisyDescentCell cell, RandomStream stream, double[]? flows,
        CancellationToken cancellation)
    {
        double[] gradient = new double[network.Parameters.Length];
        double[] noise = new double[gradient.Length];
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (flows is not null)
            {
                // r_+ − r_− = −1 for the logistic loss, so that δ is minus half the gradient of the output.
                double plain = network.SquaredGradient(out double weighted);
                flows[0] += cell.Rate * Math.Sqrt(weighted);
                flows[1] += cell.Rate * Math.Sqrt(plain) / 2;
            }

            // The flow is about the weights before each step: the run on junk ends before its last one.
            if (flows is not null && t == cell.Steps - 1)
                break;
            network.Gradient(set, gradient);
            stream.FillNormals(noise);
            Lanes.Axpy(-cell.Rate, gradient, network.Parameters);
            Lanes.Axpy(cell.Noise, noise, network.Parameters);
        }
    }
}
