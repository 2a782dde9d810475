using System.Reflection;
using System.Text;
using VerifyTests;

namespace VerifyXunit;

/// <summary>One comparison of a text with its verified file.</summary>
internal static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly IReadOnlyDictionary<string, object> NoContext = new Dictionary<string, object>(
        StringComparer.Ordinal);

    public static async Task<VerifyResult> Compare(
        Assembly tests, string target, string extension, VerifySettings settings, string sourceFile, string method)
    {
        string folder = SourceTree.FolderOf(sourceFile, AppContext.BaseDirectory);
        string name = SnapshotName.Of(tests, SnapshotName.ClassOf(sourceFile), method, settings);
        string verifiedFile = Path.Combine(folder, $"{name}.verified.{extension}");
        string receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        string received = Scrubbed(target, settings);

        if (!File.Exists(verifiedFile))
        {
            await File.WriteAllTextAsync(receivedFile, received, Utf8);
            throw new VerifyException(
                $"{name}: there is no verified file yet.{HowToAccept(receivedFile, verifiedFile)}");
        }

        // ReadAllText skips a byte order mark.
        string verified = WithLineFeeds(await File.ReadAllTextAsync(verifiedFile, Utf8));
        CompareResult comparison = await ComparerOf(extension, settings)(received, verified, NoContext);
        if (comparison.IsEqual)
        {
            File.Delete(receivedFile);
            return new VerifyResult(received, verifiedFile);
        }

        await File.WriteAllTextAsync(receivedFile, received, Utf8);
        throw new VerifyException(
            $"{name}: {comparison.Message ?? FirstDifference(received, verified)}"
                + HowToAccept(receivedFile, verifiedFile));
    }

    private static StringCompare ComparerOf(string extension, VerifySettings settings) =>
        settings.StringComparer ?? VerifierSettings.ComparerFor(extension) ?? CompareLines;

    private static Task<CompareResult> CompareLines(
        string received,
        string verified,
        IReadOnlyDictionary<string, object> context) =>
        Task.FromResult(
            string.Equals(received, verified, StringComparison.Ordinal) ? CompareResult.Equal : CompareResult.NotEqual()
        );

    private static string Scrubbed(string target, VerifySettings settings)
    {
        var text = new StringBuilder(WithLineFeeds(target));
        foreach (Action<StringBuilder> scrubber in settings.Scrubbers)
            scrubber(text);
        return WithLineFeeds(text.ToString());
    }

    private static string WithLineFeeds(string text) => text.ReplaceLineEndings("\n");

    private static string FirstDifference(string received, string verified)
    {
        string[] actual = received.Split('\n');
        string[] expected = verified.Split('\n');
        int line = 0;
        while (
            line < actual.Length
            && line < expected.Length
            && string.Equals(actual[line], expected[line], StringComparison.Ordinal))
            line++;
        return $"line {line + 1} differs.\n  verified: {LineOf(expected, line)}\n  received: {LineOf(actual, line)}";
    }

    private static string LineOf(string[] lines, int line) =>
        line < lines.Length ? $"«{lines[line]}»" : "(the text ends before this line)";

    private static string HowToAccept(string receivedFile, string verifiedFile) =>
        $"\n  received file: {receivedFile}\n  to accept it: {(OperatingSystem.IsWindows() ? "copy /y" : "cp")} "
            + $"\"{receivedFile}\" \"{verifiedFile}\"";
}
