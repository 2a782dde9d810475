using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Claims;

public sealed class ReplayTokenTests
{
    private static readonly IReadOnlyList<Claim> Toys = [new DiceClaim()];

    [Fact]
    public void ATokenReadsBackWithAllThatItSays()
    {
        Variant mutant = Variant.Of(new DiceClaim())[1];
        Variant smaller = mutant with { Claim = (DiceClaim)mutant.Claim with { Faces = [7] } };
        var token = ReplayToken.Parse(
            ReplayToken.Of(smaller, 42, 1e-6, new TrialAddress(0, 17), Toys).ToString(), Toys);
        Assert.Equal(("toys/dice-claim", "m1", 42UL, 1e-6), (token.ClaimId, token.VariantKey, token.Seed, token.Risk));
        Assert.Equal(new TrialAddress(0, 17), token.Trial);
        Assert.Equal(ReplayToken.Parameters(smaller.Claim), ReplayToken.Parameters(token.Variant().Claim));
    }

    [Fact]
    public void ATokenHasNoCharacterThatAShellWouldTouch()
    {
        string token = ReplayToken.Of(Variant.Of(new DiceClaim())[1], 42, 1e-3, null, Toys).ToString();
        Assert.Matches("^[A-Za-z0-9~/.,=+-]+$", token);
    }

    [Fact]
    public void TheDefaultRiskIsLeftOut() =>
        Assert.Matches(
            "^toys/dice-claim~m1~~s42~[A-Z2-9]{4}$",
            ReplayToken.Of(Variant.Of(new DiceClaim())[1], 42, RiskBudget.DefaultRisk, null, Toys).ToString());

    [Fact]
    public void EveryMistypedCharacterIsRefused()
    {
        string token = ReplayToken
            .Of(Variant.Of(new DiceClaim { Faces = [7] })[1], 42, 1e-6, new TrialAddress(0, 17), Toys)
            .ToString();
        for (int i = 0; i < token.Length; i++)
        {
            char typo = token[i] switch { '9' => '8', >= '0' and < '9' => (char)(token[i] + 1), 'Z' => 'Y', _ => 'Z' };
            string mistyped = token[..i] + typo + token[(i + 1)..];
            Assert.Throws<FormatException>(() => ReplayToken.Parse(mistyped, Toys));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("toys/dice-claim~m1~")]
    [InlineData("toys/unknown~m1~~s1~AAAA")]
    [InlineData("toys/dice-claim~m9~~s1~r0.01~AAAA")]
    [InlineData("toys/dice-claim~m1~~sx~r0.01~AAAA")]
    [InlineData("toys/dice-claim~m1~~s1~r2~AAAA")]
    [InlineData("toys/dice-claim~m1~~s1~r5E-324~AAAA")]
    [InlineData("toys/dice-claim~m1~~s1~e2E-05~AAAA")]
    [InlineData("toys/dice-claim~m1~~s1~c0~t99999999999~AAAA")]
    [InlineData("toys/dice-claim~m1~~s1~r0.01~c0~t7~AAAA~AAAA")]
    public void WhatIsNoTokenIsRefusedInOneLine(string text)
    {
        FormatException failure = Assert.Throws<FormatException>(() => ReplayToken.Parse(text, Toys));
        Assert.DoesNotContain('\n', failure.Message);
    }
}
