namespace Verification.Snapshots.CommandLine;

/// <summary>An empty folder that goes with the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-");

    /// <summary>A path in the folder.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
