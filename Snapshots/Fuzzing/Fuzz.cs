using System.Globalization;

namespace Verification.Snapshots.Fuzzing;

/// <summary>How much is tried, and from which seed: few cases and one seed in the tests, as many as asked for by
/// <c>FUZZ_CASES</c> and <c>FUZZ_SEED</c> else.</summary>
internal static class Fuzz
{
    private const int CasesOfTests = 2_000;

    /// <summary>Seed of the random cases; a failure names it.</summary>
    public static int Seed { get; } = Setting("FUZZ_SEED", 1);

    /// <summary>Whether more is asked for than a test's slice.</summary>
    public static bool IsLong { get; } = Cases > CasesOfTests;

    /// <summary>How many random cases each of the searches tries.</summary>
    public static int Cases => Setting("FUZZ_CASES", CasesOfTests);

    /// <summary>The random numbers of one search.</summary>
    public static Random Random(string search) => new(unchecked(Seed * 397 ^ search.Sum(letter => letter)));

    private static int Setting(string name, int fallback) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : fallback;
}
