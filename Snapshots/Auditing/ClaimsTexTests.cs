using Verification.Reproductions.Auditing;
using Verification.Reproductions.Typesetting;
using Verification.Snapshots.CommandLine;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>A paper that reads <c>claims.tex</c>.</summary>
public sealed class ClaimsTexTests
{
    private const string Paper = """
        \documentclass{article}
        \usepackage{longtable}
        \input{claims}
        \begin{document}
        \claimstitle{toys/holds}: \claimverdict{toys/holds} at level \claimlevel{toys/holds}. % no comment
        As printed: \claimprinted{toys/erratum}, \claimreplay{toys/erratum}.
        The audit of tier \claimstier{} with seed \claimsseed{} and risk \claimsrisk{} has the digest \claimsdigest{}.
        \appendix\section{Claims}
        \claimstable
        \end{document}
        """;

    [Fact]
    public void APaperCanReadTheMacrosOfAnAudit()
    {
        string macros = Macros();
        Assert.Empty(TexSyntax.Complaints(Paper, macros));
        string[] keys = [.. TexSyntax.Keys(macros)];
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(@"\claims@set{verdict}{toys/holds}{holds}", macros, StringComparison.Ordinal);

        // Every number of audit.json can be quoted.
        string number = keys.First(key => key.StartsWith("number@toys/holds@", StringComparison.Ordinal));
        string name = number[(number.LastIndexOf('@') + 1)..];
        Assert.Empty(TexSyntax.Complaints($@"\claimnumber{{toys/holds}}{{{name}}}", macros));
    }

    [Theory]
    [InlineData(@"\claimverdict{toys/absent}", "verdict@toys/absent is used and not set")]
    [InlineData(@"\claimnumber{toys/holds}{absent}", "number@toys/holds@absent is used and not set")]
    [InlineData(@"\unheardof", @"\unheardof is not defined")]
    [InlineData(@"{\bfseries", "the document: groups that are not closed: 1")]
    [InlineData(@"\begin{center}", "the document: center does not end")]
    [InlineData("ε", "the document: 'ε' is not ASCII")]
    public void TheReaderSeesWhatIsWrong(string paper, string complaint) =>
        Assert.Contains(complaint, TexSyntax.Complaints(paper, Macros()), StringComparer.Ordinal);

    [Fact]
    public void EveryTitleOfTheCatalogueCanBeWritten() => Assert.All(Catalogue.Claims, claim =>
    {
        string title = TexText.Of(claim.Title);
        Assert.DoesNotContain("U+", title, StringComparison.Ordinal);
        Assert.Empty(TexSyntax.Complaints(
            "", $"\\claims@set{{title}}{{{claim.Id}}}{{{title}}}\n\\newcommand{{\\claims@set}}{{}}"));
    });

    [Theory]
    [InlineData("50 % of a_i & {b}#1~\\$", @"50 \% of a\_i \& \{b\}\#1\textasciitilde{}\textbackslash{}\$")]
    [InlineData("σ² ≤ ‖W‖", @"\ensuremath{\sigma}\ensuremath{^{2}} \ensuremath{\leq} \ensuremath{\|}W\ensuremath{\|}")]
    [InlineData("L\u0302, β\u0307, Õ", @"\ensuremath{\hat{L}}, \ensuremath{\dot{\beta}}, \ensuremath{\tilde{O}}")]
    [InlineData("✓", "U+2713")]
    public void ATextReadsAsItStands(string text, string tex) => Assert.Equal(tex, TexText.Of(text));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(-1234.5678, "-1235")]
    [InlineData(12345.678, "12346")]
    [InlineData(1e-7, @"1\times 10^{-7}")]
    [InlineData(-6.02214e23, @"-6.022\times 10^{23}")]
    [InlineData(double.NaN, @"\mathrm{NaN}")]
    [InlineData(double.NegativeInfinity, @"-\infty")]
    public void ANumberHasFourDigits(double number, string tex) =>
        Assert.Equal($@"\ensuremath{{{tex}}}", TexText.Number(number));

    private static string Macros()
    {
        using var scratch = new ScratchFolder();
        ClaimsInProcess.Run("audit", "--tier", "smoke", "--no-figures", "--out", scratch["audit"]);
        return File.ReadAllText(Path.Combine(scratch["audit"], ClaimsTex.Name));
    }
}
