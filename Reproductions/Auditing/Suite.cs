using Verification.Reproductions.Figures;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Auditing;

/// <summary>What the program works on: claims and figures, of this catalogue or of a paper of its user.</summary>
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

    /// <summary>The suite of a paper, with all that the program has for its own.</summary>
    /// <param name="publication">Whose it is.</param>
    /// <param name="systems">Its documents, each a system; no two have an id in common.</param>
    /// <param name="figures">Its figures, in their order.</param>
    /// <exception cref="InvalidOperationException">A claim, an id or the coverage of a system is not sound; the message
    /// names it.</exception>
    public static Suite Of(
        Publication publication, IReadOnlyList<ClaimSystem> systems, IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(systems);
        ArgumentNullException.ThrowIfNull(figures);
        if (publication.Name == Release.Name)
            throw new InvalidOperationException($"{Release.Name} is the name of the catalogue; take another.");
        IReadOnlyList<Claim> claims = Catalogue.Validated([.. systems.SelectMany(system => system.Claims)]);
        RefuseUnsound(systems);
        RefuseUnsound(figures, systems, claims);
        return new(claims, figures)
        {
            Publication = publication,
            NotExamined = Catalogue.Validated([.. systems.SelectMany(system => system.NotExamined)], claims),
            Systems = systems,
            ReportPage = PageTemplate.Embedded,
            Pictures = SvgRenderer.Embedded,
        };
    }

    /// <summary>Whose it is; unless told that of the catalogue.</summary>
    public Publication Publication { get; init; } = Release.Publication;

    /// <summary>Its name where it is not that of the catalogue, else null.</summary>
    public string? ForeignName => Publication.Name == Release.Name ? null : Publication.Name;

    /// <summary>The identities of its code; unless told that of the catalogue. What loads a suite from an assembly sets
    /// them.</summary>
    public SuiteCode Code { get; init; } = SuiteCode.OfTheCatalogue;

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

    private static void RefuseUnsound(IReadOnlyList<ClaimSystem> systems)
    {
        foreach (ClaimSystem system in systems)
        {
            if (systems.Count(other => other.Id == system.Id) > 1)
                throw new InvalidOperationException($"Two systems have the id {system.Id}.");
            if (system.Claims.FirstOrDefault(claim => claim.System != system.Id) is { } stray)
                throw new InvalidOperationException($"{stray.Id} stands in the system {system.Id}, not in its own.");
            Catalogue.Validated(system);
        }
    }

    private static void RefuseUnsound(
        IReadOnlyList<Figure> figures, IReadOnlyList<ClaimSystem> systems, IReadOnlyList<Claim> claims)
    {
        foreach (Figure figure in figures)
        {
            if (figures.Count(other => other.Id == figure.Id) > 1)
                throw new InvalidOperationException($"Two figures have the id {figure.Id}.");
            if (systems.All(system => system.Id != figure.System))
                throw new InvalidOperationException($"The figure {figure.Id} belongs to no system.");
            if (figure.Claims.FirstOrDefault(id => claims.All(claim => claim.Id != id)) is { } unknown)
                throw new InvalidOperationException($"The figure {figure.Id} shows {unknown}, which is no claim.");
        }
    }
}
