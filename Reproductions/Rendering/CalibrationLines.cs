using Verification.Reproductions.Calibrating;
using Verification.Reproductions.Typesetting;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Rendering;

/// <summary>One line per finished seed of a calibration.</summary>
/// <param name="writer">Where.</param>
/// <param name="seeds">How many seeds there are.</param>
public sealed class CalibrationLines(TextWriter writer, int seeds)
{
    private int _finished;

    /// <summary>Writes the line of a seed.</summary>
    public void Finished(ulong seed, IReadOnlyList<CalibrationEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _finished++;
        string[] notable = [.. entries.Where(NotAsExpected).Select(entry => entry.Claim)];
        string words = notable.Length == 0 ? "as expected" : $"not as expected: {string.Join(", ", notable)}";
        writer.WriteLine($"[{ShortNumber.Of(_finished)}/{ShortNumber.Of(seeds)}] seed {seed}: {words}");
    }

    // The claim stands first and holds; everything after it is wrong.
    private static bool NotAsExpected(CalibrationEntry entry) =>
        entry.Verdicts[0] != Verdict.Holds || entry.Verdicts.Skip(1).Any(verdict => verdict != Verdict.Refuted);
}
