using Verification.Implementation.Experiments;
using Verification.Properties.Claims;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Examining;

/// <summary>Where a variant has to be refuted, and outside of which hypotheses it has no verdict.</summary>
public sealed class VariantTests
{
    private static readonly Evidence Holding = Certificate(0);
    private static readonly Evidence Refuted = Certificate(1);

    [Fact]
    public void AMutantIsRefutedWhereItIsWrong() =>
        Assert.True(Report("b", Evidence.All(Holding.Named("a"), Refuted.Named("b"))).AsExpected);

    [Fact]
    public void AMutantThatDiesOfAnotherPartIsNotAsExpected() =>
        Assert.False(Report("a", Evidence.All(Holding.Named("a"), Refuted.Named("b"))).AsExpected);

    [Fact]
    public void AMutantOfOnePartAloneNeedsNoName() => Assert.True(Report(null, Refuted).AsExpected);

    [Fact]
    public void AMutantOfSeveralNamedPartsHasToNameOne() =>
        Assert.False(Report(null, Evidence.All(Holding.Named("a"), Refuted.Named("b"))).AsExpected);

    [Fact]
    public void AShrunkRefutationIsLookedUpInTheOriginal() => Assert.False(Report("a", new Counterexample
    {
        Statement = "s",
        Instance = new Dictionary<string, string>(StringComparer.Ordinal),
        Measured = new Dictionary<string, double>(StringComparer.Ordinal),
        Replay = "token",
        Refutation = Refuted.Named("a"),
        Original = Evidence.All(Holding.Named("a"), Refuted.Named("b")),
    }).AsExpected);

    [Fact]
    public void AClaimOutsideItsHypothesesHasNoVerdict()
    {
        Variant claim = Variant.Of(new DiceClaim())[0];
        Variant outside = claim with { Claim = new DiceClaim { Loaded = true } };
        Examined examined = outside.Examine(Runner(), 1e-3);
        Assert.IsType<NotApplicable>(examined.Evidence);
        Assert.Contains(
            "outside the hypotheses: the die is loaded", examined.Evidence.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void AVariantThatIsWrongByMissingAHypothesisIsExamined()
    {
        var loaded = new Variant("m1", VariantRole.Mutant, "a loaded die", new DiceClaim { Loaded = true });
        Assert.IsNotType<NotApplicable>(loaded.Examine(Runner(), 1e-3).Evidence);
    }

    private static VariantReport Report(string? part, Evidence evidence) => new(
        new("m1", VariantRole.Mutant, "wrong", new DiceClaim(), part),
        new(evidence, new Dictionary<string, double>(StringComparer.Ordinal)));

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
