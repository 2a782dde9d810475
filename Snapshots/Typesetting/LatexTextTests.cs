using Verification.Reproductions.Typesetting;
using Xunit;

namespace Verification.Snapshots.Typesetting;

public sealed class LatexTextTests
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
    [InlineData("energy_barrier costs 5 $ a piece")]
    [InlineData("W^* as plain text")]
    public void PlainTextStays(string text)
    {
        Assert.Equal(text, LatexText.ToUnicode(text));
    }
}
