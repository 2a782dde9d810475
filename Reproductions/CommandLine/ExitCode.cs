using Verification.Reproductions.Auditing;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary>Exit codes of <c>claims</c>.</summary>
public static class ExitCode
{
    /// <summary>Every verdict is as the catalogue expects.</summary>
    public const int AsExpected = 0;

    /// <summary>A claim is refuted, or a mutant or wrong printed form is not.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line asks for something that does not exist or does not fit together.</summary>
    public const int Usage = 2;

    /// <summary>Nothing is wrong, but something stays undecided at this budget.</summary>
    public const int Undecided = 3;

    /// <summary>The environment failed: a file cannot be read or written, a journal is damaged, a folder is in
    /// use.</summary>
    public const int Environment = 4;

    /// <summary>The program itself is wrong; the line says where.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted by a signal; an audit can be continued.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code of an audit.</summary>
    public static int Of(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.AsExpected => AsExpected,
        AuditOutcome.Undecided => Undecided,
        _ => Unexpected,
    };

    /// <summary>The exit code of one examination: of the verdict as it is, whatever the catalogue expects.</summary>
    public static int Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => AsExpected,
        Verdict.Refuted => Unexpected,
        _ => Undecided,
    };
}
