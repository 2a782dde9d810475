using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Reproductions.Loading;
using Verification.Snapshots.CommandLine;
using Xunit;

namespace Verification.Snapshots.Loading;

/// <summary>What is no suite, or none that this program can load, gets one line that says what would be
/// right.</summary>
public sealed class UnfitSuiteTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void AMissingFileIsNamed() => Refused(ExitCode.Usage, _scratch["none.dll"], "there is no ");

    [Fact]
    public void ATextIsNoAssembly()
    {
        File.WriteAllText(_scratch["text.dll"], "no assembly");
        Refused(ExitCode.Usage, _scratch["text.dll"], "is no .NET assembly");
    }

    /// <summary>The tests' own assembly refers to the engine and has no suite; xunit's knows neither.</summary>
    [Theory]
    [InlineData("Verification.Snapshots.dll")]
    [InlineData("xunit.core.dll")]
    [InlineData("claims.dll")]
    public void AnAssemblyWithoutASuiteSaysHowOneIsNamed(string name) =>
        Refused(ExitCode.Usage, Path.Combine(AppContext.BaseDirectory, name), "names no suite");

    [Theory]
    [InlineData(0, 1, "was built for version 0.2 of the engine, and this program is 0.1")]
    [InlineData(1, 0, "was built for version 1.1 of the engine")]
    public void AnotherVersionOfTheEngineIsNamedWithOurs(ushort major, ushort minor, string said)
    {
        WriteFor(_scratch["MyPaper.dll"], major, minor, build: 0);
        Refused(ExitCode.Environment, _scratch["MyPaper.dll"], said);
    }

    [Fact]
    public void AnotherBuildOfTheVersionIsLoaded()
    {
        WriteFor(_scratch["MyPaper.dll"], major: 0, minor: 0, build: 7);
        Assert.Equal("MyPaper", SuiteAssembly.Load(_scratch["MyPaper.dll"]).Publication.Name);
    }

    /// <summary>Whether or not anything that is loaded at once needs it.</summary>
    [Fact]
    public void AnAssemblyThatIsMissingIsNoticedAtOnce()
    {
        byte[] image = File.ReadAllBytes(SuiteFixture.Assembly);
        int at = image.AsSpan().IndexOf("\0System.Collections\0"u8);
        image[at + "\0System.Collection"u8.Length] = (byte)'z';
        File.WriteAllBytes(_scratch["MyPaper.dll"], image);
        Refused(ExitCode.Environment, _scratch["MyPaper.dll"], "cannot be loaded: Could not load file or assembly");
    }

    [Fact]
    public void ACutAssemblyIsRefused()
    {
        File.WriteAllBytes(_scratch["cut.dll"], File.ReadAllBytes(SuiteFixture.Assembly)[..4096]);
        RunResult run = ClaimsInProcess.Run("list", "--suite", _scratch["cut.dll"]);
        Assert.Contains(run.ExitCode, (int[])[ExitCode.Usage, ExitCode.Environment]);
        Assert.Single(run.ErrorLines);
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[]", "names no suite")]
    [InlineData("{}", "names no suite")]
    [InlineData("""{ "suite": 3 }""", "names no suite")]
    [InlineData("""{ "suite": "" }""", "names no suite")]
    [InlineData("""{ "suite": "a.dll", "tier": "smoke" }""", "names no suite")]
    [InlineData("""{ "suite": "a.dll", "suite": "b.dll" }""", "is no JSON")]
    [InlineData("""{ "suite": "\ud800" }""", "is no JSON")]
    [InlineData("", "is empty, too long or no regular file")]
    public void ASettingThatIsNoneIsRefused(string text, string said)
    {
        File.WriteAllText(_scratch[SuiteSetting.FileName], text);
        var refused = Assert.Throws<UnfitSuiteException>(() => SuiteSetting.Of(_scratch["."]));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASettingTooLongIsNotRead()
    {
        File.WriteAllText(_scratch[SuiteSetting.FileName], new string(' ', (1 << 16) + 1));
        var refused = Assert.Throws<UnfitSuiteException>(() => SuiteSetting.Of(_scratch["."]));
        Assert.Contains("too long", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInPlaceOfTheSettingIsNotPassedOver()
    {
        Directory.CreateDirectory(_scratch[SuiteSetting.FileName]);
        var refused = Assert.Throws<UnfitSuiteException>(() => SuiteSetting.Of(_scratch["."]));
        Assert.Contains("is a folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinksInACircleAreRefused()
    {
        File.CreateSymbolicLink(_scratch["circle.dll"], _scratch["circle.dll"]);
        RunResult run = ClaimsInProcess.Run("list", "--suite", _scratch["circle.dll"]);
        Assert.Contains(run.ExitCode, (int[])[ExitCode.Usage, ExitCode.Environment]);
        Assert.DoesNotContain("realpath", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileIsNoAssembly()
    {
        File.WriteAllText(_scratch["empty.dll"], "");
        Refused(ExitCode.Usage, _scratch["empty.dll"], "is no .NET assembly");
    }

    [Fact]
    public void AFolderWithoutASettingNamesNone() => Assert.Null(SuiteSetting.Of(_scratch["."]));

    /// <summary>In a folder with a setting the program works on that suite; help is there whatever it says.</summary>
    [Fact]
    public void TheWorkingFolderSaysWhichSuite()
    {
        string path = SuiteFixture.Assembly.Replace('\\', '/');
        File.WriteAllText(_scratch[SuiteSetting.FileName], $$"""{ "suite": "{{path}}" }""");
        Assert.Contains(
            "my-paper/pinsker-constant", InFolder(ExitCode.AsExpected, "list").Output, StringComparison.Ordinal);
        File.WriteAllText(_scratch[SuiteSetting.FileName], """{ "suite": "gone.dll" }""");
        Assert.Contains(
            "gone.dll, which should be the suite", Assert.Single(InFolder(ExitCode.Usage, "list").ErrorLines),
            StringComparison.Ordinal);
        InFolder(ExitCode.AsExpected, "--version");
        InFolder(ExitCode.AsExpected, "list", "--help");
    }

    private RunResult InFolder(int exitCode, params string[] arguments)
    {
        RunResult run = ClaimsProcess.RunInShell(
            "cd \"$FOLDER\" && exec \"$@\"",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["FOLDER"] = _scratch["."] }, arguments);
        Assert.True(run.ExitCode == exitCode, run.Error);
        return run;
    }

    private static void Refused(int exitCode, string path, string said)
    {
        RunResult run = ClaimsInProcess.Run("list", "--suite", path);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    // The fixture as if it had been built for an engine whose version lies above ours by so much.
    private static void WriteFor(string path, ushort major, ushort minor, ushort build)
    {
        byte[] image = File.ReadAllBytes(SuiteFixture.Assembly);
        Version own = typeof(Suite).Assembly.GetName().Version!;
        using (var file = new PEReader(new MemoryStream(image)))
        {
            MetadataReader metadata = file.GetMetadataReader();
            int table = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
            foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
            {
                string name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
                if (!name.StartsWith("Verification.", StringComparison.Ordinal) && name != "claims")
                    continue;

                // A row begins with the version, four numbers of 16 bits.
                int row = table
                    + (MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef);
                ushort[] version =
                    [(ushort)(own.Major + major), (ushort)(own.Minor + minor), (ushort)(own.Build + build), 0];
                Buffer.BlockCopy(version, 0, image, row, sizeof(ushort) * version.Length);
            }
        }

        File.WriteAllBytes(path, image);
    }
}
