using Verification.Implementation.Experiments;
using Verification.Properties.Claims;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Examining;

public sealed class ExaminerTests
{
    // So that each decision has the level 10⁻⁴.
    private const double Risk = 0.999;

    private static readonly IReadOnlyList<Claim> Toys = [new DiceClaim()];

    [Fact]
    public void AReportHasTheClaimAndItsMutantsInOrder()
    {
        ClaimReport report = Examiner().Examine(new DiceClaim());
        Assert.Equal("claim m1 m2", string.Join(' ', report.Variants.Select(variant => variant.Variant.Key)));
        Assert.Equal(report.Variants.Skip(1), report.Mutants);
        Assert.Same(report.Variants[0], report.Main);
    }

    [Fact]
    public void AClaimPassesWhenItHoldsAndItsMutantsAreRefuted()
    {
        ClaimReport report = Examiner().Examine(new DiceClaim());
        Assert.Equal(Verdict.Holds, report.Verdict);
        Assert.True(report.Passes);
    }

    [Fact]
    public void AMutantThatSurvivesFailsItsClaim()
    {
        // Nothing above 0 is a throw of the mutant's either: "two higher" is refuted, but "almost surely" holds.
        ClaimReport report = Examiner().Examine(new DiceClaim { Above = 0 });
        Assert.Equal(Verdict.Holds, report.Verdict);
        Assert.False(report.Passes);
    }

    [Fact]
    public void WithoutAnErratumThePrintedFormIsTheClaim() =>
        Assert.Equal(Verdict.Holds, Examiner().Examine(new DiceClaim()).Printed);

    [Fact]
    public void AnErratumHasTheVerdictOfItsPrintedForm()
    {
        var holds = new Examined(Certificate(0), new Dictionary<string, double>(StringComparer.Ordinal));
        var refuted = new Examined(Certificate(1), new Dictionary<string, double>(StringComparer.Ordinal));
        var claim = new DiceClaim();
        var report = new ClaimReport(claim,
            [
                new(new("claim", VariantRole.Claim, "claim", claim), holds),
                new(new("printed", VariantRole.Printed, "as printed", claim), refuted),
            ]);
        Assert.Equal((Verdict.Holds, Verdict.Refuted, true), (report.Verdict, report.Printed, report.Passes));
    }

    [Fact]
    public void ARefutationKeepsTheEvidenceOnWhichItRests()
    {
        Variant variant = Variant.Of(new DiceClaim { Faces = [20, 60], Above = 19, Probability = 0.9 })[0];
        Examined direct = variant.Claim.Examine(Runner(), Risk / RiskBudget.Shares);
        var counterexample = Assert.IsType<Counterexample>(Examiner().Examine(variant).Evidence);
        Assert.Equal(direct.Evidence.Summary, counterexample.Original.Summary);
        Assert.Equal(direct.Evidence.Statement, counterexample.Statement);
    }

    [Fact]
    public void ACounterexampleOfManyTrialsShowsTheSummaryOfAll()
    {
        var counterexample = Assert.IsType<Counterexample>(
            Examiner()
                .Examine(
                    Variant.Of(
                        new DiceClaim
                        {
                            Faces = [60],
                            Above = 19,
                            Probability = 0.9,
                        })[0])
                .Evidence);
        Assert.Null(counterexample.Decisive);
        Assert.Equal("2", counterexample.Instance["faces"]);
        Assert.Equal(2, counterexample.Measured["throw.max"]);
    }

    [Fact]
    public void ACounterexampleOfOneTrialShowsItsNumbersAndReplays()
    {
        var counterexample = Assert.IsType<Counterexample>(
            Examiner().Examine(Variant.Of(new DiceClaim { Faces = [20], Probability = 1 })[0]).Evidence);
        Assert.Equal(1, Assert.Single(counterexample.Measured).Value);
        var token = ReplayToken.Parse(counterexample.Replay, Toys);
        Assert.Equal((counterexample.Decisive, 1UL, Risk), (token.Trial, token.Seed, token.Risk));
        Assert.Equal(
            counterexample.Measured, token.Variant().Claim.Replay(Runner(), token.Trial!.Cell, token.Trial.Trial));
    }

    [Theory]
    [InlineData(VariantRole.Claim, Verdict.Holds)]
    [InlineData(VariantRole.Printed, Verdict.Refuted)]
    [InlineData(VariantRole.Mutant, Verdict.Refuted)]
    public void OnlyTheClaimItselfIsExpectedToHold(VariantRole role, Verdict expected) =>
        Assert.Equal(expected, new Variant("key", role, "name", new DiceClaim()).Expected);

    private static Examiner Examiner() => new(Runner(), new RiskBudget(Risk), Toys);

    private static ExperimentRunner Runner() => new(1, new InMemoryMeasurements());

    private static Certificate Certificate(double residual) => new()
    {
        Statement = "s",
        Residual = residual,
        Tolerance = 1e-9,
        Resolution = 1e-6,
        Derivation = "d",
        Instances = 1,
    };
}
