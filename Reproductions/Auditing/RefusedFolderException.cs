namespace Verification.Reproductions.Auditing;

/// <summary>A folder or journal that an audit cannot use. Whoever asked for the audit puts it into words.</summary>
public sealed class RefusedFolderException : Exception
{
    /// <summary>A file that cannot be accessed.</summary>
    public RefusedFolderException()
        : this("")
    {
    }

    /// <inheritdoc cref="RefusedFolderException()"/>
    public RefusedFolderException(string path)
        : this(FolderFault.NotAccessible, path)
    {
    }

    /// <inheritdoc cref="RefusedFolderException()"/>
    public RefusedFolderException(string path, Exception innerException)
        : this(FolderFault.NotAccessible, path, cause: innerException)
    {
    }

    /// <summary>A folder that cannot be used.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="path">The file or folder at fault.</param>
    /// <param name="found">What stands there: a setting, a line's number, the holder of a lock.</param>
    /// <param name="expected">What should stand there instead.</param>
    /// <param name="cause">What the platform reported.</param>
    public RefusedFolderException(
        FolderFault fault,
        string path,
        string found = "",
        string expected = "",
        Exception? cause = null)
        : base($"{fault}: {path} {found} {expected}".TrimEnd(), cause)
    {
        Fault = fault;
        Path = path;
        Found = found;
        Expected = expected;
    }

    /// <summary>Why.</summary>
    public FolderFault Fault { get; }

    /// <summary>The file or folder at fault.</summary>
    public string Path { get; }

    /// <summary>What stands there: a setting, a line's number, the holder of a lock; empty where nothing is to be
    /// said.</summary>
    public string Found { get; }

    /// <summary>What should stand there instead; empty where nothing is to be said.</summary>
    public string Expected { get; }
}
