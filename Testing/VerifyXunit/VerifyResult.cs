namespace VerifyTests;

/// <summary>A snapshot that matched: its text and its file.</summary>
public sealed record VerifyResult(string Text, string VerifiedFile);
