using Verification.Spec;
using Verification.Spec.Counterexamples;
using Xunit;

namespace Verification.Properties.Counterexamples;

/// <summary>The counterexamples that stand beside printed forms are ones: exact arithmetic decides every
/// relation.</summary>
public sealed class PrintedCounterexampleTests
{
    public static TheoryData<string> Ids =>
        [.. Catalogue.Claims.Where(claim => claim.PrintedCounterexample is not null).Select(claim => claim.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItsHypothesesHoldAndThePrintedFormFails(string id)
    {
        Claim claim = Catalogue.Claims.Single(claim => claim.Id == id);
        ExactCounterexample exact = claim.PrintedCounterexample!;
        Assert.NotNull(claim.AsPrinted);
        Assert.True(exact.Fails.Count > 0 || exact.Unchecked is not null);
        Assert.All(exact.Combinations(), combination =>
        {
            Assert.All(exact.Holds, relation => Assert.True(relation.At(combination.Data).Holds, relation.Words));
            Assert.All(exact.Fails, relation => Assert.False(relation.At(combination.Data).Holds, relation.Words));
        });
    }

    [Fact]
    public void EveryCombinationOfTheListedValuesIsOne()
    {
        var exact = new ExactCounterexample
        {
            Words = "",
            Data = [("x", "1")],
            Each = [("a", ["1", "2"]), ("b", ["3", "4", "5"])],
            Where = [("sum", "a + b + x"), ("twice", "2*sum")],
        };
        Assert.Equal(
            "10 12 14 12 14 16",
            string.Join(' ', exact.Combinations().Select(combination => combination.Data["twice"].Number)));
    }
}
