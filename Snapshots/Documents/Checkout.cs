namespace Verification.Snapshots.Documents;

/// <summary>The checkout that the tests run in.</summary>
internal static class Checkout
{
    /// <summary>The folder of Verification.sln, above the test assembly.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Root
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Verification.sln")))
                folder =
                    folder.Parent
                    ?? throw new DirectoryNotFoundException(
                        $"There is no Verification.sln above {AppContext.BaseDirectory}.");
            return folder.FullName;
        }
    }
}
