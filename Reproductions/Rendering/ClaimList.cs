using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Spec;

namespace Verification.Reproductions.Rendering;

/// <summary>The table of <c>claims list</c>.</summary>
public static class ClaimList
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claims);
        var listing = new Listing("Claim", "Kind", "Printed", "Mutants");
        foreach (Claim claim in claims)
        {
            listing.Add(
                claim.Id,
                LatexText.ToUnicode(claim.Title),
                AuditJson.Name(claim.Kind),
                claim.AsPrinted is null ? "stands" : new ListingCell("erratum", "yellow"),
                ShortNumber.Of(claim.Mutants.Count));
        }

        listing.WriteTo(console);
        int errata = claims.Count(claim => claim.AsPrinted is not null);
        console.WriteLine(
            $"{ShortNumber.Count(claims.Count, "claim")}, {ShortNumber.Of(errata)} printed wrong, {ShortNumber.Count(claims.Sum(claim => claim.Mutants.Count), "mutant")}. Details: claims show ID");
    }
}
