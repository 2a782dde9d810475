using System.Text.RegularExpressions;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Xunit;

namespace Verification.Snapshots.Typesetting;

public sealed partial class LatexTextTests
{
    [Theory]
    [InlineData(
        @"\min_{\mathrm{rank}(W)\le d-1}\widehat{\mathcal{L}}(W) \ge \tfrac12 C_5\,\sigma_{\min}(W^*)^4",
        "min_(rank(W)≤d-1) ℒ̂(W) ≥ ½C₅ σ_min(W*)⁴")]
    [InlineData(@"\text{for } N\ge \tfrac{d(d+1)}{2} \text{ samples}", "for N ≥ d(d+1)/2 samples")]
    [InlineData(@"W^{*T}W^* = \frac{a+b}{c}", "W*ᵀW* = (a+b)/c")]
    [InlineData(@"\mathbb{P}[\|x\| \to \infty] = 1", "ℙ[‖x‖ → ∞] = 1")]
    [InlineData(@"the risk $L_i \le 1$ falls", "the risk Lᵢ ≤ 1 falls")]
    [InlineData(@"\unknown x", @"\unknownx")]
    [InlineData(@"\frac{a}{", "a/")]
    [InlineData(@"x^", "x^")]
    [InlineData(@"\", @"\")]
    public void StatementsReadAsText(string latex, string text)
    {
        Assert.Equal(text.Normalize(), LatexText.Statement(latex).Normalize(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("a\\le b,\n  c=d \\\\\ne\n", "a ≤ b,\nc = d\ne")]
    [InlineData("\\text{for every }x\ny\\ge\n0", "for every x y ≥ 0")]
    [InlineData("\\frac{a\n+b}\n{c}", "(a+b)/c")]
    [InlineData("\\text{data,\nnot degenerate}", "data, not degenerate")]
    public void AFormulaEndsWithItsPunctuationOrItsLineInTex(string latex, string text) =>
        Assert.Equal(text, LatexText.Statement(latex));

    [Fact]
    public void FormulasSetApartReadAsText() =>
        Assert.Equal("if a ≤ b c", LatexText.ToUnicode(@"if $$a \le b$$ $$c$$"));

    [Theory]
    [InlineData(@"\boxed{a \le b}", "a ≤ b")]
    [InlineData(@"\min_{\substack{a \\ b}} c", "min_(a,b)c")]
    [InlineData(@"\substack", "")]
    public void ABoxAndConditionsBelowEachOtherAreText(string latex, string text) =>
        Assert.Equal(text, LatexText.Statement(latex));

    [Fact]
    public void NoTextOfTheCatalogueShowsACommand()
    {
        (string Id, string Text)[] texts =
        [
            .. Catalogue.Claims.SelectMany(claim => (IEnumerable<(string, string)>)
            [
                (claim.Id, LatexText.ToUnicode(claim.Title)),
                (claim.Id, LatexText.Statement(claim.Statement.Reading)),
                (claim.Id, LatexText.Statement(claim.Statement.Corrected ?? "")),
                (claim.Id, LatexText.ToUnicode(claim.Statement.Reason ?? "")),
                (claim.Id, LatexText.ToUnicode(claim.Method)),
                .. claim.Quotations.Select(quotation => (claim.Id, LatexText.Statement(quotation))),
                .. claim.Hypotheses.Select(hypothesis => (claim.Id, LatexText.ToUnicode(hypothesis))),
                .. Variant.Of(claim).Select(variant => (claim.Id, LatexText.ToUnicode(variant.Name))),
            ]),
            .. Catalogue.NotExamined.Select(statement => (statement.Id, LatexText.ToUnicode(statement.Reason))),
        ];
        Assert.Equal([], texts.Where(text => Command().IsMatch(text.Text)));
    }

    [Theory]
    [InlineData("energy_barrier costs 5 $ a piece")]
    [InlineData("W^* as plain text")]
    public void PlainTextStays(string text)
    {
        Assert.Equal(text, LatexText.ToUnicode(text));
    }

    [GeneratedRegex(@"\\[A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex Command();
}
