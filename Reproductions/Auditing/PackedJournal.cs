using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>The journal of a finished audit as it is published: its units in their order, so that it does not tell by
/// how many threads they were measured, by columns (<see cref="PackedLine"/>), and compressed (Brotli, RFC
/// 7932).</summary>
/// <remarks>The first line is the header, the last one states the checksum of the plain journal's last line, which
/// hangs on all of them. Whatever reads a journal reads this one in its place. An audit that goes on in the folder
/// makes a plain journal of it again.</remarks>
public static class PackedJournal
{
    /// <summary>Name of the file in the audit's folder.</summary>
    public const string Name = AuditFiles.Journal + ".br";

    // Most of a journal are digits of random numbers: of qualities 5 and 9 the latter takes a seventieth off, in five
    // times the time.
    private const int Quality = 5;

    /// <summary>Packs the journal of a folder, and enters it into the folder's crate in place of the plain one, which
    /// goes.</summary>
    /// <param name="folder">Folder of a finished audit with a plain journal.</param>
    /// <param name="header">What the audit says of its journal.</param>
    /// <param name="progress">Told after each unit how many are packed, and of how many.</param>
    /// <param name="cancellation">Stops, and leaves all as it was.</param>
    /// <returns>Bytes of the plain and of the packed journal.</returns>
    /// <exception cref="RefusedFolderException">The folder is in use, the journal damaged or of other settings, or a
    /// file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static (long Plain, long Packed) Pack(
        string folder, JournalHeader header, Action<int, int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(header);
        string plain = Path.Combine(folder, AuditFiles.Journal), packed = Path.Combine(folder, Name);
        using var folderLock = FolderLock.Take(folder);
        FileSum before, after;
        using (var journal = Journal.OpenToRead(plain, header))
        {
            before = journal.Sum();
            WholeFile.Write(packed, file => Compress(journal, header, file, progress, cancellation));
        }

        try
        {
            after = FileSum.OfFile(packed);
            string crate = Path.Combine(folder, ResearchObjectCrate.Name);
            if (File.Exists(crate))
                WholeFile.Write(crate, ResearchObjectCrate.Packed(File.ReadAllText(crate), after));
            Delete(plain);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(folder, failure);
        }

        return (before.Bytes, after.Bytes);
    }

    /// <summary>Makes a plain journal of a packed one, which goes.</summary>
    /// <exception cref="RefusedFolderException">It is none, or the plain one cannot be written.</exception>
    internal static void Unpack(string folder)
    {
        string packed = Path.Combine(folder, Name);
        WholeFile.Write(Path.Combine(folder, AuditFiles.Journal), file => Decompress(packed, file));
        Delete(packed);
    }

    /// <summary>A packed journal, plain, in a file that goes when it is closed.</summary>
    /// <exception cref="RefusedFolderException">It is none, or there is no room.</exception>
    internal static FileStream Opened(string packed)
    {
        string temporary = Path.GetTempFileName();
        try
        {
            using (FileStream file = File.Create(temporary))
                Decompress(packed, file);
            return new(temporary, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.DeleteOnClose);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(path, failure);
        }
    }

    private static void Compress(
        Journal journal,
        JournalHeader header,
        Stream file,
        Action<int, int>? progress,
        CancellationToken cancellation)
    {
        using var packed = new BrotliStream(
            file, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true);
        Write(CanonicalJson.Write(header));
        string checksum = JournalLine.StatedChecksum(JournalLine.Of(header));
        foreach ((int i, MeasurementUnit unit) in journal.Units.Order().Index())
        {
            cancellation.ThrowIfCancellationRequested();
            string outcomes = journal.Find(unit)!;
            checksum = JournalLine.StatedChecksum(JournalLine.Of(checksum, unit, outcomes));
            Write(PackedLine.Of(unit, outcomes));
            progress?.Invoke(i + 1, journal.Count);
        }

        Write(End(checksum));

        void Write(string text) => packed.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }

    private static string End(string checksum) => $"{{\"checksum\":\"{checksum}\"}}";

    private static void Decompress(string packed, Stream file)
    {
        try
        {
            using FileStream source = File.OpenRead(packed);
            using var lines = new BrotliStream(source, CompressionMode.Decompress);
            var reader = new JournalReader(lines);
            string line = JournalLine.OfHeader(Next(reader));
            while (true)
            {
                file.Write(Encoding.UTF8.GetBytes(line + "\n"));
                string checksum = JournalLine.StatedChecksum(line), packedLine = Next(reader);
                if (packedLine == End(checksum))
                    break;
                (MeasurementUnit unit, string outcomes) = PackedLine.Read(packedLine);
                line = JournalLine.Of(checksum, unit, outcomes);
            }

            if (reader.Next(out _) || !reader.Torn.IsEmpty)
                throw new InvalidDataException("Something follows the end of the packed journal.");
        }
        catch (Exception failure) when (failure is InvalidOperationException or InvalidDataException or JsonException)
        {
            throw new RefusedFolderException(FolderFault.NoJournal, packed, cause: failure);
        }
    }

    private static string Next(JournalReader reader) => reader.Next(out ReadOnlyMemory<byte> line) && line.Length > 0
        ? Encoding.UTF8.GetString(line.Span)
        : throw new InvalidDataException("The packed journal has no end.");
}
