namespace Verification.Properties.Examining;

/// <summary>The height of the first rung.</summary>
public sealed record LadderCell(int Start);
