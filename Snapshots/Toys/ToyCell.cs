namespace Verification.Snapshots.Toys;

/// <summary>How many uniform numbers are added.</summary>
public sealed record ToyCell(int Size);
