using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Examining;

/// <summary>The verbs of an examination on the rungs 0, …, 4 and 100, …, 104.</summary>
public sealed class ExaminationVerbTests
{
    private const double Level = 1e-3;

    [Fact]
    public void AgreeComparesTheMeanWithItsStandardError()
    {
        // Rungs 0, …, 4: mean 2, variance 10/4, standard error √(2.5/5).
        var agreement = Assert.IsType<Agreement>(
            Judge(all =>
                all.Where(cell => cell.Start == 0).Agree("s", (_, o) => o.Height, 2.5, 0.25, 100, MeanLaw.Normal)));
        Assert.Equal(2, agreement.Simulated);
        Assert.Equal(Math.Sqrt(0.5), agreement.StandardError, 1e-15);
        Assert.Equal(
            (5, 2.5, 0.25, 100.0, Level),
            (agreement.Trials, agreement.Theory, agreement.FiniteSizeCorrection, agreement.Resolution, agreement.Level)
        );
        Assert.Equal(Verdict.Holds, agreement.Verdict);
    }

    /// <summary>Rungs 0, …, 4 have the mean 2 and the standard error 0.71.</summary>
    [Theory]
    [InlineData(100, Verdict.Holds)]
    [InlineData(-100, Verdict.Refuted)]
    public void StaysBelowJudgesOneSideOnly(double bound, Verdict expected) =>
        Assert.Equal(
            expected,
            Judge(all => all.Where(cell => cell.Start == 0)
                .StaysBelow("s", (_, o) => o.Height, bound, 100, MeanLaw.Normal)).Verdict);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AgreeLeavesMeansOfLessThanTwoTrialsUndecided(int trials) =>
        Assert.Equal(
            Verdict.Undecided,
            Judge(all =>
                all.Given((cell, o) => cell.Start == 0 && o.Height < trials)
                    .Agree("s", (_, o) => o.Height, 0, 0, 100, MeanLaw.Unknown)).Verdict);

    [Fact]
    public void FollowsFitsThePointsGiven()
    {
        var law = Assert.IsType<PowerLaw>(
            Judge(all => all.Follows("s", [(1, 2), (2, 8), (4, 32), (8, 128)], 2, 1e-14, 0.125, 0.5, gap: 1.125)));
        Assert.Equal([1.0, 2, 4, 8], law.X);
        Assert.Equal([2.0, 8, 32, 128], law.Y);
        Assert.Equal(
            (2.0, 1e-14, 0.125, 0.5, 1.125, Level),
            (law.Exponent, law.PointError, law.Allowance, law.Resolution, law.Gap, law.Level));
        Assert.Equal(Verdict.Holds, law.Verdict);
    }

    [Fact]
    public void CountSortsTrialsByWhatIsCertain()
    {
        var count = Assert.IsType<TrialCount>(Judge(all => all.Count("s", UpTo(2), 0.5)));
        Assert.Equal(
            (10, 3, 2, 0.5, Level), (count.Trials, count.Successes, count.Failures, count.Probability, count.Level));
    }

    [Fact]
    public void CountNamesTheFirstFailureOfAnAlmostSureStatement() =>
        Assert.Equal(new TrialAddress(1, 3), Judge(all => all.Count("s", UpTo(2), 1)).Decisive);

    [Fact]
    public void CountNamesNoTrialWhereOneDoesNotDecide() =>
        Assert.Null(Judge(all => all.Count("s", UpTo(2), 0.9)).Decisive);

    [Fact]
    public void CountNamesNoTrialWithoutAFailure() =>
        Assert.Null(Judge(all => all.Count("s", (_, _) => TrialResult.Open, 1)).Decisive);

    [Fact]
    public void ForAllIsDecidedByTheTrialThatExceedsItsToleranceMost()
    {
        // Residual less tolerance is largest at rung 102.
        var certificate = Assert.IsType<Certificate>(Judge(all => all.ForAll(
            "s", (_, o) => -Math.Abs(o.Height - 102), (_, o) => o.Height * 1e-9, "rounding", 1e-3)));
        Assert.Equal(new TrialAddress(1, 2), certificate.Decisive);
        Assert.Equal(
            (0.0, 102e-9, 1e-3, "rounding", 10),
            (
                certificate.Residual, certificate.Tolerance, certificate.Resolution, certificate.Derivation,
                certificate.Instances));
    }

