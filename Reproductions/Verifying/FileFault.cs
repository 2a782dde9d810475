namespace Verification.Reproductions.Verifying;

/// <summary>A file of an audit that is not what the audit says, or does not say what is measured.</summary>
/// <param name="Path">Its path from the folder, with slashes.</param>
/// <param name="Reason">What is wrong about it, in words that follow its name.</param>
public sealed record FileFault(string Path, string Reason);
