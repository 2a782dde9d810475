namespace Verification.Reproductions.Auditing;

/// <summary>Why an audit cannot use a folder.</summary>
public enum FolderFault
{
    /// <summary>A file stands in the folder's place.</summary>
    IsAFile,

    /// <summary>The folder holds files, and no journal among them.</summary>
    HoldsSomethingElse,

    /// <summary>The folder holds a finished audit of claims that this one leaves out.</summary>
    HoldsMore,

    /// <summary>The folder holds a finished audit with figures, and this one draws none.</summary>
    HoldsFigures,

    /// <summary>The folder holds no audit to report on.</summary>
    HoldsNoAudit,

    /// <summary>The result in it is none.</summary>
    NoResult,

    /// <summary>The result in it has a form that this program does not read.</summary>
    OtherSchema,

    /// <summary>Another audit works in it.</summary>
    InUse,

    /// <summary>A file of it cannot be read or written.</summary>
    NotAccessible,

    /// <summary>The journal is no regular file.</summary>
    NoRegularFile,

    /// <summary>The journal is none.</summary>
    NoJournal,

    /// <summary>The journal has a format that this program does not read.</summary>
    OtherFormat,

    /// <summary>The audit or journal in it is of another suite.</summary>
    OtherSuite,

    /// <summary>The journal was measured with another random stream.</summary>
    OtherStream,

    /// <summary>The journal was measured with another seed.</summary>
    OtherSeed,

    /// <summary>The journal was measured at another tier.</summary>
    OtherTier,

    /// <summary>A line of the journal was edited or damaged.</summary>
    Damaged,
}
