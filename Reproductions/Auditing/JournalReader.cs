namespace Verification.Reproductions.Auditing;

/// <summary>The whole lines of a journal, one after the other, however long it is.</summary>
/// <param name="journal">Where they come from, read from where it stands.</param>
internal sealed class JournalReader(Stream journal)
{
    /// <summary>Bytes of a line beyond which it is no line of a journal.</summary>
    public const int LongestLine = 1 << 26;

    private const int Chunk = 1 << 16;

    private byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _filled;
    private long _position;

    /// <summary>Where the last line that was read begins, counted from where reading began; after the last one, where
    /// the torn line after it does.</summary>
    public long Offset { get; private set; }

    /// <summary>What stands after the last line end, once there is no further line.</summary>
    public ReadOnlyMemory<byte> Torn => _buffer.AsMemory(_start, _filled - _start);

    /// <summary>Reads the next line.</summary>
    /// <param name="line">Its bytes without the line end, until the next call.</param>
    /// <returns>False where no line end follows.</returns>
    /// <exception cref="InvalidDataException">The line is longer than <see cref="LongestLine"/>.</exception>
    public bool Next(out ReadOnlyMemory<byte> line)
    {
        int searched = _start;
        while (true)
        {
            int length = _buffer.AsSpan(searched, _filled - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                int end = searched + length;
                line = _buffer.AsMemory(_start, end - _start);
                Offset = _position - (_filled - _start);
                _start = end + 1;
                return true;
            }

            searched = _filled;
            MakeRoom(ref searched);
            int read = journal.Read(_buffer.AsSpan(_filled));
            if (read == 0)
            {
                line = default;
                Offset = _position - (_filled - _start);
                return false;
            }

            _filled += read;
            _position += read;
        }
    }

    private void MakeRoom(ref int searched)
    {
        if (_filled < _buffer.Length)
            return;
        int kept = _filled - _start;
        if (kept >= LongestLine)
            throw new InvalidDataException("The line is longer than any of a journal.");
        byte[] larger = kept > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(larger);
        (_buffer, searched, _filled, _start) = (larger, searched - _start, kept, 0);
    }
}
