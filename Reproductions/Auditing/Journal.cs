using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Verification.Implementation.Experiments;

namespace Verification.Reproductions.Auditing;

/// <summary>Measurements on disk, one finished unit a line; an audit that was killed continues from it.</summary>
/// <remarks>
/// Each line reaches the operating system in one write call before the unit counts as kept, so that a killed process
/// loses at most the units under way. Only a torn last line, one without its line end, is forgiven: it is cut off.
/// Everything else that does not fit is refused, see <see cref="JournalLine"/>. The file is locked as long as the
/// journal is open, where there are such locks; where there are none, a line is appended only while the file is as long
/// as this journal left it. Outcomes stay in the file and are read when they are asked for. Safe for concurrent use.
/// </remarks>
public sealed class Journal : IMeasurementStore, IDisposable
{
    private readonly ConcurrentDictionary<MeasurementUnit, JournalPlace> _units = new();
    private readonly Lock _writing = new();
    private readonly FileStream _file;
    private string _lastChecksum = "";
    private long _end;
    private RefusedFolderException? _failure;

    private Journal(FileStream file, string path)
    {
        _file = file;
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many finished units it holds.</summary>
    public int Count => _units.Count;

    /// <summary>The finished units, in no order.</summary>
    public IEnumerable<MeasurementUnit> Units => _units.Keys;

    /// <summary>Opens a journal, or begins one where there is no file or an empty one.</summary>
    /// <exception cref="RefusedFolderException">The journal is damaged, of other settings, a link, or open in another
    /// process.</exception>
    public static Journal Open(string path, JournalHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Open(JournalFile.ToAppend(path), path, header);
    }

    /// <summary>Opens a journal that stays as it is: nothing is cut off, and nothing can be kept in it. Where there is
    /// only a packed one, that.</summary>
    /// <exception cref="RefusedFolderException">The journal is missing, damaged (a torn last line counts), of other
    /// settings, or open in a process that writes it.</exception>
    public static Journal OpenToRead(string path, JournalHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Open(JournalFile.ToRead(path), path, header);
    }

    /// <inheritdoc/>
    public string? Find(MeasurementUnit unit)
    {
        if (!_units.TryGetValue(unit, out JournalPlace? place))
            return null;
        return place.ReadFrom(_file.SafeFileHandle) ?? throw new RefusedFolderException(FolderFault.InUse, Path);
    }

    /// <inheritdoc/>
    /// <exception cref="RefusedFolderException">The line cannot be written; the first reason, however often it is
    /// tried.</exception>
    public void Keep(MeasurementUnit unit, string outcomes)
    {
        lock (_writing)
        {
            if (_units.ContainsKey(unit))
                return;
            long end = Append(JournalLine.Of(_lastChecksum, unit, outcomes));
            _units[unit] = JournalPlace.Before(end, outcomes);
        }
    }

    /// <summary>By what the file as it is now is told from one that was changed.</summary>
    /// <exception cref="RefusedFolderException">It cannot be read.</exception>
    public FileSum Sum()
    {
        lock (_writing)
        {
            try
            {
                _file.Position = 0;
                return FileSum.Of(_file);
            }
            catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
            {
                throw new RefusedFolderException(Path, failure);
            }
        }
    }

    /// <summary>Closes the file and lifts its lock.</summary>
    public void Dispose() => _file.Dispose();

    private static Journal Open(FileStream file, string path, JournalHeader header)
    {
        var journal = new Journal(file, path);
        try
        {
            journal.Read(header);
            return journal;
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            journal.Dispose();
            throw new RefusedFolderException(path, failure);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private long Append(string line)
    {
        // After a failed write the file may end in half a line; nothing may follow it.
        if (_failure is not null)
            throw new RefusedFolderException(_failure.Fault, _failure.Path, cause: _failure.InnerException);
        try
        {
            if (RandomAccess.GetLength(_file.SafeFileHandle) != _end)
                throw new RefusedFolderException(FolderFault.InUse, Path);
            byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
            RandomAccess.Write(_file.SafeFileHandle, bytes, _end);
            _end += bytes.Length;
        }
        catch (RefusedFolderException failure)
        {
            _failure = failure;
            throw;
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            _failure = new(Path, failure);
            throw _failure;
        }

        _lastChecksum = JournalLine.StatedChecksum(line);
        return _end;
    }

    private void Read(JournalHeader expected)
    {
        _file.Position = 0;
        var lines = new JournalReader(_file);
        int number = 0;
        while (Next(lines, number + 1, out ReadOnlyMemory<byte> bytes))
        {
            string line = Encoding.UTF8.GetString(bytes.Span);
            number++;
            string checksum = JournalLine.Checksum(_lastChecksum, line) ?? throw Damaged(number);
            try
            {
                if (number == 1)
                    JournalLine.ReadHeader(line).RefuseUnless(expected, Path);
                else
                    Add(JournalLine.ReadUnit(line), lines.Offset, bytes.Span, number);
            }
            catch (JsonException)
            {
                throw Damaged(number);
            }

            _lastChecksum = checksum;
        }

        string headerLine = JournalLine.Of(expected);
        if (number == 0 && !Encoding.UTF8.GetBytes(headerLine).AsSpan().StartsWith(lines.Torn.Span))
            throw new RefusedFolderException(FolderFault.NoJournal, Path);

        // Only now that everything else fits: a refused journal stays as it is.
        _end = lines.Offset;
        if (!_file.CanWrite)
        {
            if (number == 0 || !lines.Torn.IsEmpty)
                throw Damaged(number + 1);
            return;
        }

        if (!lines.Torn.IsEmpty)
            _file.SetLength(_end);
        if (number == 0)
            Append(headerLine);
    }

    private bool Next(JournalReader lines, int number, out ReadOnlyMemory<byte> line)
    {
        try
        {
            return lines.Next(out line);
        }
        catch (InvalidDataException)
        {
            throw number == 1 ? new RefusedFolderException(FolderFault.NoJournal, Path) : Damaged(number);
        }
    }

    private void Add((MeasurementUnit Unit, string Outcomes) kept, long offset, ReadOnlySpan<byte> line, int number)
    {
        byte[] outcomes = Encoding.UTF8.GetBytes(kept.Outcomes);
        if (!line[..^JournalLine.TailLength].EndsWith(outcomes))
            throw Damaged(number);
        _units[kept.Unit] = JournalPlace.Before(offset + line.Length + 1, outcomes.Length);
    }

    private RefusedFolderException Damaged(int line) => new(FolderFault.Damaged, Path, CanonicalJson.Write(line));
}
