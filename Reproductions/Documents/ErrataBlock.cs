using System.Globalization;
using System.Text;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Counterexamples;

namespace Verification.Reproductions.Documents;

/// <summary>Every printed form that does not stand, by severity and system, as Markdown.</summary>
internal static class ErrataBlock
{
    private static readonly (PrintedStatus Status, string Heading, string Words)[] Severities =
    [
        (PrintedStatus.False, "False", "Refuted as printed; the corrected form holds."),
        (PrintedStatus.HypothesisMissing, "A hypothesis is missing",
            "True under a hypothesis that the document states nowhere for this object; refuted without it."),
        (PrintedStatus.Loose, "Loose", "True as printed; a sharper form is examined as well."),
    ];

    /// <summary>The block, ending in a line break.</summary>
    public static string Of(IReadOnlyList<ClaimSystem> systems)
    {
        var text = new StringBuilder();
        foreach ((PrintedStatus status, string heading, string words) in Severities)
        {
            Claim[] all = [.. systems.SelectMany(system => system.Claims).Where(claim => claim.Printed == status)];
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {heading}\n\n{words} {ShortNumber.Count(all.Length, "statement")}.\n");
            foreach (ClaimSystem system in systems)
            {
                Claim[] claims = [.. all.Where(claim => claim.System == system.Id)];
                if (claims.Length == 0)
                    continue;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n### {MarkdownText.Of(system.Title)}\n\n{MarkdownText.Of(system.Document)}. Derivations: "
                        + $"[{system.Id}.md]({system.Id}.md).\n");
                foreach (Claim claim in claims)
                    Append(text, claim);
            }
        }

        text.Append('\n');
        return text.ToString();
    }

    private static void Append(StringBuilder text, Claim claim)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n#### {MarkdownText.Of(claim.Title)}\n\n{MarkdownText.Code(claim.Id)} · "
                + $"{MarkdownText.Of(claim.Source.Heading)} · {MarkdownText.Of(claim.Source.Reference)}\n\n");
        foreach (string quotation in claim.Quotations)
            text.Append(CultureInfo.InvariantCulture, $"> {MarkdownText.Of(quotation)}\n>\n");
        text.Append('\n');
        Item(text, "As read", Formula(claim.Statement.Reading));
        if (claim.Statement.Reason is { } reason)
            Item(text, claim.Printed == PrintedStatus.Loose ? "Why" : "What is wrong", MarkdownText.Of(reason));
        if (claim.Statement.Corrected is { } corrected)
            Item(text, claim.Printed == PrintedStatus.Loose ? "Sharper" : "Correct", Formula(corrected));
        if (claim.PrintedCounterexample is { } exact)
            Item(text, "Counterexample", $"{MarkdownText.Of(exact.Words)} {Checked(claim, exact)}.");
    }

    private static string Checked(Claim claim, ExactCounterexample exact)
    {
        string rest = MarkdownText.Of(exact.Unchecked ?? "");
        string file = MarkdownText.Code(CounterexampleFile.PathOf(claim));
        return exact.Fails.Count == 0 ? $"Not a matter of arithmetic: {rest}"
            : rest.Length > 0 ? $"Checked by arithmetic in {file}, but for this: {rest}"
            : $"Checked by arithmetic in {file}";
    }

    private static void Item(StringBuilder text, string name, string words) =>
        text.Append(CultureInfo.InvariantCulture, $"- **{name}**: {words}\n");

    private static string Formula(string latex) => MarkdownText.Of(LatexText.Statement(latex).ReplaceLineEndings(" "));
}
