using System.Text;

namespace Verification.Reproductions.Rendering;

/// <summary>Passes lines on without the blanks at their ends, with which layout fills a screen and which nobody wants
/// in a file.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int _blanks;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks++;
                return;
            case '\r':
                return;
            case '\n':
                _blanks = 0;
                break;
        }

        for (; _blanks > 0; _blanks--)
            inner.Write(' ');
        inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
