using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Rendering;

/// <summary>The table of <c>claims list</c>.</summary>
public static class ClaimList
{
    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="claims">The claims selected.</param>
    /// <param name="notExamined">How many statements of their systems are not examined.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<Claim> claims, int notExamined)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(claims);
        var listing = new Listing("Claim", "Kind", "Guarantee", "Printed", "Mutants");
        foreach (Claim claim in claims)
        {
            listing.Add(
                claim.Id,
                LatexText.ToUnicode(claim.Title),
                AuditJson.Name(claim.Kind),
                AuditJson.Name(claim.Guarantee),
                new ListingCell(
                    AuditJson.Name(claim.Printed).Replace('-', ' '),
                    claim.AsPrinted is null ? null : "yellow"),
                ShortNumber.Of(claim.Mutants.Count));
        }

        listing.WriteTo(console);
        int printed = claims.Count(claim => claim.Printed != PrintedStatus.NotPrinted);
        int errata = claims.Count(claim => claim.AsPrinted is not null);
        console.WriteLine(
            $"{ShortNumber.Count(claims.Count, "claim")}, {ShortNumber.Of(printed)} of them printed and of these "
                + $"{ShortNumber.Of(errata)} wrong, "
                + $"{ShortNumber.Count(claims.Sum(claim => claim.Mutants.Count), "mutant")}. Details: claims show ID");
        if (notExamined > 0)
            console.WriteLine(
                $"{ShortNumber.Count(notExamined, "statement")} cannot be examined: claims list --not-examined");
    }

    /// <summary>Writes the table of what is not examined.</summary>
    public static void WriteNotExamined(IAnsiConsole console, IReadOnlyList<NotExamined> statements)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(statements);
        var listing = new Listing("Not examined");
        foreach (NotExamined statement in statements)
            listing.Add(statement.Id, LatexText.ToUnicode($"{statement.Title}. {statement.Reason}"));
        listing.WriteTo(console);
    }

    /// <summary>Writes the table of a document's statements with what examines them.</summary>
    public static void WriteCoverage(IAnsiConsole console, IEnumerable<ClaimSystem> systems)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(systems);
        foreach (ClaimSystem system in systems)
        {
            var listing = new Listing(system.Id);
            foreach (CoverageEntry entry in system.Coverage)
            {
                string examined = string.Join(
                    "; ",
                    new[] { string.Join(", ", entry.Ids), LatexText.ToUnicode(entry.Reason ?? "") }.Where(part =>
                        part.Length > 0));
                listing.Add(LatexText.ToUnicode(entry.Heading), $"{LatexText.ToUnicode(entry.Statement)}: {examined}");
            }

            listing.WriteTo(console);
            console.WriteLine($"{system.Document}: {ShortNumber.Count(system.Coverage.Count, "statement")}");
        }
    }
}
