namespace Verification.Snapshots.NumericTables;

/// <summary>Whether a cell agrees and, if not, what would have been allowed.</summary>
internal readonly record struct CellVerdict(bool Agree, string Allowed)
{
    public static CellVerdict Agrees { get; } = new(true, "");

    public static CellVerdict Differs(string allowed) => new(false, allowed);
}
