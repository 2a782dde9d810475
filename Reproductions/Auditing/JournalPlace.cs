using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Verification.Reproductions.Auditing;

/// <summary>Where a unit's outcomes stand in the file of a journal.</summary>
/// <remarks>Their text stays in memory as long as somebody judges by it: readers tell by its identity what they know
/// already.</remarks>
/// <param name="Offset">Where they begin.</param>
/// <param name="Length">How many bytes they have.</param>
/// <param name="Text">Their text, if it is still there.</param>
internal sealed record JournalPlace(long Offset, int Length, WeakReference<string> Text)
{
    /// <summary>That of outcomes of this many bytes on a line that ends, with its line end, at
    /// <paramref name="lineEnd"/>.</summary>
    public static JournalPlace Before(long lineEnd, int length) =>
        new(lineEnd - 1 - JournalLine.TailLength - length, length, new(null!));

    /// <summary>That of these outcomes.</summary>
    public static JournalPlace Before(long lineEnd, string outcomes)
    {
        JournalPlace place = Before(lineEnd, Encoding.UTF8.GetByteCount(outcomes));
        place.Text.SetTarget(outcomes);
        return place;
    }

    /// <summary>The outcomes, or null where the file is shorter by now.</summary>
    public string? ReadFrom(SafeFileHandle file)
    {
        if (Text.TryGetTarget(out string? known))
            return known;
        byte[] bytes = new byte[Length];
        int filled = 0;
        while (filled < bytes.Length)
        {
            int read = RandomAccess.Read(file, bytes.AsSpan(filled), Offset + filled);
            if (read == 0)
                return null;
            filled += read;
        }

        string outcomes = Encoding.UTF8.GetString(bytes);
        Text.SetTarget(outcomes);
        return outcomes;
    }
}
