using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>One parity, three learners: SGD and population descent on the same network, and the best affine
/// threshold.</summary>
public sealed class SeparationExperiment : Experiment<SeparationCell, SeparationOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/separation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override SeparationOutcome Run(
        SeparationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var emulation = new EmulationCell(cell.Coordinates, cell.Samples)
        {
            Rate = cell.Rate,
            Batch = cell.Batch,
            Degree = cell.Degree,
            Inhibition = EmulationDesign.LeastInhibition(cell.Coordinates, cell.Rate),
        };
        uint parity = EmulationExperiment.Subset(cell.Coordinates, cell.Degree, stream);
        var training = new EmulationTraining(emulation, stream, input => ParityFunction.Value(parity, input));
        for (int step = 0; step < cell.Samples; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            training.Step();
        }

        EmulationOutcome stochastic = training.Inspect();
        PopulationDescentOutcome population = PopulationDescentExperiment.Descend(
            new(cell.Coordinates, cell.Samples, cell.Degree) { Rate = cell.Rate }, parity, cancellation);
        return new(
            stochastic.Rank, stochastic.Accuracy, population.Accuracy,
            Math.ScaleB(ThresholdExperiment.Best(cell.Degree), -cell.Degree));
    }
}
