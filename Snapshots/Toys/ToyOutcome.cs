namespace Verification.Snapshots.Toys;

/// <summary>A sum of uniform numbers.</summary>
public sealed record ToyOutcome(double Sum);
