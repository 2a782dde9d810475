using System.Globalization;
using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Calibrating;

/// <summary>The entries of calibrations on disk, one a line, only ever appended to; a calibration that was interrupted
/// continues from it.</summary>
/// <remarks>
/// Entries of other tiers, levels and code may stand in the same file and do no harm. A torn last line, one without its
/// line end, is cut off. The file is locked as long as the record is open. Safe for concurrent use.
/// </remarks>
public sealed class CalibrationRecord : IDisposable
{
    private readonly Dictionary<(string, ulong, Spec.Tier, double, string), CalibrationEntry> _entries = [];
    private readonly Lock _writing = new();
    private readonly FileStream _file;
    private IOException? _failure;

    // With this every line begins, a torn one as far as it goes.
    private static ReadOnlySpan<byte> Beginning => "{\"claim\":\""u8;

    private CalibrationRecord(FileStream file) => _file = file;

    /// <summary>Opens a record, or begins one where there is no file or an empty one.</summary>
    /// <exception cref="IOException">The file cannot be opened, or is open elsewhere.</exception>
    /// <exception cref="InvalidDataException">The file is no record; it is left as it is.</exception>
    public static CalibrationRecord Open(string path)
    {
        var record = new CalibrationRecord(
            new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        try
        {
            record.Read(path);
            return record;
        }
        catch
        {
            record.Dispose();
            throw;
        }
    }

    /// <summary>The entry with this key, or null.</summary>
    public CalibrationEntry? Find((string Claim, ulong Seed, Spec.Tier Tier, double Level, string Code) key)
    {
        lock (_writing)
            return _entries.GetValueOrDefault(key);
    }

    /// <summary>Appends an entry; it has reached the operating system when this returns.</summary>
    /// <exception cref="IOException">It cannot be written, or an earlier one could not: the first cause.</exception>
    public void Add(CalibrationEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_writing)
        {
            // After a failed write the file may end in half a line; nothing may follow it.
            if (_failure is not null)
                throw _failure;
            try
            {
                _file.Write(Encoding.UTF8.GetBytes(CanonicalJson.Write(entry) + "\n"));
            }
            catch (IOException failure)
            {
                _failure = failure;
                throw;
            }

            _entries[entry.Key] = entry;
        }
    }

    /// <summary>Closes the file and lifts its lock.</summary>
    public void Dispose() => _file.Dispose();

    private void Read(string path)
    {
        byte[] content = new byte[_file.Length];
        _file.ReadExactly(content);
        int start = 0;
        int number = 1;
        for (; Array.IndexOf(content, (byte)'\n', start) is >= 0 and int end; start = end + 1)
            Read(content.AsSpan(start, end - start), path, number++);
        ReadOnlySpan<byte> torn = content.AsSpan(start);
        if (!torn.StartsWith(Beginning) && !Beginning.StartsWith(torn))
            throw Damaged(path, number);

        // Only now that everything else fits: a refused file stays as it is.
        _file.SetLength(start);
        _file.Position = start;
    }

    private void Read(ReadOnlySpan<byte> line, string path, int number)
    {
        try
        {
            CalibrationEntry entry = CanonicalJson.Read<CalibrationEntry>(Encoding.UTF8.GetString(line));
            if (entry is not { Claim: not null, Code: not null, Verdicts: not null })
                throw Damaged(path, number);
            _entries[entry.Key] = entry;
        }
        catch (JsonException)
        {
            throw Damaged(path, number);
        }
    }

    private static InvalidDataException Damaged(string path, int line) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"line {line} of {path} is no line of a calibration; choose another --out, or delete the line"));
}
