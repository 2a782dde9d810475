using System.Text;

namespace Verification.Reproductions.Rendering;

/// <summary>A writer that knows what its failure means: results that get lost end the program, progress and diagnostics
/// do not.</summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter _inner;
    private readonly string? _resultStream;
    private bool _silent;

    private GuardedWriter(TextWriter inner, string? resultStream)
    {
        _inner = inner;
        _resultStream = resultStream;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _inner.Encoding;

    /// <summary>A writer of results; its failure is a <see cref="LostOutputException"/> that names the
    /// stream.</summary>
    public static GuardedWriter OfResults(TextWriter inner, string stream) => new(inner, stream);

    /// <summary>A writer of what nobody depends on; after a failure it stays silent.</summary>
    public static GuardedWriter OfNotes(TextWriter inner) => new(inner, null);

    /// <inheritdoc/>
    public override void Write(char value) => Guard(() => _inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Guard(() => _inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Guard(() => _inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Guard(() => _inner.Write(value + NewLine));

    /// <inheritdoc/>
    public override void Flush() => Guard(_inner.Flush);

    private void Guard(Action write)
    {
        if (_silent)
            return;
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (_resultStream is not null)
                throw new LostOutputException(_resultStream, failure);
            _silent = true;
        }
    }
}
