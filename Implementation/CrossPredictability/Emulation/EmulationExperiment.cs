using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Trains an emulation network by stochastic gradient descent on uniform inputs, and compares it at all inputs
/// with the learner that it emulates and with the target.</summary>
/// <remarks>A trial costs T forward and backward passes a batch, and 2ⁿ/8 passes of eight inputs at the end.</remarks>
public sealed class EmulationExperiment : Experiment<EmulationCell, EmulationOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/emulation";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override EmulationOutcome Run(EmulationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Batch, 1, nameof(cell));
        var training = new EmulationTraining(cell, stream);
        for (int step = 0; step < cell.Samples; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            training.Step();
        }

        EmulationOutcome outcome = training.Inspect();
        double[] full = training.Network.Weights.ToArray();
        for (int step = 0; step < cell.FurtherSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            training.Step();
        }

        int changed = 0;
        for (int e = 0; e < full.Length; e++)
            changed += training.Network.Weights[e].Equals(full[e]) ? 0 : 1;
        return outcome with { ChangedEdges = changed };
    }

    /// <summary>A target of a class: a parity or a conjunction, uniform over those of a degree or over all.</summary>
    internal static Func<uint, int> DrawTarget(EmulationCell cell, RandomStream stream)
    {
        uint all = (1u << cell.Coordinates) - 1;
        uint set = cell.Degree < 0
            ? (uint)stream.NextBits() & all
            : Subset(cell.Coordinates, cell.Degree, stream);
        if (cell.Learner == EmulatedLearner.Parities)
            return input => ParityFunction.Value(set, input);
        uint signs = (uint)stream.NextBits() & all;
        var conjunction = new ConjunctionElimination(set & signs, set & ~signs);
        return conjunction.Value;
    }

    /// <summary>A uniform subset of a size: coordinates are drawn one after the other, and again where they are in it
    /// already.</summary>
    internal static uint Subset(int coordinates, int size, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, coordinates);
        uint set = 0;
        while (BitOperations.PopCount(set) < size)
            set |= 1u << stream.NextIndex(coordinates);
        return set;
    }
}
