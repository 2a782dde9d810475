using Verification.Snapshots.Documents;

namespace Verification.Snapshots.Loading;

/// <summary>The template's paper as an assembly of its own, built beside the tests.</summary>
internal static class SuiteFixture
{
    /// <summary>Its file.</summary>
    public static string Assembly { get; } = Path.Combine(
        Checkout.Root, "Packages", "MyPaper", "bin", Configuration, "net10.0", "MyPaper.dll");

    // The tests lie in bin/Release/net10.0.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
