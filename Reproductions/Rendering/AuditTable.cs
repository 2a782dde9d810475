using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Spec.Examining;

namespace Verification.Reproductions.Rendering;

/// <summary>The verdicts at the end of <c>claims audit</c>.</summary>
public static class AuditTable
{
    /// <summary>Writes them.</summary>
    public static void Write(IAnsiConsole console, AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        Table table = new Table().Border(TableBorder.Horizontal).Expand();
        table.AddColumn("Claim");
        table.AddColumn(new TableColumn("Verdict").NoWrap());
        table.AddColumn(new TableColumn("Printed").NoWrap());
        table.AddColumn(new TableColumn("Mutants").NoWrap().RightAligned());
        foreach (AuditedClaim audited in result.Claims)
        {
            ClaimReport report = audited.Report;
            table.AddRow(
                new Markup($"[bold]{Markup.Escape(report.Claim.Id)}[/]\n{Markup.Escape(report.Main.Result.Evidence.Summary)}"),
                new Markup(VerdictMark.Markup(report.Verdict)),
                new Markup(report.Claim.AsPrinted is null ? "stands" : VerdictMark.Markup(report.Printed)),
                new Text($"{ShortNumber.Of(report.Mutants.Count(mutant => mutant.AsExpected))}/{ShortNumber.Of(report.Mutants.Count())}"));
        }

        console.Write(table);
        foreach (VariantReport variant in result.Claims.SelectMany(claim => claim.Report.Variants).Where(variant => !variant.AsExpected))
        {
            console.MarkupLine(
                $"{VerdictMark.Markup(variant.Result.Verdict)} where [bold]{VerdictMark.Of(variant.Variant.Expected)[2..]}[/] was expected: {Markup.Escape($"{variant.Variant.Claim.Id}, {variant.Variant.Key} ({LatexText.ToUnicode(variant.Variant.Name)})")}");
        }

        console.WriteLine(Summary(result));
        console.WriteLine($"digest {result.Digest}");
    }

    private static string Summary(AuditResult result)
    {
        int contradicted = result.Contradicted.Count();
        int undecided = result.Undecided.Count();
        string open = contradicted + undecided == 0
            ? ""
            : $" ({ShortNumber.Count(contradicted, "verdict")} contradicted, {ShortNumber.Of(undecided)} undecided)";
        return $"{ShortNumber.Of(result.Passed)} of {ShortNumber.Count(result.Claims.Count, "claim")} as expected{open}, {ShortNumber.Count(result.Figures.Count, "figure")}; written to {result.Settings.Folder}";
    }
}
