using System.Runtime.CompilerServices;
using System.Text;
using VerifyTests;

namespace Verification.Snapshots.NumericTables;

/// <summary>Compares pinned CSV tables with the tolerance that the verified table declares.</summary>
/// <remarks>
/// The received table may declare the tolerance that the test asks for
/// (<see cref="UseTolerance(SettingsTask, Tolerance)"/>). A wider one than the verified file's is refused, whatever the
/// numbers: whoever loosens a pin has to do it in the file, where a reviewer sees it. Without a declaration the
/// verified file is exact.
/// </remarks>
public static class NumericTableComparer
{
    private const int MostDifferencesShown = 10;

    /// <summary>Declares the tolerance that a test asks for, in the first line of what it verifies.</summary>
    public static SettingsTask UseTolerance(this SettingsTask verification, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(verification);
        ArgumentNullException.ThrowIfNull(tolerance);
        return verification.AddScrubber(text => text.Insert(0, tolerance.Declaration + "\n"));
    }

    /// <summary>Compares two tables; both have \n between lines.</summary>
    public static CompareResult Compare(string received, string verified)
    {
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(verified);
        Tolerance declared = Tolerance.DeclaredIn(verified) ?? Tolerance.Exact;
        Tolerance asked = Tolerance.DeclaredIn(received) ?? declared;
        if (asked.IsWiderThan(declared))
            return CompareResult.NotEqual(
                $"the test asks for «{asked}», which is wider than «{declared}», the tolerance of the verified file.");

        CsvTable actual = CsvTable.Parse(WithoutDeclaration(received));
        CsvTable expected = CsvTable.Parse(WithoutDeclaration(verified));
        if (!actual.Comments.SequenceEqual(expected.Comments, StringComparer.Ordinal))
            return CompareResult.NotEqual("the comment lines at the head differ.");
        if (!actual.Columns.SequenceEqual(expected.Columns, StringComparer.Ordinal))
            return CompareResult.NotEqual(
                $"the columns are «{string.Join(',', actual.Columns)}», expected "
                    + $"«{string.Join(',', expected.Columns)}».");
        if (asked.Columns.Except(expected.Columns, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            return CompareResult.NotEqual(
                $"the tolerance «{asked}» names the column {missing}, and the table has "
                    + $"«{string.Join(',', expected.Columns)}».");
        if (actual.Rows.Count != expected.Rows.Count)
            return CompareResult.NotEqual($"there are {actual.Rows.Count} rows, expected {expected.Rows.Count}.");
        string[] differences =
        [
            .. Enumerable.Range(0, expected.Rows.Count).SelectMany(row => Differences(row, expected, actual, asked)),
        ];
        return differences.Length == 0 ? CompareResult.Equal : CompareResult.NotEqual(Message(differences, asked));
    }

    // CA2255 warns libraries of side effects on load; this is a test assembly, and the package asks for its settings
    // here.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Register() =>
        VerifierSettings.RegisterStringComparer(
            "csv",
            static (received, verified, _) => Task.FromResult(Compare(received, verified)));
#pragma warning restore CA2255

    private static string WithoutDeclaration(string table) =>
        Tolerance.DeclaredIn(table) is null
            ? table
            : table[(table.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : table.Length)..];

    private static IEnumerable<string> Differences(int row, CsvTable expected, CsvTable actual, Tolerance tolerance)
    {
        IReadOnlyList<string> wanted = expected.Rows[row];
        IReadOnlyList<string> found = actual.Rows[row];
        if (wanted.Count != expected.Columns.Count || found.Count != wanted.Count)
        {
            yield return $"row {row + 1}: {found.Count} cells, expected {wanted.Count}, for {expected.Columns.Count} "
                + "columns";
            yield break;
        }

        string ExpectedIn(string column) => wanted[expected.Columns.Index().First(entry => entry.Item == column).Index];
        for (int column = 0; column < wanted.Count; column++)
        {
            CellVerdict verdict = tolerance.Judge(
                new CellPair(expected.Columns[column], wanted[column], found[column], ExpectedIn));
            if (!verdict.Agree)
                yield return $"row {row + 1} ({wanted[0]}), column {expected.Columns[column]}: expected "
                    + $"{wanted[column]}, actual {found[column]}, allowed {verdict.Allowed}";
        }
    }

    private static string Message(string[] differences, Tolerance tolerance)
    {
        var text = new StringBuilder(
            $"{differences.Length} {(differences.Length == 1 ? "cell differs" : "cells differ")} under «{tolerance}»:");
        foreach (string difference in differences.Take(MostDifferencesShown))
            text.Append("\n  ").Append(difference);
        if (differences.Length > MostDifferencesShown)
            text.Append("\n  …");
        return text.ToString();
    }
}
