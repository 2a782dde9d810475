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
    public void OnePartUndecidedLeavesTheWholeUndecided() => Assert.Equal(Verdict.Undecided, Evidence.All(Holding, Undecided).Verdict);

    [Fact]
    public void PartsThatAllHoldHoldWithTheFirstInFront()
    {
        Evidence all = Evidence.All(Holding with { Statement = "first" }, Holding);
        Assert.Equal((Verdict.Holds, "first"), (all.Verdict, all.Statement));
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
            string.Join(' ', Evidence.All(Evidence.All(Refuted, Holding with { Statement = "b" }), Holding with { Statement = "c" }).Supporting.Select(part => part.Statement)));

    [Fact]
    public void WithoutPartsThereIsAnArgumentMissing() => Assert.Throws<ArgumentNullException>("parts", () => Evidence.All(null!));

    [Fact]
    public void NoPartIsNoEvidence() => Assert.Throws<ArgumentException>("parts", () => Evidence.All());

    [Fact]
    public void ACounterexampleRefutesBeyondWhatItsPartsSay() =>
        Assert.Equal(Verdict.Refuted, Counterexample(Undecided).Verdict);

    [Fact]
    public void ACounterexampleIsSummarizedByTheSmallestRefutation() => Assert.Equal(Refuted.Summary, Counterexample(Refuted).Summary);

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
            "\"decisive\":{\"cell\":2,\"trial\":7}", CanonicalJson.Write(Refuted with { Decisive = new TrialAddress(2, 7) }), StringComparison.Ordinal);

    [Fact]
    public void EvidenceReadsBackWithItsKindVerdictAndParts()
    {
        Evidence all = Evidence.All(Refuted, Counterexample(Refuted), Holding);
        Evidence back = CanonicalJson.Read<Evidence>(CanonicalJson.Write(all));
        Assert.Equal(CanonicalJson.Write(all), CanonicalJson.Write(back));
        Assert.IsType<Certificate>(back);
        Assert.IsType<Counterexample>(back.Supporting[0]);
    }

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
