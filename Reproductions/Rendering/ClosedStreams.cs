using System.Globalization;
using System.Text;

namespace Verification.Reproductions.Rendering;

/// <summary>Tells standard streams that were closed when the program was started from those that lead
/// somewhere.</summary>
/// <remarks>
/// The runtime opens a pipe to itself before anything of ours runs, and gets the lowest free descriptors for it. Where
/// standard input or output is closed as well, that pipe's writing end is what looks like the next standard stream:
/// what is written there would reach the runtime, which takes each byte for a signal. Such a stream has the same pipe
/// as a lower one that can only be read.
/// </remarks>
internal static class ClosedStreams
{
    /// <summary>Whether standard output (1) or standard error (2) is the runtime's own pipe. Linux alone tells;
    /// elsewhere false.</summary>
    public static bool IsClosed(int descriptor)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            string? pipe = Target(descriptor);
            return pipe?.StartsWith("pipe:", StringComparison.Ordinal) == true
                && Enumerable.Range(0, descriptor).Any(lower => Target(lower) == pipe && CanOnlyBeRead(lower));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Without /proc nothing can be told.
            return false;
        }
    }

    /// <summary>A writer that refuses everything, as a closed stream does.</summary>
    public static TextWriter Writer { get; } = new ClosedWriter();

    private static string? Target(int descriptor) => new FileInfo(Path("fd", descriptor)).LinkTarget;

    // The last octal digit of the flags is the access mode, 0 for reading alone.
    private static bool CanOnlyBeRead(int descriptor) => File.ReadLines(Path("fdinfo", descriptor))
        .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line.EndsWith('0'));

    private static string Path(string folder, int descriptor) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/self/{folder}/{descriptor}");

    private sealed class ClosedWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("It is closed.");
    }
}
