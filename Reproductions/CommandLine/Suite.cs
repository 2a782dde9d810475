using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary>What the program works on: claims and figures. Tests put toys in their place.</summary>
/// <param name="Claims">The catalogue, in its order.</param>
/// <param name="Figures">The figures, in the order of the catalogue's systems.</param>
public sealed record Suite(IReadOnlyList<Claim> Claims, IReadOnlyList<Figure> Figures)
{
    /// <summary>The whole catalogue with all figures.</summary>
    public static Suite Whole { get; } = new(Catalogue.Claims, FigureCatalogue.Figures) { NotExamined = Catalogue.NotExamined };

    /// <summary>What the documents state and nothing examines.</summary>
    public IReadOnlyList<NotExamined> NotExamined { get; init; } = [];

    /// <summary>The claim with this id.</summary>
    /// <exception cref="RefusalException">There is none, or the statement is not examined; the message names the nearest ids.</exception>
    public Claim Find(string id) =>
        Claims.FirstOrDefault(claim => claim.Id == id)
        ?? throw RefusalException.Usage(FindNotExamined(id) is null
            ? $"there is no claim '{id}'; {NearestIds.Hint(id, Claims.Select(claim => claim.Id))}."
            : $"'{id}' is not examined; claims show {id} gives the reason.");

    /// <summary>The statement with this id that is not examined, or null.</summary>
    public NotExamined? FindNotExamined(string id) => NotExamined.FirstOrDefault(statement => statement.Id == id);
}
