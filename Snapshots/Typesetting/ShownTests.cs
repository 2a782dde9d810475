using Verification.Reproductions.Typesetting;
using Xunit;

namespace Verification.Snapshots.Typesetting;

public sealed class ShownTests
{
    [Theory]
    [InlineData("plain Łojasiewicz ∞ 𝔼", "plain Łojasiewicz ∞ 𝔼")]
    [InlineData("a\nb\tc\r", @"a\nb\tc\r")]
    [InlineData("\u001b[31mred\u0007", @"\x1b[31mred\x07")]
    [InlineData("\u202egnp.exe", @"\u202egnp.exe")]
    public void WhatIsUnseenIsEscaped(string typed, string shown) =>
        Assert.Equal(shown, Shown.Word(typed), StringComparer.Ordinal);

    [Fact]
    public void WhatIsLongIsCutBetweenLetters()
    {
        Assert.Equal(new string('x', 79) + "…", Shown.Word(new string('x', 10_000)));
        Assert.Equal(new string('x', 78) + "…", Shown.Word(new string('x', 78) + "😀😀😀"));
        Assert.Equal(new string('x', 80), Shown.Word(new string('x', 80)));
    }

    [Fact]
    public void HalfASurrogatePairIsReplaced() =>
        Assert.Equal("half \ufffd", Shown.Word("half \ud83d"), StringComparer.Ordinal);

    [Fact]
    public void AMessageIsOneLine() => Assert.Equal("first second", Shown.Line("first\r\n  second\n"));

    [Fact]
    public void ARefusedArgumentLosesTheRecordThatThePlatformAppends()
    {
        Assert.Equal(
            "Thirteen numbers (Parameter of a toy) are not added.", Shown.Reason(Refusal((Size: 13, Law: "a record"))));

        static ArgumentOutOfRangeException Refusal(object cell) =>
            new(nameof(cell), cell, "Thirteen numbers (Parameter of a toy) are not added.");
    }

    [Theory]
    [InlineData("No space left on device : '/tmp/a'", "No space left on device")]
    [InlineData("Access to the path '/tmp/a' is denied.", "Access to the path '/tmp/a' is denied")]
    public void ACauseLosesThePathThatStandsBeforeIt(string message, string cause) =>
        Assert.Equal(cause, Shown.Cause(new IOException(message)));
}
