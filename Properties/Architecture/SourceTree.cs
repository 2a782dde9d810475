namespace Verification.Properties.Architecture;

/// <summary>The checkout that the tests were built in.</summary>
internal static class SourceTree
{
    private static readonly string[] BuildFolders =
    [
        "bin",
        "obj",
        "artifacts",
        "StrykerOutput",
        "TestResults",
        "node_modules",
    ];

    /// <summary>The folder of Verification.sln, above the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a room with their paths from the root, '/' between folders, in ordinal order.</summary>
    public static IEnumerable<SourceFile> Files(string room, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, room), pattern, SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(Root, path).Replace('\\', '/')))
            .Where(file => !file.relative.Split('/').Any(BuildFolders.Contains))
            .OrderBy(file => file.relative, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.relative, File.ReadAllText(file.path)));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Verification.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException(
            "The architecture tests read the sources, and there is no Verification.sln above "
                + $"{AppContext.BaseDirectory}.");
    }
}
