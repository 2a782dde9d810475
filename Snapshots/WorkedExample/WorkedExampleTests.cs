using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Snapshots.CommandLine;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.WorkedExample;

/// <summary>The example of <c>docs/adding-a-claim.md</c>. It is no part of the catalogue, so that the verdicts and the
/// pin, which come without further work there, are tests of its own here.</summary>
public sealed class WorkedExampleTests
{
    private static readonly ClaimSystem Example = Catalogue.Validated(new ClaimSystem
    {
        Id = "example",
        Title = "A worked example",
        Folder = "WorkedExample",
        Document = "A document of this example",
        Claims = Catalogue.Validated(
        [
            new MeanNorm(),
        ]),
        NotExamined = [],
    });

    private static readonly Suite Suite = new(Example.Claims, []) { Systems = [Example] };

    /// <summary>The functional equation Γ(z + 1) = zΓ(z) in terms of the means, and E|x| for d = 1.</summary>
    [Fact]
    public void NeighboringMeansMultiplyToTheDimension()
    {
        Assert.Equal(0.7978845608028654, NormalNormExperiment.Mean(1), 1e-16);
        Assert.All(
            Enumerable.Range(1, 50),
            d => Assert.Equal(d, NormalNormExperiment.Mean(d) * NormalNormExperiment.Mean(d + 1), d * 1e-14));
    }

    [Fact]
    public void TheVerdictsAreTheExpectedOnes()
    {
        var runner = new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 1);
        var examiner = new Examiner(runner, new RiskBudget(RiskBudget.DefaultRisk), Example.Claims);
        Assert.All(
            Example.Claims.SelectMany(claim => examiner.Examine(claim.At(Tier.Smoke)).Variants),
            variant => Assert.True(variant.AsExpected, $"{variant.Variant.Key}: {variant.Result.Evidence.Summary}"));
    }

    [Fact]
    public async Task ThePage() => await Verifier.Verify(ClaimPin.Of(Suite, Example.Claims[0]));

    /// <summary>A claim that no entry of the table names stands there by itself.</summary>
    [Fact]
    public void TheClaimIsCovered()
    {
        CoverageEntry entry = Assert.Single(Example.Coverage);
        Assert.Equal(("The length of a Gaussian vector", "mean-norm"), (entry.Heading, Assert.Single(entry.Ids)));
    }
}
