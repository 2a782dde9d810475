using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.Examining;

/// <summary>The numbers that a summary and a replay show of the rungs of a ladder.</summary>
public sealed class OutcomeNumbersTests
{
    private static readonly LadderClaim Claim = new(all => all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact"));

    private static readonly DerivativeCovariances OfLists = new() { Mixtures = [Mixture.Parse("3:q3", null)] };

    [Fact]
    public void AReplayNamesEveryNumberAndFlagInDeclarationOrder()
    {
        IReadOnlyDictionary<string, double> numbers = Claim.Replay(Runner(), 1, 3);
        Assert.Equal("height start square isEven evenHeight unknown", string.Join(' ', numbers.Keys));
        Assert.Equal([103, 100, 103 * 103, 0, double.NaN, double.NaN], numbers.Values);
    }

    [Fact]
    public void AFlagThatIsSetIsOne() => Assert.Equal(1, Claim.Replay(Runner(), 0, 2)["isEven"]);

    [Fact]
    public void ANumberThatNeverChangesStandsAlone()
    {
        IReadOnlyDictionary<string, double> measured = Measured(trials: 5);
        Assert.Equal(7, measured["start"]);
        Assert.False(measured.ContainsKey("start.min"));
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(4, 8.5)]
    public void TheMedianOfAnEvenNumberLiesBetweenTheMiddleOnes(int trials, double expected) =>
        Assert.Equal(expected, Measured(trials)["height.median"]);

    [Fact]
    public void LeastAndGreatestFrameTheMedian() =>
        Assert.Equal((7.0, 11.0), (Measured(5)["height.min"], Measured(5)["height.max"]));

    [Fact]
    public void UnknownNumbersAreLeftOutOfTheMedian()
    {
        // Even trials of five: 7, 9, 11.
        IReadOnlyDictionary<string, double> measured = Measured(trials: 5);
        Assert.Equal(
            (7.0, 9.0, 11.0), (measured["evenHeight.min"], measured["evenHeight.median"], measured["evenHeight.max"]));
    }

    [Fact]
    public void ANumberThatIsAlwaysUnknownIsNotNamed() =>
        Assert.DoesNotContain(Measured(trials: 5).Keys, name => name.StartsWith("unknown", StringComparison.Ordinal));

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void ACellOutsideTheDesignHasNoReplay(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>("cell", () => Claim.Replay(Runner(), index, 0));

    [Fact]
    public void AnOutcomeOfListsAloneShowsTheirEntries()
    {
        IReadOnlyDictionary<string, double> numbers = OfLists.Replay(Runner(), 0, 0);
        Assert.Equal("lower[1] upper[1]", string.Join(' ', numbers.Keys));
        double q = 0.5 * 0.375 - 0.25 * 0.75 - 0.625 * 0.125;
        Assert.InRange(3 + q * q * q, numbers["lower[1]"], numbers["upper[1]"]);
    }

    [Fact]
    public void TheSummaryOfListsIsThatOfTheirEntries()
    {
        IReadOnlyDictionary<string, double> measured = OfLists.Examine(Runner(), 1e-3).Measured;
        Assert.Equal(
            "lower.min lower.median lower.max upper.min upper.median upper.max", string.Join(' ', measured.Keys));
    }

    private static IReadOnlyDictionary<string, double> Measured(int trials) =>
        (Claim with { Starts = [7], Trials = trials }).Examine(Runner(), 1e-3).Measured;

    private static ExperimentRunner Runner() => new(1, new InMemoryMeasurements());
}
