using System.Text;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.VerifyXunit.Tests;

/// <summary>A folder of its own that stands for the sources of a test class, so that no failing snapshot lands in the
/// checkout.</summary>
internal sealed class SnapshotFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verification-snapshots-");

    public string Path => _folder.FullName;

    /// <summary>The test class's source file.</summary>
    public string Source => File("Specimen.cs");

    public void Dispose() => _folder.Delete(recursive: true);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Read(string name) => System.IO.File.ReadAllText(File(name));

    public void Write(string name, string text) =>
        System.IO.File.WriteAllText(File(name), text, new UTF8Encoding(false));

    /// <summary>Verifies as the test <c>Specimen.Test</c> would; null if that passes, the failure's message
    /// otherwise.</summary>
    public async Task<string?> FailureOf(
        string target,
        string extension = "txt",
        Func<SettingsTask, SettingsTask>? with = null)
    {
        try
        {
            SettingsTask verification = Verifier.Verify(target, extension, null, Source, "Test");
            Assert.NotNull(await (with is null ? verification : with(verification)));
            return null;
        }
        catch (VerifyException failure)
        {
            return failure.Message;
        }
    }
}
