using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

public sealed class TrainingExperimentTests
{
    private static readonly TrainingCell Small = TrainingCell.Desk with { Epochs = 4, Samples = 30, TestSamples = 30 };

    [Theory]
    [InlineData(CorruptionKind.StrictlyDifferent)]
    [InlineData(CorruptionKind.AnyLabel)]
    public void CorruptionTouchesAsManyLabelsAsItSays(CorruptionKind replacement)
    {
        TrainingOutcome outcome = Run(Small with { Replacement = replacement });
        for (int level = 0; level < Small.Levels; level++)
        {
            int budget = 15 * level;
            int changed = outcome.Runs[level].Changed;
            if (replacement == CorruptionKind.StrictlyDifferent)
                Assert.Equal(budget, changed);
            else
                Assert.InRange(changed, 0, budget);
        }

        // Of thirty labels replaced by any class all to be others has a probability of (2/3)³⁰.
        if (replacement == CorruptionKind.AnyLabel)
            Assert.NotEqual(30, outcome.Runs[^1].Changed);
    }

    /// <summary>All runs of a trial start alike: test labels are untouched, so that the first test errors
    /// agree.</summary>
    [Fact]
    public void RunsDifferInTheirTrainingLabelsAlone()
    {
        TrainingOutcome outcome = Run(Small);
        Assert.All(outcome.Runs, run => Assert.Equal(outcome.Runs[0].TestErrors[0], run.TestErrors[0]));
        Assert.All(outcome.Runs, run => Assert.Equal(Small.Checkpoints().Count, run.TrainingErrors.Length));
        Assert.Equal([0, 1, 2, 4], Small.Checkpoints());
        Assert.Equal([0, 1, 3, 7], (Small with { Epochs = 7 }).Checkpoints());
    }

    [Fact]
    public void AlignmentsAreSharesOfTheNorm()
    {
        TrainingOutcome outcome = Run(Small);
        foreach (LabelAlignment a in outcome.Runs.Select(run => run.Alignment).Concat(outcome.Initial.Alignments))
        {
            Assert.Equal(1, a.Labels * a.Labels + a.LabelsNuisance * a.LabelsNuisance, 1e-7);
            Assert.Equal(1, a.Residual * a.Residual + a.ResidualNuisance * a.ResidualNuisance, 1e-7);
        }

        Assert.All(outcome.Runs, run => Assert.Equal(Small.Samples * Small.Classes, run.Spectrum.Counts.Sum()));
    }

    /// <summary>A rate at which weights leave the numbers ends in a flag, not in an exception.</summary>
    [Fact]
    public void DivergenceIsRecorded()
    {
        TrainingOutcome outcome = Run(Small with { Rate = 1000 });
        Assert.False(outcome.IsFinite);
        Assert.Empty(outcome.Runs);
    }

    [Fact]
    public void InputsHaveNormOneAndClassesAreBalanced()
    {
        var stream = new RandomStream(StreamKey.Of(2, "images"), 0);
        LabeledInputs data = new ImageLikeMixture(3, 2, 20, 1).Draw(stream, 60);
        for (int i = 0; i < data.Samples; i++)
            Assert.Equal(1, Lanes.Norm(data.Inputs.Row(i)), 1e-15 * 4);
        Assert.All(data.Labels.ToArray().CountBy(label => label), pair => Assert.Equal(20, pair.Value));
    }

    private static TrainingOutcome Run(TrainingCell cell) =>
        new ExperimentRunner(5, new InMemoryMeasurements()).MeasureOne(new TrainingExperiment(), cell, 0).Outcome;
}
