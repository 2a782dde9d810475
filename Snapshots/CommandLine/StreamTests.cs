using System.Globalization;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Rendering;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.CommandLine;

/// <summary>Streams that fail and terminals that are narrow.</summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void AFailingErrorStreamEndsNothingAndChangesNoExitCode(int room)
    {
        using var scratch = new ScratchFolder();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new FailingWriter(room);
        var terminal = new Terminal(output, error);
        Assert.Equal(
            ExitCode.AsExpected,
            ClaimsProgram.Run(["audit", "--out", scratch["audit"], "--json"], terminal, ToySuite.Sound));
        Assert.Equal(File.ReadAllText(Path.Combine(scratch["audit"], "audit.json")), output.ToString());
        Assert.Equal(ExitCode.Usage, ClaimsProgram.Run(["nonsense"], terminal, ToySuite.Sound));
        Assert.Equal(
            ExitCode.Unexpected,
            ClaimsProgram.Run(["probe", "toys/erratum", "--variant", "m1"], terminal, ToySuite.Sound));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(300)]
    public void AnAuditWhoseOutputFailsIsWholeAndSaysSo(int room)
    {
        using var scratch = new ScratchFolder();
        RunResult run = RunInto(room, "audit", "--out", scratch["audit"]);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Equal(
            "claims: cannot write to standard output: No space left on device; the audit is whole in "
                + $"{scratch["audit"]}.",
            Assert.Single(run.ErrorLines));
        Assert.True(File.Exists(Path.Combine(scratch["audit"], "audit.json")));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("list --json")]
    [InlineData("show toys/erratum")]
    [InlineData("probe toys/holds")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void ResultsThatGetLostEndWithTheNameOfTheStream(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        RunResult run = RunInto(5, commandLine.Split(' '));
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Equal(
            "claims: cannot write to standard output: No space left on device.", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    [InlineData(10_000)]
    public void EveryPageFitsEveryWidthDownToTheLeast(int width)
    {
        using var scratch = new ScratchFolder();
        int most = Math.Max(width, Terminal.LeastWidth);
        string[][] commandLines =
        [
            ["--help"],
            ["audit", "--help"],
            ["probe", "--help"],
            ["list"],
            ["show", "toys/erratum"],
            ["probe", "toys/holds"],
            ["audit", "--out", scratch["a"]],
        ];
        foreach (string[] commandLine in commandLines)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            int exitCode = ClaimsProgram.Run(commandLine, new Terminal(output, error, width), ToySuite.Sound);
            Assert.Equal(ExitCode.AsExpected, exitCode);

            // Tokens and digests are never broken, nor are folders, which stand on lines of their own.
            string[] lines =
            [
                .. output
                    .ToString()
                    .Split('\n')
                    .Where(line =>
                        line.Contains(' ', StringComparison.Ordinal)
                        && !line.StartsWith("digest ", StringComparison.Ordinal)),
            ];
            Assert.All(
                lines.Where(line => !line.Contains("claims replay", StringComparison.Ordinal) && !line.StartsWith('[')),
                line => Assert.InRange(new StringInfo(line).LengthInTextElements, 0, most));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void NoTextOfTheCataloguesPagesIsLostWhereItIsNarrow(int width)
    {
        Assert.All(
            Suite.Whole.Claims.Take(20),
            claim => Assert.Equal(Letters(Page(claim.Id, 1000)), Letters(Page(claim.Id, width))));

        static string Letters(string page) => new([.. page.Where(letter => !char.IsWhiteSpace(letter)).Order()]);
    }

    private static string Page(string id, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(
            ExitCode.AsExpected, ClaimsProgram.Run(["show", id], new Terminal(output, TextWriter.Null, width)));
        return output.ToString();
    }

    private static RunResult RunInto(int room, params string[] arguments)
    {
        using var output = new FailingWriter(room);
        using var error = new StringWriter { NewLine = "\n" };
        return new(ClaimsProgram.Run(arguments, new Terminal(output, error), ToySuite.Sound), "", error.ToString());
    }
}
