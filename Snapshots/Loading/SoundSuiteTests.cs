using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Reproductions.Loading;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Loading;

/// <summary>A suite that is not sound is refused when it is made, and the message says what is wrong.</summary>
public sealed class SoundSuiteTests
{
    private static readonly Suite Paper = SuiteAssembly.Load(SuiteFixture.Assembly);

    [Theory]
    [InlineData("")]
    [InlineData("My paper")]
    [InlineData("-paper")]
    [InlineData("paper\n")]
    [InlineData("Überblick")]
    public void ANameThatNoLineCouldCarryIsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => Paper.Publication with { Name = name });

    [Fact]
    public void TheNameOfTheCatalogueIsTaken() =>
        Refused("Verification is the name of the catalogue", Release.Publication);

    [Fact]
    public void AClaimOfAnotherSystemIsNamed() => Refused(
        "my-paper/divergence-below-chi-square stands in the system other",
        Paper.Publication, [Paper.Systems[0] with { Id = "other", Coverage = [], NotExamined = [] }]);

    [Fact]
    public void FiguresBelongToASystemOnceEachAndShowItsClaims()
    {
        Refused("Two figures have the id", Paper.Publication, Paper.Systems, [Paper.Figures[0], Paper.Figures[0]]);
        Refused("belongs to no system", Paper.Publication, Paper.Systems, [new ToyFigure()]);
        Refused(
            "shows my-paper/pinsker-constant, which is no claim", Paper.Publication,
            [Paper.Systems[0] with { Claims = [Paper.Claims[0]] }], Paper.Figures);
    }

    private static void Refused(
        string said,
        Publication publication,
        IReadOnlyList<ClaimSystem>? systems = null,
        IReadOnlyList<Figure>? figures = null)
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => Suite.Of(publication, systems ?? Paper.Systems, figures ?? []));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
