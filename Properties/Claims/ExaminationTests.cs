using Verification.Implementation.Experiments;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Claims;

public sealed class ExaminationTests
{
    private const double Level = 1e-4;

    [Fact]
    public void ATrueClaimHolds() => Assert.Equal(Verdict.Holds, Examine(new DiceClaim()).Verdict);

    [Fact]
    public void AFalseClaimIsRefuted() =>
        Assert.Equal(Verdict.Refuted, Examine(new DiceClaim { Above = 4, Probability = 0.9 }).Verdict);

    [Fact]
    public void AClaimAtTheEdgeIsUndecided() =>
        Assert.Equal(Verdict.Undecided, Examine(new DiceClaim { Faces = [2], Above = 1, Probability = 0.5 }).Verdict);

    [Fact]
    public void TooFewTrialsDecideNothing() =>
        Assert.Equal(Verdict.Undecided, Examine(new DiceClaim { Trials = 3 }).Verdict);

    [Fact]
    public void OneFailureRefutesAnAlmostSureClaimAndNamesItsTrial()
    {
        Examined examined = Examine(new DiceClaim { Faces = [20], Above = 1, Probability = 1 });
        Assert.Equal(Verdict.Refuted, examined.Verdict);
        TrialAddress decisive = Assert.IsType<TrialAddress>(examined.Evidence.Decisive);
        IReadOnlyDictionary<string, double> numbers = new DiceClaim { Faces = [20] }.Replay(
            Runner(), decisive.Cell, decisive.Trial);
        Assert.Equal(1, numbers["throw"]);
    }

    [Fact]
    public void EveryCellPaysForItsDecision()
    {
        Evidence evidence = Examine(new DiceClaim { Faces = [4, 6, 20] }).Evidence;
        Assert.Equal(2, evidence.Supporting.Count);
        Assert.All(
            evidence.Supporting.Append(evidence),
            part => Assert.Equal(Level, Assert.IsType<TrialCount>(part).Level));
    }

    [Fact]
    public void ADecisionBeyondThoseDeclaredIsAnError() =>
        Assert.Throws<InvalidOperationException>(() => Examine(new DiceClaim { Undeclared = 1 }));

    [Fact]
    public void TheSummaryNamesLeastMedianAndGreatest()
    {
        IReadOnlyDictionary<string, double> measured = Examine(new DiceClaim { Faces = [6] }).Measured;
        Assert.Equal(1, measured["throw.min"]);
        Assert.Equal(6, measured["throw.max"]);
        Assert.InRange(measured["throw.median"], 2, 5);
    }

    [Fact]
    public void AStatisticalFailureShrinksToTheSmallestSizesThatStillFailAtTheLevel()
    {
        // "A throw exceeds half the faces with probability 0.9" fails for every die; with d faces P(X > 4) is small
        // first at d = 2, where it is 0.
        var claim = new DiceClaim { Faces = [20, 60], Above = 19, Probability = 0.9 };
        (Claim smallest, Examined refutation) = SizeShrinker.Shrink(claim, Examine(claim), Level, Examine);
        Assert.Equal(2, Assert.Single(Assert.IsType<DiceClaim>(smallest).Faces));
        Assert.Equal(Verdict.Refuted, refutation.Verdict);
        Assert.Equal(Level, Assert.IsType<TrialCount>(refutation.Evidence).Level);
    }

    [Fact]
    public void ShrinkingStopsWhereTheClaimIsNoLongerRefutedAtTheLevel()
    {
        // P(X = 1) = 1/faces: "X > 1 with probability ≤ …" cannot fail for many faces; refuted for 2 to about 8 faces
        // at probability 0.9.
        var claim = new DiceClaim { Faces = [4], Above = 1, Probability = 0.9, Trials = 400 };
        (Claim smallest, Examined refutation) = SizeShrinker.Shrink(claim, Examine(claim), Level, Examine);
        var dice = Assert.IsType<DiceClaim>(smallest);
        Assert.Equal(2, Assert.Single(dice.Faces));
        Assert.Equal(Verdict.Refuted, refutation.Verdict);

        // Half the trials of the smallest refuting number do not refute any more, or the shrinker would have taken
        // them.
        Assert.NotEqual(Verdict.Refuted, Examine(dice with { Trials = dice.Trials / 2 }).Verdict);
    }

    [Fact]
    public void AClaimThatHoldsIsNotShrunk() =>
        Assert.Throws<ArgumentException>(() =>
            SizeShrinker.Shrink(new DiceClaim(), Examine(new DiceClaim()), Level, Examine));

    private static Examined Examine(Claim claim) => claim.Examine(Runner(), Level);

    private static ExperimentRunner Runner() => new(1, new InMemoryMeasurements());
}
