using System.Reflection;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Claims;

public sealed class CatalogueTests
{
    [Fact]
    public void NothingIsLeftOut()
    {
        IEnumerable<Type> written = typeof(Claim)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Claim)) && !type.IsAbstract);
        Assert.Equal(
            written.Select(type => type.FullName).Order(StringComparer.Ordinal),
            Catalogue.Claims.Select(claim => claim.GetType().FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheSystemOfEachIdIsItsFolder() => Assert.All(
        Catalogue.Claims,
        claim => Assert.Equal(
            claim.GetType().Namespace!.Split('.')[2].ToUpperInvariant(),
            claim.System.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()));

    [Fact]
    public void EachSystemIsAuditedByATestClassOfItsOwn() => Assert.Equal(
        Catalogue.Systems.Select(system => system.Id).Order(StringComparer.Ordinal),
        typeof(SmokeAudit).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SmokeAudit)))
            .Select(type => ((SmokeAudit)Activator.CreateInstance(type)!).System)
            .Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void EachExperimentHasItsOwnId()
    {
        string[] ids = [.. typeof(Implementation.Experiments.CanonicalJson).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetProperty("TrialsPerUnit") is not null)
            .Select(type => (string)type.GetProperty("Id")!.GetValue(Activator.CreateInstance(type))!)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void EveryVariantPrintsItsIdAndParameters() => Assert.All(
        Catalogue.Claims.SelectMany(Variant.Of),
        variant => Assert.Matches($"^{variant.Claim.Id}( [a-z0-9-]+=[^ ]*)+$", variant.Claim.ToString()));

    [Fact]
    public void EveryMutantDiffersFromItsClaim() => Assert.All(
        Catalogue.Claims,
        claim => Assert.All(Variant.Of(claim).Skip(1), variant => Assert.NotEqual(claim, variant.Claim)));

    public static TheoryData<Tier> Tiers => [.. Enum.GetValues<Tier>()];

    /// <summary>A variant that names no part has one alone, and one that names a part has it: whatever the tier, and
    /// whatever is measured.</summary>
    [Theory]
    [MemberData(nameof(Tiers))]
    public void EveryWrongVariantSaysWhereItHasToBeRefuted(Tier tier) => Assert.All(
        Catalogue.Claims.SelectMany(claim => Variant.Of(claim.At(tier)).Skip(1)),
        variant =>
        {
            string?[] parts =
            [
                .. variant.Claim.Parts(new RiskBudget(RiskBudget.DefaultRisk).Level)
                    .Where(part => !part.Supplement)
                    .Select(part => part.Part),
            ];
            Assert.True(
                variant.Part is null ? parts.Length == 1 : parts.Contains(variant.Part, StringComparer.Ordinal),
                $"{variant.Claim.Id} {variant.Key}: {variant.Part ?? "no part"} of {string.Join(", ", parts)}");
        });

    /// <summary>Statements have numbers in them, and are in the digest.</summary>
    [Theory]
    [MemberData(nameof(Tiers))]
    public void TheStatementsOfAllVariantsAreThoseOfNoCulture(Tier tier)
    {
        string[] statements = Statements();
        Assert.Contains(statements, statement => statement.Contains("0.5", StringComparison.Ordinal));
        Assert.Equal(statements, CommaCulture.Under(Statements));

        string[] Statements() =>
        [
            .. from claim in Catalogue.Claims
               from variant in Variant.Of(claim.At(tier))
               from part in variant.Claim.Parts(new RiskBudget(RiskBudget.DefaultRisk).Level)
               select $"{variant.Claim.Id} {variant.Key}: {part.Statement}",
        ];
    }

    [Theory]
    [InlineData("EnergyBarrier")]
    [InlineData("quadratic-networks")]
    [InlineData("quadratic-networks/Energy")]
    [InlineData("quadratic--networks/energy")]
    [InlineData("quadratic-networks/energy-")]
    [InlineData("9/energy")]
    public void AnIdOfAnotherFormIsRefused(string id) =>
        Assert.Contains("is no claim id", Refusal(new NamedClaim(id, 2)), StringComparison.Ordinal);

    [Fact]
    public void TheSameIdTwiceIsRefused() =>
        Assert.Contains(
            "Two claims", Refusal(new NamedClaim("toys/a", 2), new NamedClaim("toys/a", 2)), StringComparison.Ordinal);

    [Fact]
    public void TwoMutantsOfOneNameAreRefused() =>
        Assert.Contains(
            "two mutants of one name", Refusal(new NamedClaim("toys/a", 2) { MutantName = "wrong" }),
            StringComparison.Ordinal);

    [Fact]
    public void AClaimWithOneMutantIsRefused() =>
        Assert.Contains("at least two mutants", Refusal(new NamedClaim("toys/a", 1)), StringComparison.Ordinal);

    [Fact]
    public void ACorrectionWithoutAPrintedFormToRefuteIsRefused() =>
        Assert.Contains(
            "examines a printed form",
            Refusal(new NamedClaim("toys/a", 2) { Corrected = "x", Printed = PrintedStatus.False }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(PrintedStatus.False)]
    [InlineData(PrintedStatus.HypothesisMissing)]
    [InlineData(PrintedStatus.Loose)]
    public void AStatusThatDoesNotStandNeedsACorrection(PrintedStatus status) =>
        Assert.Contains(
            "has a correction", Refusal(new NamedClaim("toys/a", 2) { Printed = status }), StringComparison.Ordinal);

    [Theory]
    [InlineData(PrintedStatus.Stands)]
    [InlineData(PrintedStatus.NotPrinted)]
    public void WhatStandsNeedsNoCorrection(PrintedStatus status) =>
        Assert.Contains(
            "has a correction", Refusal(new NamedClaim("toys/a", 2) { Printed = status, Corrected = "x" }),
            StringComparison.Ordinal);

    [Fact]
    public void WhatIsNotPrintedQuotesNothing() =>
        Assert.Contains(
            "and quotes",
            Refusal(new NamedClaim("toys/a", 2) { Printed = PrintedStatus.NotPrinted, Quoted = ["x"] }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Prior Work", "history", "is no id")]
    [InlineData("toys/a", "history", "is used twice")]
    [InlineData("toys/b", " ", "gives no reason")]
    public void AStatementNotExaminedNeedsAnIdOfItsOwnAndAReason(string id, string reason, string complaint)
    {
        NotExamined[] statements = [new(id, "title", new("document", "heading", "reference"), reason)];
        Assert.Contains(
            complaint,
            Assert
                .Throws<InvalidOperationException>(() => Catalogue.Validated(statements, [new NamedClaim("toys/a", 2)]))
                .Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AClaimThatNoEntryOfTheCoverageNamesStandsUnderItsHeading()
    {
        var system = new ClaimSystem
        {
            Id = "toys",
            Title = "Toys",
            Folder = "Claims",
            Document = "a toy",
            Claims = [new NamedClaim("toys/a", 2), new NamedClaim("toys/b", 2)],
            NotExamined = [],
            Coverage = [new("none", "the first", ["a"]), new("elsewhere", "history", [], "no quantity")],
        };
        Assert.Equal(
            [("none", "the first", "a"), ("none", "A claim by name", "b"), ("elsewhere", "history", "")],
            system.Coverage.Select(entry => (entry.Heading, entry.Statement, string.Concat(entry.Ids))));
    }

    private static string Refusal(params Claim[] claims) =>
        Assert.Throws<InvalidOperationException>(() => Catalogue.Validated(claims)).Message;
}