    [Fact]
    public void ForAllCountsATrialThatIsUnknownAsOpen() =>
        Assert.Equal(
            (10, 1, Level),
            Counts(Judge(all => all.ForAll("s", (_, o) => o.Height == 3 ? double.NaN : -1, (_, _) => 0, "exact"))));

    [Theory]
    [InlineData(1e-3)]
    [InlineData(double.PositiveInfinity)]
    public void ForAllCountsATrialThatIsTooInexactAsOpen(double error) =>
        Assert.Equal(
            (10, 1, Level),
            Counts(Judge(all => all.ForAll("s", (_, _) => 0, (_, o) => o.Height == 3 ? error : 0, "rounding"))));

    [Fact]
    public void ForAllOverFixedInstancesHasNoLevelAndTakesNoDecision()
    {
        var claim = new LadderClaim(all => all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact"))
        {
            Deterministic = true,
            Allotted = 0,
        };
        Assert.Equal((2, 0, null), Counts(claim.Examine(Runner(), Level).Evidence));
    }

    [Fact]
    public void ForAllIsRefutedByOneTrialWhateverIsUnknownAboutAnother()
    {
        Evidence evidence = Judge(all => all.ForAll(
            "s", (_, o) => o.Height == 101 ? 1e-3 : 0, (_, o) => o.Height == 3 ? 1 : 1e-9, "rounding"));
        Assert.Equal((Verdict.Refuted, new TrialAddress(1, 1)), (evidence.Verdict, evidence.Decisive));
    }

    [Fact]
    public void ForAllForgivesAnInexactTrialThatSatisfiesTheStatementBeyondItsError() =>
        Assert.Equal(
            (10, 0, Level),
            Counts(
                Judge(all =>
                    all.ForAll("s", (_, o) => o.Height == 3 ? -1 : 0, (_, o) => o.Height == 3 ? 1 : 1e-9, "rounding")))
        );

    [Fact]
    public void VerbsOverNothingAreNotApplicable()
    {
        Func<Examination<LadderCell, LadderOutcome>, Evidence>[] verbs =
        [
            all => all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact"),
            all => all.ForAllEstimated("s", (_, _) => new(0, 0), "exact", 1),
            all => all.Count("s", UpTo(2), 0.5),
            all => all.AgreeInShare("s", UpTo(2), 0.5, 0, 1),
            all => all.Rises("s", UpTo(2), _ => true, _ => true, 0.1),
            all => all.Agree("s", (_, o) => o.Height, 0, 0, 1, MeanLaw.Unknown),
            all => all.Follows("s", [], 1, 0, 0, 1, gap: 2),
        ];
        Assert.All(verbs, verb => Assert.IsType<NotApplicable>(Judge(all => verb(all.Where(_ => false)))));
    }

    [Fact]
    public void APremiseExcludesAndUncertaintyLeavesOpen()
    {
        // Rungs 0, …, 4: the premise leaves 1, …, 4 and those of the second ladder; 3 is uncertain.
        var count = Assert.IsType<TrialCount>(Judge(all => all.Count(
            "s", (_, o) => o.Height <= 2, (_, o) => o.Height != 3, 0.5, premise: (_, o) => o.Height > 0)));
        Assert.Equal((9, 2, 6, 1), (count.Trials, count.Successes, count.Failures, count.Excluded));
    }

    [Fact]
    public void DeclaredDecisionsThatAreNeitherTakenNorSkippedAreADefect()
    {
        Func<Examination<LadderCell, LadderOutcome>, Evidence> judgment = all =>
            all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact");
        Assert.Throws<InvalidOperationException>(() =>
            new LadderClaim(judgment) { Allotted = 2 }.Examine(Runner(), Level));
        new LadderClaim(all =>
        {
            all.Skip(1);
            return judgment(all);
        }) { Allotted = 2 }.Examine(Runner(), Level);
    }

    [Fact]
    public void WhereSelectsCells() =>
        Assert.Equal(
            5,
            Assert
                .IsType<Certificate>(
                    Judge(all =>
                        all.Where(cell => cell.Start == 100).ForAll("s", (c, _) => 100 - c.Start, (_, _) => 0, "exact"))
                )
                .Instances);

    [Fact]
    public void GivenSelectsTrialsByCellAndOutcome() =>
        Assert.Equal(
            3,
            Assert
                .IsType<Certificate>(
                    Judge(all =>
                        all.Given((cell, o) => cell.Start == 0 && o.IsEven)
                            .ForAll("s", (_, _) => 0, (_, _) => 0, "exact")))
                .Instances);

    [Fact]
    public void ByCellFollowsTheDesignAlsoWhereACellHasNoOutcome()
    {
        int[] starts = [];
        Judge(all =>
        {
            starts =
            [
                .. all.Where(cell => cell.Start != 7)
                    .Given((cell, _) => cell.Start != 100)
                    .ByCell()
                    .Select(part => part.Cell.Start),
            ];
            return all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact");
        }, 200, 100, 7, 0);
        Assert.Equal([200, 100, 0], starts);
    }

    [Fact]
    public void DecisionsAreCountedOverAllPartsOfAnExamination() =>
        Assert.Throws<InvalidOperationException>(() =>
            new LadderClaim(all =>
                Evidence.All([.. all.ByCell().Select(part => part.Part.Count("s", UpTo(2), 0.5))])
            ).Examine(Runner(), Level));

    [Fact]
    public void EveryStatisticalVerbIsOneDecision()
    {
        int[] decisions = new int[7];
        var claim = new LadderClaim(all =>
        {
            Evidence certificate = all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact");
            decisions[0] = all.DecisionsTaken;
            all.Count("s", UpTo(2), 0.5);
            decisions[1] = all.DecisionsTaken;
            all.Given((_, o) => o.IsEven).Agree("s", (_, o) => o.Height, 0, 0, 1, MeanLaw.Unknown);
            decisions[2] = all.DecisionsTaken;
            all.Follows("s", [(1, 1), (2, 2), (3, 3)], 1, 0, 0, 1, gap: 2);
            decisions[3] = all.DecisionsTaken;
            all.AgreeInShare("s", UpTo(2), 0.5, 0, 1);
            decisions[4] = all.DecisionsTaken;
            all.Approaches("s", [(1, 1), (2, 0.5), (4, 0.25)], 0, 1, 1, 1);
            decisions[5] = all.DecisionsTaken;
            all.Rises("s", UpTo(2), cell => cell.Start == 0, cell => cell.Start == 100, 0.1);
            decisions[6] = all.DecisionsTaken;
            return certificate;
        }) { Allotted = 6 };
        claim.Examine(Runner(), Level);
        Assert.Equal([1, 2, 3, 4, 5, 5, 6], decisions);
    }

    private static (int Instances, int Open, double? Level) Counts(Evidence evidence)
    {
        var certificate = Assert.IsType<Certificate>(evidence);
        return (certificate.Instances, certificate.Open, certificate.Level);
    }

    // Certain success up to a rung, open at the next one, certain failure from 103 on; the others are open.
    private static Func<LadderCell, LadderOutcome, TrialResult> UpTo(int rung) =>
        (_, o) => o.Height <= rung ? TrialResult.Success : o.Height >= 103 ? TrialResult.Failure : TrialResult.Open;

    private static Evidence Judge(Func<Examination<LadderCell, LadderOutcome>, Evidence> judgment, params int[] starts)
    {
        var claim = new LadderClaim(judgment);
        // How many decisions a verb takes is a test of its own.
        claim = claim with
        {
            Judgment = all =>
            {
                Evidence evidence = judgment(all);
                all.Skip(100 - all.DecisionsTaken);
                return evidence;
            },
            Allotted = 100,
            Starts = starts.Length > 0 ? [.. starts] : claim.Starts,
        };
        return claim.Examine(Runner(), Level).Evidence;
    }

    private static ExperimentRunner Runner() => new(1, new InMemoryMeasurements());
}
