using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary>What the program works on: claims and figures. Tests put toys in their place.</summary>
/// <param name="Claims">The catalogue, in its order.</param>
/// <param name="Figures">The figures, in the order of the catalogue's systems.</param>
public sealed record Suite(IReadOnlyList<Claim> Claims, IReadOnlyList<Figure> Figures)
{
    /// <summary>The whole catalogue with all figures.</summary>
    public static Suite Whole { get; } = new(Catalogue.Claims, FigureCatalogue.Figures);

    /// <summary>The claim with this id.</summary>
    /// <exception cref="RefusalException">There is none; the message names the nearest ids.</exception>
    public Claim Find(string id) =>
        Claims.FirstOrDefault(claim => claim.Id == id)
        ?? throw RefusalException.Usage($"there is no claim '{id}'; {NearestIds.Hint(id, Claims.Select(claim => claim.Id))}.");
}
