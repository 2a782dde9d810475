using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Examining;

public sealed class ClaimOfOutcomesTests
{
    private static readonly LadderClaim Claim = new(all => all.ForAll("s", (_, _) => 0, (_, _) => 0, "exact"));

    [Fact]
    public void TrialsSetByHandReplaceThoseNeeded() => Assert.Equal(2 * 3, Instances(Claim with { Trials = 3 }));

    [Fact]
    public void NoTrialsSetMeansAsManyAsNeeded() => Assert.Equal(2 * 5, Instances(Claim));

    /// <summary>0.95ⁿ ≤ 10⁻⁴ first at n = ⌈179.56⌉ = 180; cells share them, rounded up.</summary>
    [Theory]
    [InlineData(1, 180)]
    [InlineData(2, 90)]
    [InlineData(7, 26)]
    public void AViolationIsLookedForOverTheWholeDesign(int cells, int expected) =>
        Assert.Equal(expected, (Claim with { Starts = [.. Enumerable.Range(0, cells)] }).OverDesign(1e-4, 0.05));

    [Fact]
    public void TheSystemIsTheFirstPartOfTheId() => Assert.Equal("toys", Claim.System);

    private static int Instances(LadderClaim claim) =>
        Assert.IsType<Certificate>(claim.Examine(new(1, new InMemoryMeasurements()), 1e-3).Evidence).Instances;
}
