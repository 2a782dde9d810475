using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
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
        var listing = new Listing("Claim", "Verdict", "Printed", "Mutants");
        foreach (ClaimReport report in result.Claims.Select(claim => claim.Report))
        {
            int refuted = report.Mutants.Count(mutant => mutant.AsExpected);
            int mutants = report.Mutants.Count();
            listing.Add(
                report.Claim.Id,
                report.Main.Result.Evidence.Summary,
                VerdictMark.Cell(report.Verdict),
                report is { Claim.AsPrinted: not null, Printed: { } printed }
                    ? VerdictMark.Cell(printed)
                    : AuditJson.Name(report.Claim.Printed).Replace('-', ' '),
                new ListingCell(
                    $"{ShortNumber.Of(refuted)}/{ShortNumber.Of(mutants)}",
                    refuted < mutants ? "yellow" : null));
        }

        listing.WriteTo(console);
        foreach (
            VariantReport variant in result
                .Claims.SelectMany(claim => claim.Report.Variants)
                .Where(variant => !variant.AsExpected))
        {
            string name =
                $"{variant.Variant.Claim.Id}, {variant.Variant.Key} ({LatexText.ToUnicode(variant.Variant.Name)})";
            console.MarkupLine(
                $"{VerdictMark.Markup(variant.Result.Verdict)} where "
                    + $"[bold]{VerdictMark.Of(variant.Variant.Expected)[2..]}[/] was expected: {Markup.Escape(name)}");
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
        string part = result.Settings.Shard is { } shard ? $"shard {shard}: " : "";
        return $"{part}{ShortNumber.Of(result.Passed)} of {ShortNumber.Count(result.Claims.Count, "claim")} as expected"
            + $"{open}, {ShortNumber.Count(result.Figures.Count, "figure")}; written to "
            + Shown.Path(result.Settings.Folder);
    }
}
