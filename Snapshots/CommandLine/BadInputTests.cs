using Verification.Reproductions.CommandLine;
using Xunit;

namespace Verification.Snapshots.CommandLine;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("adit", "nearest: audit")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("list toys/hold", "nearest: toys/holds")]
    [InlineData("list *none*", "matches no claim")]
    [InlineData("list --json=maybe", "matches no claim")]
    [InlineData("show", "show --help")]
    [InlineData("show toys/hlods", "nearest: toys/holds")]
    [InlineData("show toys/holds toys/erratum", "toys/erratum")]
    [InlineData("show @toys/holds", "@toys/holds")]
    [InlineData("audit nothing*", "matches no claim")]
    [InlineData("audit --only toys", "no option '--only'")]
    [InlineData("audit --tier huge", "smoke, standard or full")]
    [InlineData("audit --tier 0", "smoke, standard or full")]
    [InlineData("audit --seed -1", "whole number")]
    [InlineData("audit --seed 1.5", "whole number")]
    [InlineData("audit --seed 18446744073709551616", "whole number")]
    [InlineData("audit --seed", "--seed")]
    [InlineData("audit --seed 1 --seed 2", "--seed")]
    [InlineData("audit --risk 0", "from 1e-12")]
    [InlineData("audit --risk 5e-324", "from 1e-12")]
    [InlineData("audit --risk 9.9e-13", "from 1e-12")]
    [InlineData("audit --risk 1", "from 1e-12")]
    [InlineData("audit --risk NaN", "from 1e-12")]
    [InlineData("audit --risk 0,5", "from 1e-12")]
    [InlineData("audit --jobs 0", "from 1 to 1024")]
    [InlineData("audit --jobs 99999", "from 1 to 1024")]
    [InlineData("audit --jobs two", "from 1 to 1024")]
    [InlineData("probe", "probe --help")]
    [InlineData("probe toys/none", "there is no claim")]
    [InlineData("probe toys/holds --set", "--set")]
    [InlineData("probe toys/holds --set size", "write name=value")]
    [InlineData("probe toys/holds --set =5", "write name=value")]
    [InlineData("probe toys/holds --set width=5", "size (1 to 100)")]
    [InlineData("probe toys/holds --set size=0", "1 to 100")]
    [InlineData("probe toys/holds --set size=101", "whole numbers, 1 to 100")]
    [InlineData("probe toys/holds --set size=1.5", "whole numbers, 1 to 100")]
    [InlineData("probe toys/holds --set size=99999999999", "1 to 100")]
    [InlineData("probe toys/holds --set size=5 --set size=6", "set twice")]
    [InlineData("probe toys/holds --set bound=NaN", "-10 to 10")]
    [InlineData("probe toys/holds --set bound=Infinity", "-10 to 10")]
    [InlineData("probe toys/holds --set bound=", "-10 to 10")]
    [InlineData("probe toys/holds --set size=13", "cannot be examined at these sizes")]
    [InlineData("probe toys/holds --variant m9", "it has claim, m1, m2")]
    [InlineData("probe toys/holds --variant printed", "it has claim, m1, m2")]
    [InlineData("probe toys/holds --risk 2", "from 1e-12")]
    [InlineData("replay", "replay --help")]
    [InlineData("replay nonsense", "no replay token")]
    [InlineData("replay toys/none~m1~~s1~AAAA", "no claim 'toys/none'")]
    [InlineData("replay toys/holds~m9~~s1~AAAA", "no variant 'm9'")]
    [InlineData("replay toys/holds~m1~~s1~AAAA", "check characters")]
    [InlineData("replay toys/holds~m1~~sX~e0.001~AAAA", "damaged")]
    [InlineData("replay toys/holds~m1~~s1~e0.001~cX~t0~AAAA", "damaged")]
    [InlineData("reproduce toys/none", "matches no figure")]
    [InlineData("reproduce --tier tiny", "smoke, standard or full")]
    [InlineData("reproduce --format png", "'png' is no value of --format: give csv, vega or svg")]
    [InlineData("reproduce --format csv,,svg", "'' is no value of --format")]
    [InlineData("reproduce --format SVG", "'SVG' is no value of --format")]
    [InlineData("reproduce --format", "reproduce --help")]
    [InlineData("audit --svg --no-figures", "give one of them")]
    [InlineData("list --suite", "--suite")]
    [InlineData("list --suite=", "--suite")]
    [InlineData("list --suite none.dll", "which should be the suite")]
    [InlineData("--suite none.dll list", "which should be the suite")]
    public void IsRefusedWithOneLineThatSaysWhatWouldBeRight(string commandLine, string fragment)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        RunResult run = ClaimsInProcess.Run(commandLine.Split(' '));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        string line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("claims: ", line, StringComparison.Ordinal);
        Assert.Contains(fragment, line, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("reproduce")]
    public void AFileInTheFoldersPlaceIsRefusedAndKept(string command)
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["taken"], "mine");
        RunResult run = ClaimsInProcess.Run(command, "--out", scratch["taken"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is a file", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(scratch["taken"]));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("reproduce")]
    public void AFolderThatCannotBeMadeIsAnEnvironmentFailure(string command)
    {
        using var scratch = new ScratchFolder();
        File.WriteAllText(scratch["file"], "");
        RunResult run = ClaimsInProcess.Run(command, "--out", Path.Combine(scratch["file"], "below"));
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains("cannot read or write ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
