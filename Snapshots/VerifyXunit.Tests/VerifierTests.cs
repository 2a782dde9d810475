using System.Globalization;
using System.Text;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.VerifyXunit.Tests;

public sealed class VerifierTests : IDisposable
{
    private readonly SnapshotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MissingVerifiedFileFailsAndWritesWhatWasReceived()
    {
        string? failure = await _folder.FailureOf("one\ntwo");

        Assert.StartsWith("Specimen.Test: there is no verified file yet.", failure, StringComparison.Ordinal);
        Assert.Contains(
            $"\"{_folder.File("Specimen.Test.received.txt")}\" \"{_folder.File("Specimen.Test.verified.txt")}\"",
            failure, StringComparison.Ordinal);
        Assert.Equal("one\ntwo", _folder.Read("Specimen.Test.received.txt"));
    }

    [Fact]
    public async Task ChangedTextFailsWithTheFirstLineThatDiffers()
    {
        _folder.Write("Specimen.Test.verified.txt", "one\ntwo\nthree");

        string? failure = await _folder.FailureOf("one\nzwei\ndrei");

        Assert.StartsWith(
            "Specimen.Test: line 2 differs.\n  verified: «two»\n  received: «zwei»\n", failure,
            StringComparison.Ordinal);
        Assert.Contains(
            $"received file: {_folder.File("Specimen.Test.received.txt")}", failure, StringComparison.Ordinal);
        Assert.Equal("one\nzwei\ndrei", _folder.Read("Specimen.Test.received.txt"));
    }

