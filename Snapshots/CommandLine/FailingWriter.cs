using System.Text;

namespace Verification.Snapshots.CommandLine;

/// <summary>A stream that takes some characters and then fails, as a full disk does.</summary>
public sealed class FailingWriter(int room) : TextWriter
{
    private int _room = room;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (_room-- <= 0)
            throw new IOException("No space left on device : 'somewhere'");
    }
}
