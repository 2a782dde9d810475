using Verification.Reproductions.Figures;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>What the program works on: claims and figures. Tests put toys in their place.</summary>
/// <param name="Claims">The catalogue, in its order.</param>
/// <param name="Figures">The figures, in the order of the catalogue's systems.</param>
public sealed record Suite(IReadOnlyList<Claim> Claims, IReadOnlyList<Figure> Figures)
{
    /// <summary>The whole catalogue with all figures.</summary>
    public static Suite Whole { get; } = new(Catalogue.Claims, FigureCatalogue.Figures)
    {
        NotExamined = Catalogue.NotExamined,
        Systems = Catalogue.Systems,
        ReportPage = PageTemplate.Embedded,
        Pictures = SvgRenderer.Embedded,
    };

    /// <summary>The page of an audit without its data; null where the program was built without Node.</summary>
    public PageTemplate? ReportPage { get; init; }

    /// <summary>Draws figures as SVG; null where the program was built without Node.</summary>
    public SvgRenderer? Pictures { get; init; }

    /// <summary>The systems as values.</summary>
    public IReadOnlyList<ClaimSystem> Systems { get; init; } = [];

    /// <summary>What the documents state and nothing examines.</summary>
    public IReadOnlyList<NotExamined> NotExamined { get; init; } = [];

    /// <summary>The figures that belong to some claims: those that show one of them, and those of a system as a whole
    /// where a claim of it is among them.</summary>
    public IEnumerable<Figure> FiguresOf(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var systems = new HashSet<string>(StringComparer.Ordinal);
        foreach (Claim claim in claims)
        {
            ids.Add(claim.Id);
            systems.Add(claim.System);
        }

        return Figures.Where(
            figure => figure.Claims.Count == 0 ? systems.Contains(figure.System) : figure.Claims.Any(ids.Contains));
    }

    /// <summary>The statement with this id that is not examined, or null.</summary>
    public NotExamined? FindNotExamined(string id) => NotExamined.FirstOrDefault(statement => statement.Id == id);
}
