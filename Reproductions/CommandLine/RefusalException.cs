namespace Verification.Reproductions.CommandLine;

/// <summary>Something that the program refuses to do, for a reason that the user can act on: becomes one line on
/// standard error.</summary>
public sealed class RefusalException : Exception
{
    /// <summary>A refusal without a reason, because of the command line.</summary>
    public RefusalException()
        : this("the command line does not fit; see claims --help.")
    {
    }

    /// <summary>A refusal because of the command line.</summary>
    public RefusalException(string message)
        : this(CommandLine.ExitCode.Usage, message)
    {
    }

    /// <summary>A refusal because of files or the machine.</summary>
    public RefusalException(string message, Exception innerException)
        : this(CommandLine.ExitCode.Environment, message, innerException)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="exitCode">One of <see cref="CommandLine.ExitCode"/>.</param>
    /// <param name="message">What is wrong and what would be right, on one line.</param>
    /// <param name="cause">What the platform reported, or null.</param>
    public RefusalException(int exitCode, string message, Exception? cause = null)
        : base(message, cause) => ExitCode = exitCode;

    /// <summary>The program's exit code.</summary>
    public int ExitCode { get; }

    /// <summary>A refusal because of the command line.</summary>
    public static RefusalException Usage(string message) => new(CommandLine.ExitCode.Usage, message);

    /// <summary>A refusal because of files or the machine.</summary>
    public static RefusalException Environment(string message, Exception? cause = null) =>
        new(CommandLine.ExitCode.Environment, message, cause);
}
