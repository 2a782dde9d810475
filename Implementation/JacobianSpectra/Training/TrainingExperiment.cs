using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>What the talk's experiments record, on data and networks of a desk's size: errors, singular values,
/// residuals along information and nuisance space, alignments, for several levels of label corruption.</summary>
/// <remarks>
/// A trial draws training and test samples, a start, a random order of the training samples and for each
/// of them another label. A level corrupts the first round(qn) of that order, and trains from the same start with the
/// same orders of visits: runs of a trial differ in their labels alone, and compare in pairs. Test labels are
/// untouched. "Numerical experiments" and "Experiment I, II" of the talk.
/// </remarks>
public sealed class TrainingExperiment : Experiment<TrainingCell, TrainingOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/training";

    /// <inheritdoc/>
    public override TrainingOutcome Run(TrainingCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        cell.ThrowIfUnusable();
        int least = cell.Classes * cell.Components + ImageLikeMixture.VariationRank;
        if (cell.Dimension < least)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, $"d has to be at least KC + 8, which is {least}.");
        var population = new ImageLikeMixture(cell.Classes, cell.Components, cell.Dimension, cell.Variation);
        return On(
            cell, population.Draw(stream, cell.Samples), population.Draw(stream, cell.TestSamples), stream,
            cancellation);
    }

    /// <summary>The runs on given data.</summary>
    /// <param name="cell">Sizes that fit the data.</param>
    /// <param name="clean">Training samples with their true labels.</param>
    /// <param name="test">Test samples.</param>
    /// <param name="stream">Corrupts labels and draws the start and the orders.</param>
    /// <param name="cancellation">Observed between epochs.</param>
    public static TrainingOutcome On(
        TrainingCell cell, LabeledInputs clean, LabeledInputs test, RandomStream stream,
        CancellationToken cancellation)
    {
        int[][] labels = CorruptedLabels(cell, clean, stream);
        ulong start = stream.Position;
        TrainedNetwork first = Network(cell, stream);
        var initial = JacobianSpaces.Of(first.TangentKernel(clean.Inputs), cell.Rank);
        ulong visits = stream.Position;
        var alignments = new LabelAlignment[cell.Levels];
        var runs = new TrainingRun[cell.Levels];
        double gap = initial.Gap;
        for (int level = 0; level < cell.Levels; level++)
        {
            stream.Position = start;
            TrainedNetwork network = Network(cell, stream);
            stream.Position = visits;
            var recorder = new TrainingRecorder(cell, network, clean.WithLabels(labels[level]), test);
            recorder.Train(stream, cancellation);
            if (!recorder.IsFinite)
                return new(new(Counts(initial), []), [], IsFinite: false, LeastGap: 0);
            alignments[level] = recorder.Alignment(initial);
            runs[level] = recorder.Finish(
                labels[level].Zip(clean.Labels.ToArray()).Count(pair => pair.First != pair.Second), ref gap);
        }

        return new(new(Counts(initial), alignments), runs, IsFinite: true, gap);
    }

    /// <summary>The bins of <see cref="SingularValueCounts"/>.</summary>
    internal static SingularValueCounts Counts(JacobianSpaces spaces)
    {
        double largest = spaces.SingularValues[0];
        int[] counts = new int[SingularValueCounts.Bins];
        foreach (double value in spaces.SingularValues)
        {
            double share = largest > 0 ? value * value / (largest * largest) : 0;
            int bin = 0;
            for (double edge = 0.5; bin < counts.Length - 1 && share <= edge; edge /= 2)
                bin++;
            counts[bin]++;
        }

        return new(
            Math.Round(largest, TrainingRecorder.Decimals),
            Math.Round(spaces.SingularValues[spaces.Rank - 1], TrainingRecorder.Decimals), counts);
    }

    private static TrainedNetwork Network(TrainingCell cell, RandomStream stream) =>
        cell.Architecture == NetworkArchitecture.Residual
            ? new ResidualNetwork(
                stream, cell.Activation, cell.Dimension, cell.Width, cell.Blocks, cell.Classes, cell.Scale)
            : new ShallowNetwork(
                cell.Activation,
                NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension),
                NetworkWeights.Signs(stream, cell.Classes, cell.Width, cell.Scale / Math.Sqrt(cell.Width)));

    private static int[][] CorruptedLabels(TrainingCell cell, LabeledInputs clean, RandomStream stream)
    {
        int n = cell.Samples;
        int[] order = LabelCorruption.Choose(n, n, stream);
        int[] others = clean.Labels.ToArray();
        LabelCorruption.Replace(others, order, cell.Classes, cell.Replacement, stream);
        var levels = new int[cell.Levels][];
        for (int level = 0; level < cell.Levels; level++)
        {
            levels[level] = clean.Labels.ToArray();
            int budget = (int)Math.Round(cell.CorruptionAt(level) * n, MidpointRounding.AwayFromZero);
            foreach (int i in order.Take(budget))
                levels[level][i] = others[i];
        }

        return levels;
    }
}
