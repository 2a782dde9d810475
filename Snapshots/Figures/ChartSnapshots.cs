using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.Figures;

/// <summary>The Vega-Lite specification of every figure.</summary>
public sealed class ChartSnapshots
{
    public static TheoryData<string> Ids => [.. FigureCatalogue.Figures.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task ChartOf(string id)
    {
        Figure figure = FigureCatalogue.Figures.Single(candidate => candidate.Id == id);
        await Verifier
            .Verify(figure.Specification($"{figure.FileName}.csv").ToJsonString(new() { WriteIndented = true }), "json")
            .UseParameters(id);
    }
}
