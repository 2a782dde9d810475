using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Snapshots.Figures;

namespace Verification.Snapshots.Toys;

/// <summary>A catalogue in which every verdict occurs.</summary>
public static class ToySuite
{
    // A page that is nothing but its data.
    private static readonly PageTemplate Page = new(PageTemplate.Place);

    /// <summary>Two claims as expected, one with an erratum.</summary>
    public static Suite Sound { get; } =
        new([new ToyClaim("holds"), new ToyClaim("erratum") { Erratum = true, Size = 7 }], [new ToyFigure()])
        {
            ReportPage = Page, Pictures = ToyPictures.Renderer,
        };

    /// <summary>A catalogue in which every claim has an experiment of its own.</summary>
    public static Suite Apart(Suite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return suite with
        {
            Claims = [.. suite.Claims.Cast<ToyClaim>().Select(claim => claim with { Measured = $"{claim.Id}-sum" })],
        };
    }

    /// <summary>Claims that are refuted, undecided, and without power.</summary>
    public static Suite Unsound { get; } = new(
        [
            new ToyClaim("holds"),
            new ToyClaim("refuted") { Bound = 0.01 },
            new ToyClaim("undecided") { Tolerance = 100 },
            new ToyClaim("powerless") { MutantBound = 2 },
        ],
        [])
    {
        ReportPage = Page,
    };
}