    [Fact]
    public async Task TextThatEndsEarlyFails()
    {
        _folder.Write("Specimen.Test.verified.txt", "one\ntwo");

        Assert.Contains(
            "line 2 differs.\n  verified: «two»\n  received: (the text ends before this line)",
            await _folder.FailureOf("one"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyOfTheReceivedFileIsAcceptedAndTheReceivedFileRemoved()
    {
        Assert.NotNull(await _folder.FailureOf("σ = 1"));
        File.Copy(_folder.File("Specimen.Test.received.txt"), _folder.File("Specimen.Test.verified.txt"));

        Assert.Null(await _folder.FailureOf("σ = 1"));

        Assert.False(File.Exists(_folder.File("Specimen.Test.received.txt")));
    }

    [Theory]
    [InlineData("one\ntwo\n", "one\r\ntwo\r\n")]
    [InlineData("one\r\ntwo\r\n", "one\ntwo\n")]
    public async Task LineEndingsDoNotMatter(string received, string verified)
    {
        _folder.Write("Specimen.Test.verified.txt", verified);

        Assert.Null(await _folder.FailureOf(received));
    }

    [Fact]
    public async Task ReceivedFileHasLineFeedsAndNoByteOrderMark()
    {
        await _folder.FailureOf("λ\r\nμ");

        Assert.Equal("λ\nμ"u8.ToArray(), await File.ReadAllBytesAsync(_folder.File("Specimen.Test.received.txt")));
    }

    [Fact]
    public async Task ByteOrderMarkOfTheVerifiedFileDoesNotMatter()
    {
        await File.WriteAllTextAsync(
            _folder.File("Specimen.Test.verified.txt"), "λ", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Null(await _folder.FailureOf("λ"));
    }

    [Fact]
    public async Task CultureDoesNotMatter()
    {
        _folder.Write("Specimen.Test_half=0.5.verified.json", "{\n  \"Ratio\": 1234.5\n}");
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = DecimalComma();
            Assert.Equal("1.234,5", 1234.5.ToString("N1", CultureInfo.CurrentCulture));

            VerifyResult result = await Verifier
                .Verify(new { Ratio = 1234.5 }, null, _folder.Source, nameof(Specimens.Specimen.Test))
                .UseParameters(0.5);

            Assert.Equal("{\n  \"Ratio\": 1234.5\n}", result.Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task ObjectsBecomeStableJson()
    {
        _folder.Write(
            "Specimen.Test.verified.json",
            """
            {
              "Name": "σ",
              "Third": 0.3333333333333333,
              "None": "NaN",
              "Kind": "Monday",
              "Counts": {
                "Z": 1,
                "a": 2
              }
            }
            """);
        var target = new
        {
            Name = "σ",
            Third = 1.0 / 3,
            None = double.NaN,
            Kind = DayOfWeek.Monday,
            Counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 2, ["Z"] = 1 },
        };

        VerifyResult result = await Verifier.Verify(target, null, _folder.Source, "Test");

        Assert.Equal(_folder.File("Specimen.Test.verified.json"), result.VerifiedFile);
    }

    [Fact]
    public async Task ParametersNameTheFile()
    {
        _folder.Write("Specimen.Test_half=0.5_name=a-b.verified.txt", "text");

        VerifyResult result = await Verifier
            .Verify("text", null, _folder.Source, nameof(Specimens.Specimen.Test))
            .UseParameters(0.5, "a/b");

        Assert.Equal(_folder.File("Specimen.Test_half=0.5_name=a-b.verified.txt"), result.VerifiedFile);
    }

    [Fact]
    public async Task TextForParametersNamesTheFile()
    {
        _folder.Write("Specimen.Test_small.verified.txt", "text");

        Assert.Null(await _folder.FailureOf("text", with: verification => verification.UseTextForParameters("small")));
    }

    [Fact]
    public async Task MoreParametersThanTheTestHasFail()
    {
        VerifyException failure = await Assert.ThrowsAsync<VerifyException>(async () =>
            await Verifier.Verify("text", null, _folder.Source, nameof(Specimens.Specimen.Test)).UseParameters(1, 2, 3)
        );

        Assert.StartsWith(
            "UseParameters was given 3 values, and there is no method Specimen.Test with as many parameters",
            failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComparerOfOneSnapshotReplacesTheComparison()
    {
        _folder.Write("Specimen.Test.verified.txt", "ONE");

        Assert.Null(
            await _folder.FailureOf(
                "one",
                with: static verification =>
                    verification.UseStringComparer(
                        static (received, verified, _) =>
                            Task.FromResult(
                                string.Equals(received, verified, StringComparison.OrdinalIgnoreCase)
                                    ? CompareResult.Equal
                                    : CompareResult.NotEqual("other letters.")))));
    }

    [Fact]
    public async Task SourceFolderThatDoesNotExistIsExplainedInOneLine()
    {
        VerifyException failure = await Assert.ThrowsAsync<VerifyException>(
            async () => await Verifier.Verify("text", null, _folder.File("absent/Specimen.cs"), "Test"));

        Assert.StartsWith(
            "Verified files lie beside the tests' sources, and there is no folder ", failure.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void CheckoutThatDoesNotExistIsExplainedInOneLine()
    {
        VerifyException failure = Assert.Throws<VerifyException>(() =>
            SourceTree.FolderOf("/_/Snapshots/Specimen.cs", _folder.Path));

        Assert.Equal(
            $"Verified files lie beside the tests' sources, and there is no Verification.sln above {_folder.Path}: run "
                + "the tests where a checkout was built.",
            failure.Message);
    }

    [Theory]
    [InlineData("/_/Snapshots/VerifyXunit.Tests/VerifierTests.cs")]
    [InlineData(@"/_/Snapshots\VerifyXunit.Tests\VerifierTests.cs")]
    public void MappedPathsAreFoundInTheCheckout(string sourceFile) =>
        Assert.True(
            File.Exists(Path.Combine(SourceTree.FolderOf(sourceFile, AppContext.BaseDirectory), "VerifierTests.cs")));

    [Fact]
    public void ReceivedFilesAreIgnoredByGit() => Assert.Contains(
        "*.received.*",
        File.ReadLines(Path.Combine(SourceTree.FindRoot(AppContext.BaseDirectory)!, ".gitignore")),
        StringComparer.Ordinal);

    /// <summary>The adapter in the suite itself: names from the compiler, the file beside this source.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task SnapshotOfTheSuiteIsVerified(int dozens) =>
        await Verifier.Verify($"{12 * dozens} eggs\n").UseParameters(dozens);

    // German number format; the culture itself is not to be had where globalization is invariant.
    private static CultureInfo DecimalComma()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
