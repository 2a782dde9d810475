using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>claims.tex</c>: what a paper quotes from the audit, as macros, and the table of its
/// appendix.</summary>
/// <remarks>
/// After <c>\input{claims}</c>: <c>\claimverdict{ID}</c>, <c>\claimprinted{ID}</c> (the verdict on the printed form,
/// or "not printed"), <c>\claimnumber{ID}{NAME}</c> (a measured number as <c>audit.json</c> names it, or
/// <c>evidence.NAME</c>), <c>\claimlevel{ID}</c> (error level of one decision, 0 where nothing is drawn),
/// <c>\claimreplay{ID}</c> (of the refuted printed form, else of the first mutant), <c>\claimstitle{ID}</c>,
/// <c>\claimsdigest</c>, <c>\claimsseed</c>, <c>\claimstier</c>, <c>\claimsrisk</c>, and <c>\claimstable</c>, which
/// needs the package longtable. An unknown id or name is set as <c>??</c>, with a warning. Nothing else is needed, and
/// the file is ASCII.
/// </remarks>
public static class ClaimsTex
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = "claims.tex";

    private const string Head = """
        % Verdicts, numbers, error levels and replay tokens of an audit, for \input{claims}.
        %   \claimverdict{system/claim}        holds, refuted or undecided
        %   \claimprinted{system/claim}        the same for the form as printed
        %   \claimnumber{system/claim}{name}   a measured number by its name in audit.json, or evidence.name
        %   \claimlevel{system/claim}          error level of one decision
        %   \claimreplay{system/claim}         token for "claims replay"
        %   \claimstitle{system/claim}         the statement in words
        %   \claimstable                       the table of the appendix; needs \usepackage{longtable}
        %   \claimsdigest \claimsseed \claimstier \claimsrisk
        \makeatletter
        \newcommand{\claims@set}[3]{\expandafter\gdef\csname claims@#1@#2\endcsname{#3}}
        \newcommand{\claims@get}[2]{\expandafter\ifx\csname claims@#1@#2\endcsname\relax
          \textbf{??}\@latex@warning{claims.tex has no #1 of '#2'}\else\csname claims@#1@#2\endcsname\fi}
        \newcommand{\claimverdict}[1]{\claims@get{verdict}{#1}}
        \newcommand{\claimprinted}[1]{\claims@get{printed}{#1}}
        \newcommand{\claimnumber}[2]{\claims@get{number}{#1@#2}}
        \newcommand{\claimlevel}[1]{\claims@get{level}{#1}}
        \newcommand{\claimreplay}[1]{\claims@get{replay}{#1}}
        \newcommand{\claimstitle}[1]{\claims@get{title}{#1}}

        """;

    /// <summary>The document.</summary>
    public static string Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Command(text, "claimsdigest", $@"\texttt{{{string.Join(@"\allowbreak{}", result.Digest.Chunk(8).Select(
            part => new string(part)))}}}");
        Command(text, "claimsseed", result.Settings.Seed.ToString(CultureInfo.InvariantCulture));
        Command(text, "claimstier", TierNames.Of(result.Settings.Tier));
        Command(text, "claimsrisk", TexText.Number(result.Budget.Risk));
        foreach (ClaimReport report in result.Claims.Select(claim => claim.Report))
            Append(text, report, result.Budget);
        AppendTable(text, result);
        text.Append("\\makeatother\n\\endinput\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ClaimReport report, RiskBudget budget)
    {
        string id = report.Claim.Id;
        Set(text, "title", id, TexText.Of(report.Claim.Title));
        Set(text, "verdict", id, AuditJson.Name(report.Verdict));
        Set(text, "printed", id, Printed(report));
        Set(text, "level", id, Level(report, budget));
        if (Replay(report) is { } token)
            Set(text, "replay", id, TexText.Code(token));
        foreach ((string name, double number) in report.Main.Result.Measured.Concat(Numbers(report.Main.Result)))
            Set(text, "number", $"{id}@{name}", TexText.Number(number));
    }

    private static void AppendTable(StringBuilder text, AuditResult result)
    {
        text.Append(
            """
            \newcommand{\claimstable}{%
            \begin{longtable}{@{}p{0.27\linewidth}p{0.31\linewidth}lp{0.1\linewidth}ll@{}}
            \hline Claim & Statement & Verdict & As printed & Mutants & Level\\ \hline\endhead
            \hline\endfoot

            """.ReplaceLineEndings("\n"));
        foreach (ClaimReport report in result.Claims.Select(claim => claim.Report))
        {
            string mutants = string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Mutants.Count(mutant => mutant.AsExpected)}/{report.Mutants.Count()}");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{TexText.Code(report.Claim.Id)} & {TexText.Of(report.Claim.Title)} & "
                    + $"{AuditJson.Name(report.Verdict)} & {Printed(report)} & {mutants} & "
                    + $"{Level(report, result.Budget)}\\\\\n");
        }

        text.Append("\\end{longtable}}\n");
    }

    private static string Printed(ClaimReport report) =>
        report.Printed is { } printed ? AuditJson.Name(printed) : "not printed";

    private static string Level(ClaimReport report, RiskBudget budget) =>
        TexText.Number(report.Claim.Decisions == 0 ? 0 : budget.Level);

    private static string? Replay(ClaimReport report) => report.Variants
        .Where(variant => variant.Variant.Role != VariantRole.Claim)
        .Select(variant => (variant.Result.Evidence as Counterexample)?.Replay)
        .FirstOrDefault(token => token is not null);

    private static IEnumerable<KeyValuePair<string, double>> Numbers(Examined examined) =>
        from member in AuditJson.Evidence(examined.Evidence).AsObject()
        where member.Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
        select KeyValuePair.Create($"evidence.{member.Key}", member.Value!.GetValue<double>());

    private static void Set(StringBuilder text, string kind, string key, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"\\claims@set{{{kind}}}{{{key}}}{{{value}}}\n");

    private static void Command(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"\\newcommand{{\\{name}}}{{{value}}}\n");
}
