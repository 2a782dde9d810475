namespace Verification.Spec;

/// <summary>What became of the statement as the document prints it.</summary>
public enum PrintedStatus
{
    /// <summary>It stands as printed.</summary>
    Stands,

    /// <summary>It is true, and a sharper form is known here.</summary>
    Loose,

    /// <summary>It is true under a hypothesis that the document states nowhere for this object.</summary>
    HypothesisMissing,

    /// <summary>It is false; a corrected form is examined in its place.</summary>
    False,

    /// <summary>The document does not state it: it is derived here, and quotes nothing.</summary>
    NotPrinted,
}
