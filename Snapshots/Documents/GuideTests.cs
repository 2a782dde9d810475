using System.Text.RegularExpressions;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Xunit;

namespace Verification.Snapshots.Documents;

/// <summary>The commands and macros of the guides name what the catalogue has.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void CommandsNameClaimsVariantsAndParameters()
    {
        MatchCollection commands = Command().Matches(Text("for-reviewers.md"));
        Assert.True(commands.Count >= 3);
        Assert.All(commands, command =>
        {
            Claim claim = Assert.Single(Catalogue.Claims, claim => claim.Id == command.Groups["id"].Value);
            string rest = command.Groups["rest"].Value;
            Assert.All(Setting().Matches(rest), setting =>
            {
                ClaimParameter parameter = Assert.Single(
                    ClaimParameter.Of(claim), parameter => parameter.Name == setting.Groups["name"].Value);
                Assert.NotNull(parameter.With(claim, setting.Groups["value"].Value));
            });
            Assert.All(
                Named().Matches(rest),
                named => Assert.Contains(Variant.Of(claim), variant => variant.Key == named.Groups["key"].Value));
        });
    }

    [Fact]
    public void TokensReplay()
    {
        MatchCollection tokens = Token().Matches(Text("for-reviewers.md"));
        Assert.NotEmpty(tokens);
        Assert.All(
            tokens, token => ReplayToken.Parse(token.Groups["token"].Value, Catalogue.Claims).Variant());
    }

    [Fact]
    public void MacrosNameClaims()
    {
        MatchCollection macros = Macro().Matches(Text("for-authors.md"));
        Assert.True(macros.Count >= 4);
        Assert.All(
            macros, macro => Assert.Contains(Catalogue.Claims, claim => claim.Id == macro.Groups["id"].Value));
    }

    private static string Text(string guide) =>
        File.ReadAllText(Path.Combine(Checkout.Root, "docs", guide)).ReplaceLineEndings("\n");

    [GeneratedRegex(
        @"^    claims (show|probe) (?<id>\S+)(?<rest>[^#\n]*)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        10_000)]
    private static partial Regex Command();

    [GeneratedRegex(@"--set (?<name>[^=\s]+)=(?<value>\S+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"--variant (?<key>\S+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^    claims replay ""(?<token>[^""]+)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\\claim[a-z]+\{(?<id>[a-z-]+/[a-z-]+)\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Macro();
}
