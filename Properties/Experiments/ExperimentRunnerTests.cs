using System.Collections.Concurrent;
using Verification.Implementation.Experiments;
using Verification.Properties.Claims;
using Verification.Properties.Examining;
using Xunit;

namespace Verification.Properties.Experiments;

public sealed class ExperimentRunnerTests
{
    private static readonly DiceExperiment Dice = new();
    private static readonly DiceCell[] Cells = [new(6), new(20)];

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void TheNumberOfThreadsDoesNotMatter(int jobs) =>
        Assert.Equal(Runner(jobs: 1).Measure(Dice, Cells, 50), Runner(jobs).Measure(Dice, Cells, 50));

    [Fact]
    public void FewerTrialsAreAPrefixOfMore() =>
        Assert.Equal(Runner().Measure(Dice, Cells[..1], 50).Take(13), Runner().Measure(Dice, Cells[..1], 13));

    [Fact]
    public void OtherCellsDoNotMatter() =>
        Assert.Equal(Runner().Measure(Dice, Cells, 10).Skip(10), Runner().Measure(Dice, Cells[1..], 10));

    [Fact]
    public void AnotherSeedIsAnotherMeasurement() =>
        Assert.NotEqual(
            Runner().Measure(Dice, Cells, 10),
            new ExperimentRunner(2, new InMemoryMeasurements()).Measure(Dice, Cells, 10));

    [Fact]
    public void FinishedUnitsAreNotRunAgain()
    {
        var store = new InMemoryMeasurements();
        var first = new ConcurrentBag<MeasurementUnit>();
        var second = new ConcurrentBag<MeasurementUnit>();
        var before = new ExperimentRunner(1, store, 2, first.Add).Measure(Dice, Cells, 20);
        var after = new ExperimentRunner(1, store, 2, second.Add).Measure(Dice, Cells, 20);
        Assert.Equal(before, after);
        Assert.Equal(2 * 5, first.Count);
        Assert.Empty(second);
    }

    [Fact]
    public void ASingleTrialIsTheOneOfTheWholeMeasurement() =>
        Assert.Equal(Runner().Measure(Dice, Cells, 10)[13], Runner().MeasureOne(Dice, Cells[1], 3));

    [Fact]
    public void AnInterruptedRunKeepsWhatHadFinished()
    {
        var store = new InMemoryMeasurements();
        using var source = new CancellationTokenSource();
        var finished = new List<MeasurementUnit>();
        var runner = new ExperimentRunner(
            1,
            store,
            jobs: 1,
            unit =>
            {
                finished.Add(unit);
                if (finished.Count == 3)
                    source.Cancel();
            },
            cancellation: source.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => runner.Measure(Dice, Cells, 40));
        Assert.Equal(3, finished.Count);
        Assert.All(finished, unit => Assert.NotNull(store.Find(unit)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatAnExperimentRefusesReachesTheCallerAsItWasThrown(int jobs) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "cell",
            () => Runner(jobs).Measure(new RefusingExperiment(), [new(0), new(1)], 3));

    [Fact]
    public void AtLeastOneTrialIsMeasured() =>
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => Runner().Measure(Dice, Cells, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AtLeastOneThreadIsNeeded(int jobs) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExperimentRunner(1, new InMemoryMeasurements(), jobs));

    private static ExperimentRunner Runner(int jobs = 1) => new(1, new InMemoryMeasurements(), jobs);
}
