using System.Globalization;
using System.Text;
using Verification.Implementation.Numerics.Random;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>verdicts.md</c>, the table for a paper's artifact appendix.</summary>
public static class VerdictsMarkdown
{
    /// <summary>The document.</summary>
    public static string Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        text.Append("# Verdicts\n\n");
        if (result.Suite.ForeignName is { } suite)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Suite {MarkdownText.Code(suite)}: {MarkdownText.Of(result.Suite.Publication.Title)}, by "
                    + $"{MarkdownText.Of(result.Suite.Publication.Authors)}.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Tier {TierNames.Of(result.Settings.Tier)}, seed {result.Settings.Seed}, risk {result.Settings.Risk} "
                + $"({result.Budget.Level} a decision), stream {RandomStream.Version}.\n");
        if (result.Settings.Shard is { } shard)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Shard {shard}: one part of the audit; {MarkdownText.Code("claims merge")} puts all together.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{result.Passed} of {result.Claims.Count} claims are as expected. Digest "
                + $"{MarkdownText.Code(result.Digest)}.\n\n");
        text.Append("| Claim | Statement | Kind | Verdict | As printed | Mutants refuted | Evidence |\n");
        text.Append("|---|---|---|---|---|---|---|\n");
        foreach (ClaimReport report in result.Claims.Select(claim => claim.Report))
        {
            text.Append('|');
            foreach (string cell in Row(report))
                text.Append(CultureInfo.InvariantCulture, $" {cell} |");
            text.Append('\n');
        }

        AppendErrata(text, result);
        AppendUnexpected(text, result);
        AppendNotExamined(text, result);
        return text.ToString();
    }

    private static string[] Row(ClaimReport report) =>
    [
        MarkdownText.Code(report.Claim.Id),
        MarkdownText.Of(report.Claim.Title),
        AuditJson.Name(report.Claim.Kind),
        AuditJson.Name(report.Verdict),
        report.Printed is { } printed ? AuditJson.Name(printed) : "not printed",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Mutants.Count(mutant => mutant.AsExpected)} of {report.Mutants.Count()}"),
        MarkdownText.Of(report.Main.Result.Evidence.Summary),
    ];

    private static void AppendErrata(StringBuilder text, AuditResult result)
    {
        VariantReport[] refuted =
        [
            .. result
                .Claims.SelectMany(claim => claim.Report.Variants)
                .Where(variant =>
                    variant.Variant.Role == VariantRole.Printed && variant.Result.Verdict == Verdict.Refuted),
        ];
        if (refuted.Length == 0)
            return;
        text.Append("\n## Refuted as printed\n\n");
        foreach (VariantReport printed in refuted)
        {
            Claim claim = printed.Variant.Claim;
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {MarkdownText.Code(claim.Id)}: {MarkdownText.Of(claim.Statement.Reason ?? "")} "
                    + $"{MarkdownText.Of(printed.Result.Evidence.Summary)}.");
            if (printed.Result.Evidence is Counterexample counterexample)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" Replay: {MarkdownText.Code($"claims replay \"{counterexample.Replay}\"")}");
            text.Append('\n');
        }
    }

    private static void AppendUnexpected(StringBuilder text, AuditResult result)
    {
        VariantReport[] unexpected =
        [
            .. result.Claims.SelectMany(claim => claim.Report.Variants).Where(variant => !variant.AsExpected),
        ];
        if (unexpected.Length == 0)
            return;
        text.Append("\n## Not as expected\n\n");
        foreach (VariantReport variant in unexpected)
        {
            string verdict =
                $"{AuditJson.Name(variant.Result.Verdict)}, expected {AuditJson.Name(variant.Variant.Expected)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {MarkdownText.Code(variant.Variant.Claim.Id)}, {variant.Variant.Key} "
                    + $"({MarkdownText.Of(variant.Variant.Name)}): {verdict}; "
                    + $"{MarkdownText.Of(variant.Result.Evidence.Summary)}\n");
        }
    }

    private static void AppendNotExamined(StringBuilder text, AuditResult result)
    {
        if (result.NotExamined.Count == 0)
            return;
        text.Append("\n## Not examined\n\n");
        foreach (NotExamined statement in result.NotExamined)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- {MarkdownText.Code(statement.Id)}: {MarkdownText.Of(statement.Title)}. "
                    + $"{MarkdownText.Of(statement.Reason)}\n");
        }
    }
}
