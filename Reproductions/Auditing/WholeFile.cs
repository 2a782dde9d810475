using System.Text;

namespace Verification.Reproductions.Auditing;

/// <summary>Files that are written whole or not at all, and never through a link.</summary>
public static class WholeFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file beside its place and moves it there, so that a reader finds the old or the new
    /// one.</summary>
    /// <exception cref="RefusedFolderException">It cannot be written; the old one is as it was.</exception>
    public static void Write(string path, string text) => Write(path, file => file.Write(Encoding.GetBytes(text)));

    /// <summary>The same, of what <paramref name="write"/> writes.</summary>
    /// <exception cref="RefusedFolderException">It cannot be written; the old one is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string beside = $"{path}.tmp";
        try
        {
            // What an interrupted run left there, or a link that somebody laid: it goes, not what it points to.
            File.Delete(beside);
            if (!TryCreate(beside, write))
                throw new IOException("Another program writes the same file");
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception failure) when (IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(path, failure);
        }
    }

    /// <summary>Whether a file system refused: the platform reports a file too large for it, or for a quota, as an
    /// argument out of range.</summary>
    public static bool IsOfTheSystem(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Creates a file with a text, unless there is one, or a link, of its name.</summary>
    /// <exception cref="IOException">It cannot be written, and is not there.</exception>
    internal static bool TryCreate(string path, string text) =>
        TryCreate(path, file => file.Write(Encoding.GetBytes(text)));

    private static bool TryCreate(string path, Action<Stream> write)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (IOException) when (Exists(path))
        {
            return false;
        }

        try
        {
            using (file)
                write(file);
            return true;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    // A link counts, whether or not it leads anywhere.
    private static bool Exists(string path) =>
        File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
