namespace VerifyXunit;

/// <summary>The checkout that the tests were built in, where verified files lie beside the tests.</summary>
internal static class SourceTree
{
    // Directory.Build.props maps the checkout's folder to this, so that assemblies do not depend on where it lies.
    private const string MappedRoot = "/_/";

    /// <summary>The folder of Verification.sln, above the test assembly; null if there is none.</summary>
    public static string? FindRoot(string startFolder)
    {
        for (DirectoryInfo? folder = new(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Verification.sln")))
                return folder.FullName;
        }

        return null;
    }

    /// <summary>The folder of a source file as the compiler names it.</summary>
    /// <exception cref="VerifyTests.VerifyException">There is no such folder.</exception>
    public static string FolderOf(string sourceFile, string startFolder)
    {
        string path = sourceFile.Replace('\\', '/');
        if (path.StartsWith(MappedRoot, StringComparison.Ordinal))
        {
            string root =
                FindRoot(startFolder)
                ?? throw new VerifyTests.VerifyException(
                    "Verified files lie beside the tests' sources, and there is no Verification.sln above "
                        + $"{startFolder}: run the tests where a checkout was built.");
            path = Path.Combine(root, path[MappedRoot.Length..]);
        }

        string folder = Path.GetDirectoryName(path) ?? "";
        return Directory.Exists(folder)
            ? folder
            : throw new VerifyTests.VerifyException(
                $"Verified files lie beside the tests' sources, and there is no folder {folder}: run the tests where a "
                    + "checkout was built.");
    }
}
