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
        Table table = new Table().Border(TableBorder.Horizontal).Expand();
        table.AddColumn("Claim");
        table.AddColumn(new TableColumn("Kind").NoWrap());
        table.AddColumn(new TableColumn("Printed").NoWrap());
        table.AddColumn(new TableColumn("Mutants").NoWrap().RightAligned());
        foreach (Claim claim in claims)
        {
            table.AddRow(
                new Markup($"[bold]{Markup.Escape(claim.Id)}[/]\n{Markup.Escape(LatexText.ToUnicode(claim.Title))}"),
                new Text(AuditJson.Name(claim.Kind)),
                claim.AsPrinted is null ? new Markup("stands") : new Markup("[yellow]erratum[/]"),
                new Text(ShortNumber.Of(claim.Mutants.Count)));
        }

        console.Write(table);
        int errata = claims.Count(claim => claim.AsPrinted is not null);
        console.WriteLine(
            $"{ShortNumber.Count(claims.Count, "claim")}, {ShortNumber.Of(errata)} printed wrong, {ShortNumber.Count(claims.Sum(claim => claim.Mutants.Count), "mutant")}. Details: claims show ID");
    }
}
