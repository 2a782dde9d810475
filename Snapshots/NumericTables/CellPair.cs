namespace Verification.Snapshots.NumericTables;

/// <summary>One cell of the verified table and of the received one, and its row of the verified table.</summary>
internal sealed record CellPair(string Column, string Expected, string Actual, Func<string, string> ExpectedIn);
