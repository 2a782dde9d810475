using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class EvidenceTests
{
    private static readonly Evidence Holding = Certificate(0);
    private static readonly Evidence Refuted = Certificate(1);
    private static readonly Evidence Undecided = Certificate(double.NaN);

    [Fact]
    public void OnePartRefutedRefutesAndComesFirst()
    {
        Evidence all = Evidence.All(Holding, Undecided, Refuted);
        Assert.Equal(Verdict.Refuted, all.Verdict);
        Assert.Equal([Verdict.Holds, Verdict.Undecided], all.Supporting.Select(part => part.Verdict));
    }

    [Fact]
    public void OnePartUndecidedLeavesTheWholeUndecided() =>
        Assert.Equal(Verdict.Undecided, Evidence.All(Holding, Undecided).Verdict);

    [Fact]
    public void PartsThatAllHoldHoldWithTheFirstInFront()
    {
        Evidence all = Evidence.All(Holding with { Statement = "first" }, Holding);
        Assert.Equal((Verdict.Holds, "first"), (all.Verdict, all.Statement));
    }

    [Fact]
    public void ASupplementLeavesOpenWhatItContradicts()
    {
        Evidence all = Evidence.All(Holding, Refuted.AsSupplement());
        Assert.Equal((Verdict.Undecided, Refuted.Statement), (all.Verdict, all.Statement));
    }

    [Fact]
    public void AStatementIsRefutedWhateverItsSupplementsSay() =>
        Assert.Equal(Verdict.Refuted, Evidence.All(Undecided.AsSupplement(), Refuted).Verdict);

    [Fact]
    public void SupplementsAloneAreNoEvidence() =>
        Assert.Throws<ArgumentException>("parts", () => Evidence.All(Holding.AsSupplement()));

    [Fact]
    public void PartsWithoutInstancesDoNotCount() =>
        Assert.Equal(Verdict.Holds, Evidence.All(Nothing, Holding).Verdict);

    [Fact]
    public void WhereNothingThatStatesTheClaimAppliesItIsUndecided()
    {
        Evidence all = Evidence.All(Nothing, Holding.AsSupplement());
        Assert.Equal(Verdict.Undecided, all.Verdict);
        Assert.IsType<NotApplicable>(all);
    }

    [Fact]
    public void PartsAreFoundByNameHoweverTheyAreJoined() => Assert.Equal(
        "b a c",
        string.Join(
            ' ',
            Evidence
                .All(Evidence.All(Holding.Named("a"), Refuted.Named("b")), Holding.Named("c"))
                .Parts()
                .Select(part => part.Part)));

    [Theory]
    [InlineData("b", "b a c d")]
    [InlineData("a", "a b c d")]
    [InlineData("c", "a b c d")]
    [InlineData("d", "a b c d")]
    [InlineData(null, "a b c d")]
    public void ARefutedPartLeadsTheOthers(string? part, string order)
    {
        Evidence all = Evidence.All(
            Evidence.All(Refuted.Named("a"), Refuted.Named("b")),
            Holding.Named("c"),
            Refuted.Named("d").AsSupplement());
        Assert.Equal(order, string.Join(' ', all.LedBy(part).Parts().Select(shown => shown.Part)));
        Assert.Equal(all.Verdict, all.LedBy(part).Verdict);
    }

    [Fact]
    public void NamesAndSupplementsAreWrittenWhereTheyAre()
    {
        Assert.DoesNotContain("\"part\"", CanonicalJson.Write(Refuted), StringComparison.Ordinal);
        Assert.Contains(
            "\"part\":\"a\",\"supplement\":true", CanonicalJson.Write(Refuted.Named("a").AsSupplement()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnEstimateNeverRefutes()
    {
        Assert.Equal(Verdict.Undecided, Estimate(1).Verdict);
        Assert.Equal(Verdict.Holds, Estimate(0).Verdict);
        Assert.Equal(Verdict.Undecided, (Estimate(0) with { Spread = 1 }).Verdict);
        Assert.Equal(Verdict.Undecided, (Estimate(0) with { Instances = 0 }).Verdict);
    }

    [Fact]
    public void OfSeveralRefutationsTheFirstDecides() =>
        Assert.Equal("first", Evidence.All(Holding, Refuted with { Statement = "first" }, Refuted).Statement);

    [Fact]
    public void OnePartAloneHasNoSupport() => Assert.Empty(Evidence.All(Holding).Supporting);

    [Fact]
    public void PartsOfPartsAreKept() =>
        Assert.Equal(
            "b c",
            string.Join(
                ' ',
                Evidence
                    .All(Evidence.All(Refuted, Holding with { Statement = "b" }), Holding with { Statement = "c" })
                    .Supporting.Select(part => part.Statement)));

    [Fact]
    public void WithoutPartsThereIsAnArgumentMissing() =>
        Assert.Throws<ArgumentNullException>("parts", () => Evidence.All(null!));

    [Fact]
    public void NoPartIsNoEvidence() => Assert.Throws<ArgumentException>("parts", () => Evidence.All());

    [Fact]
    public void ACounterexampleRefutesBeyondWhatItsPartsSay() =>
        Assert.Equal(Verdict.Refuted, Counterexample(Undecided).Verdict);

    [Fact]
    public void ACounterexampleIsSummarizedByTheSmallestRefutation() =>
        Assert.Equal(Refuted.Summary, Counterexample(Refuted).Summary);

    [Fact]
    public void TheKindAndTheStatementComeFirstAndTheOtherPartsLast() =>
        Assert.Matches(
            """^\{"kind":"certificate","statement":"s",.*"supporting":\[\]\}$""", CanonicalJson.Write(Refuted));

    [Fact]
    public void TheVerdictIsWrittenBesideTheNumbersThatItFollowsFrom() =>
        Assert.Contains("\"verdict\":\"refuted\"", CanonicalJson.Write(Refuted), StringComparison.Ordinal);

    [Fact]
    public void TheDecisiveTrialIsWrittenAsItsAddress() =>
        Assert.Contains(
            "\"decisive\":{\"cell\":2,\"trial\":7}",
            CanonicalJson.Write(Refuted with { Decisive = new TrialAddress(2, 7) }),
            StringComparison.Ordinal);

    [Fact]
    public void EvidenceReadsBackWithItsKindVerdictAndParts()
    {
        Evidence all = Evidence.All(Refuted, Counterexample(Refuted), Holding);
        Evidence back = CanonicalJson.Read<Evidence>(CanonicalJson.Write(all));
        Assert.Equal(CanonicalJson.Write(all), CanonicalJson.Write(back));
        Assert.IsType<Certificate>(back);
        Assert.IsType<Counterexample>(back.Supporting[0]);
    }

    private static NotApplicable Nothing => new() { Statement = "n", Reason = "no outcome satisfies the premise" };

    private static EstimatedResidual Estimate(double residual) => new()
    {
        Statement = "s",
        Residual = residual,
        Spread = 1e-9,
        Resolution = 1e-6,
        Derivation = "d",
        Instances = 3,
    };

    private static Certificate Certificate(double residual) => new()
    {
        Statement = "s",
        Residual = residual,
        Tolerance = 1e-9,
        Resolution = 1e-6,
        Derivation = "d",
        Instances = 3,
    };

    private static Counterexample Counterexample(Evidence refutation) => new()
    {
        Statement = "s",
        Instance = new Dictionary<string, string>(StringComparer.Ordinal) { ["d"] = "2" },
        Measured = new Dictionary<string, double>(StringComparer.Ordinal) { ["risk"] = 0.5 },
        Replay = "token",
        Refutation = refutation,
        Original = Certificate(7),
    };
}
