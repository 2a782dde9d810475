using System.Globalization;
using System.Text;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.Documents;

/// <summary>What the documentation says of the catalogue, made from it: tables and counts, each by the name of its
/// place.</summary>
/// <param name="systems">The systems, in the order of the catalogue.</param>
public sealed class CatalogueBlocks(IReadOnlyList<ClaimSystem> systems)
{
    /// <summary>The content of a place, ending in a line break; null where there is no such place.</summary>
    /// <remarks>Of the whole catalogue <c>systems</c>, <c>counts</c> and <c>errata</c>; of a system <c>claims ID</c>,
    /// <c>errata ID</c>, <c>not examined ID</c>, <c>coverage ID</c>.</remarks>
    public string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == "systems")
            return Systems();
        if (name == "counts")
            return Counts();
        if (name == "errata")
            return ErrataBlock.Of(systems);
        int space = name.LastIndexOf(' ');
        ClaimSystem? system = systems.FirstOrDefault(candidate => candidate.Id == name[(space + 1)..]);
        return (system, space < 0 ? "" : name[..space]) switch
        {
            (null, _) => null,
            (_, "claims") => Claims(system),
            (_, "errata") => Errata(system),
            (_, "not examined") => NotExamined(system),
            (_, "coverage") => Coverage(system),
            _ => null,
        };
    }

    private string Systems()
    {
        var text = new StringBuilder(
            "| system | document | claims | mutants | stand | loose | hypothesis missing | false | not printed | not "
                + "examined |\n");
        text.Append("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (ClaimSystem system in systems)
        {
            string counts = string.Join(
                " | ", Enum.GetValues<PrintedStatus>()
                    .Select(status => Number(system.Claims.Count(claim => claim.Printed == status))));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{MarkdownText.Of(system.Title)}](docs/{system.Id}.md) | {MarkdownText.Of(system.Document)} | "
                    + $"{system.Claims.Count} | {Mutants(system.Claims)} | {counts} | {system.NotExamined.Count} |\n");
        }

        return text.ToString();
    }

    private string Counts()
    {
        Claim[] claims = [.. systems.SelectMany(system => system.Claims)];
        int printed = claims.Count(claim => claim.Printed != PrintedStatus.NotPrinted);
        int wrong = claims.Count(claim => claim.Printed is PrintedStatus.False or PrintedStatus.HypothesisMissing);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{claims.Length} claims with {Mutants(claims)} mutants. {printed} of them examine what is printed, and of "
                + $"these {wrong} do not stand as printed; the others are derived here.\n");
    }

    private static string Claims(ClaimSystem system)
    {
        var text = new StringBuilder(
            "| claim | statement | kind | guarantee | printed form | mutants |\n|---|---|---|---|---|--:|\n");
        foreach (Claim claim in system.Claims)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{Name(claim.Id)}` | {Cell(claim.Title)} | {Words(claim.Kind)} | {Words(claim.Guarantee)} | "
                    + $"{Words(claim.Printed)} | {claim.Mutants.Count} |\n");
        }

        return text.ToString();
    }

    private static string Errata(ClaimSystem system)
    {
        var text = new StringBuilder("| claim | status | as read | corrected | why |\n|---|---|---|---|---|\n");
        foreach (Claim claim in system.Claims.Where(claim => claim.Statement.Corrected is not null))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{Name(claim.Id)}` | {Words(claim.Printed)} | {Formula(claim.Statement.Reading)} | "
                    + $"{Formula(claim.Statement.Corrected!)} | {Cell(claim.Statement.Reason!)} |\n");
        }

        return text.ToString();
    }

    private static string NotExamined(ClaimSystem system)
    {
        var text = new StringBuilder("| statement | heading | why |\n|---|---|---|\n");
        foreach (NotExamined statement in system.NotExamined)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(statement.Title)} | {Cell(statement.Source.Heading)} | {Cell(statement.Reason)} |\n");
        return text.ToString();
    }

    private static string Coverage(ClaimSystem system)
    {
        var text = new StringBuilder("| heading | statement | examined by |\n|---|---|---|\n");
        foreach (CoverageEntry entry in system.Coverage)
        {
            string claims = string.Join(", ", entry.Ids.Select(id => $"`{id}`"));
            string reason = entry.Reason is null ? "" : Cell(entry.Reason);
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Cell(entry.Heading)} | {Cell(entry.Statement)} | "
                    + $"{string.Join("; ", new[] { claims, reason }.Where(part => part.Length > 0))} |\n");
        }

        return text.ToString();
    }

    private static int Mutants(IEnumerable<Claim> claims) => claims.Sum(claim => claim.Mutants.Count);

    private static string Name(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Words<T>(T value)
        where T : struct, Enum => Auditing.AuditJson.Name(value).Replace('-', ' ');

    private static string Cell(string text) => MarkdownText.Of(text);

    private static string Formula(string latex) =>
        MarkdownText.Of(LatexText.Statement(latex).ReplaceLineEndings(" "));
}
