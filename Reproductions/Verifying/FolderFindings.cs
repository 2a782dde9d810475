namespace Verification.Reproductions.Verifying;

/// <summary>What a look at an audit's files has found.</summary>
/// <param name="Files">How many files were looked at.</param>
/// <param name="Faults">Files that are not what the audit says, each perhaps for several reasons.</param>
/// <param name="Remarks">What could not be looked at, or explains a fault.</param>
public sealed record FolderFindings(int Files, IReadOnlyList<FileFault> Faults, IReadOnlyList<string> Remarks);
