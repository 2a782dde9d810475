using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;
using Verification.Reproductions.CommandLine;

namespace Verification.Reproductions.Auditing;

/// <summary>Measurements on disk, one finished unit a line; an audit that was killed continues from it.</summary>
/// <remarks>
/// Each line reaches the operating system in one write call before the unit counts as kept, so that a killed process loses at most the
/// units under way. Only a torn last line, one without its line end, is forgiven: it is cut off. Everything else that
/// does not fit is refused, see <see cref="JournalLine"/>. The file is locked as long as the journal is open. Safe for concurrent use.
/// </remarks>
public sealed class Journal : IMeasurementStore, IDisposable
{
    private readonly ConcurrentDictionary<MeasurementUnit, string> _units = new();
    private readonly Lock _writing = new();
    private readonly FileStream _file;
    private string _lastChecksum;
    private bool _torn;

    private Journal(FileStream file, string path)
    {
        _file = file;
        Path = path;
        _lastChecksum = "";
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many finished units it holds.</summary>
    public int Count => _units.Count;

    /// <summary>Opens a journal, or begins one where there is no file or an empty one.</summary>
    /// <exception cref="RefusalException">The journal is damaged, of other settings, of another build, or open in another process.</exception>
    public static Journal Open(string path, JournalHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        FileStream file;
        try
        {
            // No buffer: a line is on its way when Write returns. No sharing: the lock lasts until the process ends, however it ends.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (IsSharingViolation(failure))
        {
            throw RefusalException.Environment($"{path} is in use by another audit; wait for it to end or choose another --out.", failure);
        }

        var journal = new Journal(file, path);
        try
        {
            journal.Read(header);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit) => _units.GetValueOrDefault(unit);

    /// <inheritdoc/>
    public void Keep(MeasurementUnit unit, string outcomes)
    {
        lock (_writing)
        {
            if (!_units.TryAdd(unit, outcomes))
                return;
            Append(JournalLine.Of(_lastChecksum, unit, outcomes));
        }
    }

    /// <summary>Closes the file and lifts its lock.</summary>
    public void Dispose() => _file.Dispose();

    private void Append(string line)
    {
        // After a failed write the file may end in half a line; nothing may follow it.
        if (_torn)
            throw new IOException($"{Path} could not be written before.");
        _torn = true;
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _torn = false;
        _lastChecksum = line[^18..^2];
    }

    private void Read(JournalHeader expected)
    {
        byte[] content = new byte[_file.Length];
        _file.ReadExactly(content);
        int end = Array.LastIndexOf(content, (byte)'\n') + 1;
        string headerLine = JournalLine.Of(expected);
        if (end == 0 && !Encoding.UTF8.GetBytes(headerLine).AsSpan().StartsWith(content))
            throw RefusalException.Environment($"{Path} is no journal of an audit; choose another --out.");
        int number = 0;
        int start = 0;
        while (start < end)
        {
            int length = Array.IndexOf(content, (byte)'\n', start) - start;
            string line = Encoding.UTF8.GetString(content, start, length);
            number++;
            start += length + 1;
            string checksum = JournalLine.Checksum(_lastChecksum, line) ?? throw Damaged(number);
            try
            {
                if (number == 1)
                    Compare(JournalLine.ReadHeader(line), expected);
                else
                    Add(JournalLine.ReadUnit(line));
            }
            catch (JsonException)
            {
                throw Damaged(number);
            }

            _lastChecksum = checksum;
        }

        // Only now that everything else fits: a refused journal stays as it is.
        if (end < content.Length)
            _file.SetLength(end);
        _file.Position = end;
        if (end == 0)
            Append(headerLine);
    }

    private void Add((MeasurementUnit Unit, string Outcomes) kept) => _units[kept.Unit] = kept.Outcomes;

    private void Compare(JournalHeader found, JournalHeader expected)
    {
        if (found.Journal != expected.Journal)
            throw RefusalException.Environment($"{Path} has format {found.Journal}, this program writes {expected.Journal}; choose another --out or delete the folder.");
        if (found.Stream != expected.Stream)
            throw RefusalException.Usage($"{Path} was measured with stream {found.Stream}, this program has {expected.Stream}; choose another --out or delete the folder.");
        if (found.Seed != expected.Seed)
            throw RefusalException.Usage($"{Path} was measured with --seed {CanonicalJson.Write(found.Seed)}, not {CanonicalJson.Write(expected.Seed)}; choose another --out or that seed.");
        if (found.Tier != expected.Tier)
        {
            throw RefusalException.Usage(
                $"{Path} was measured with --tier {TierNames.Of(found.Tier)}, not {TierNames.Of(expected.Tier)}; choose another --out or that tier.");
        }

        if (found.MeasuredBy != expected.MeasuredBy)
            throw RefusalException.Environment($"{Path} was measured by another build; choose another --out or delete the folder.");
    }

    private RefusalException Damaged(int line) => RefusalException.Environment(
        $"line {CanonicalJson.Write(line)} of {Path} was edited or damaged (its checksum does not fit); restore the file, or delete its lines from there on to measure them again.");

    // EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException failure) => (failure.HResult & 0xFFFF) is 11 or 35 or 32;
}
