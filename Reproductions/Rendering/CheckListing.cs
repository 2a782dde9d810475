using Spectre.Console;
using Verification.Reproductions.Typesetting;
using Verification.Reproductions.Verifying;

namespace Verification.Reproductions.Rendering;

/// <summary>What <c>claims verify</c> found: of the files at once, of measuring again when that is done.</summary>
public static class CheckListing
{
    // More than a screen of them is read from the data.
    private const int MostFaults = 20;

    /// <summary>Writes what a look at the files has found.</summary>
    public static void Write(IAnsiConsole console, FolderFindings files)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(files);
        foreach (string remark in files.Remarks)
            Line(console, remark);
        Faults(console, files.Faults);
        if (files.Faults.Count == 0)
            Line(console, $"{ShortNumber.Count(files.Files, "file")} as journal and sums have them");
    }

    /// <summary>Writes what measuring again has found.</summary>
    public static void Write(IAnsiConsole console, SecondRun again)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(again);
        Faults(console, again.Faults);
        ComparisonListing.Write(console, again.Comparison);
    }

    /// <summary>Writes what it comes to.</summary>
    public static void WriteSummary(IAnsiConsole console, CheckedAudit audit)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(audit);
        string[] faulty = [.. audit.Faults.Select(fault => fault.Path).Distinct(StringComparer.Ordinal)];
        string scope = audit.Again is null ? "files only" : "measured again";
        Line(
            console,
            audit.Same ? $"✓ as published, {scope}"
                : faulty.Length == 0 ? $"✗ not as published, {scope}: other results"
                : $"✗ not as published, {scope}: {Named(faulty)}");
    }

    private static string Named(string[] files) =>
        string.Join(", ", files.Take(MostFaults).Select(Shown.Word)) + (files.Length > MostFaults ? ", …" : "");

    private static void Faults(IAnsiConsole console, IReadOnlyList<FileFault> faults)
    {
        foreach (FileFault fault in faults.Take(MostFaults))
            Line(console, $"✗ {Shown.Word(fault.Path)} {fault.Reason}");
        if (faults.Count > MostFaults)
            Line(console, $"and {ShortNumber.Of(faults.Count - MostFaults)} more; --json has all");
    }

    private static void Line(IAnsiConsole console, string text)
    {
        console.Write(new Wrapped(new Text(text)));
        console.WriteLine();
    }
}
