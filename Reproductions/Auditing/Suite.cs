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
    };

    /// <summary>The page of an audit without its data; null where the program was built without Node.</summary>
    public PageTemplate? ReportPage { get; init; }

    /// <summary>The systems as values.</summary>
    public IReadOnlyList<ClaimSystem> Systems { get; init; } = [];

    /// <summary>What the documents state and nothing examines.</summary>
    public IReadOnlyList<NotExamined> NotExamined { get; init; } = [];

    /// <summary>The statement with this id that is not examined, or null.</summary>
    public NotExamined? FindNotExamined(string id) => NotExamined.FirstOrDefault(statement => statement.Id == id);
}
