namespace Verification.Reproductions.Comparing;

/// <summary>A figure that two audits drew, and whose tables are not the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reshaped">Whether rows, columns or names differ, so that no cell can be laid beside another.</param>
/// <param name="Cells">How many numbers the table has.</param>
/// <param name="Moved">How many of them differ.</param>
/// <param name="Column">The column with the largest change.</param>
/// <param name="Share">That change as a share of the range of its column in the first table, or of the number itself
/// where the column is constant; ∞ where the number is missing in one of the two, or was 0 throughout.</param>
public sealed record ComparedFigure(string Id, bool Reshaped, int Cells, int Moved, string Column, double Share)
{
    /// <summary>Lays two tables beside each other.</summary>
    /// <returns>Null where they are the same text.</returns>
    public static ComparedFigure? Of(string id, string before, string after)
    {
        if (before == after)
            return null;
        string[][] first = CsvRows.Of(before), second = CsvRows.Of(after);
        if (first.Length == 0
            || first.Length != second.Length
            || !first[0].SequenceEqual(second[0])
            || first.Any(row => row.Length != first[0].Length)
            || first.Zip(second).Any(rows => !SameNames(rows.First, rows.Second)))
            return new(id, true, 0, 0, "", double.PositiveInfinity);
        (int cells, int moved, string column, double share) = (0, 0, "", 0.0);
        for (int c = 0; c < first[0].Length; c++)
        {
            double?[] a = [.. first.Skip(1).Select(row => CsvRows.Number(row[c]))];
            double?[] b = [.. second.Skip(1).Select(row => CsvRows.Number(row[c]))];
            double[] known = [.. a.OfType<double>()];
            double range = known.Length == 0 ? 0 : known.Max() - known.Min();
            double unit = range > 0 ? range : known.Select(Math.Abs).DefaultIfEmpty(0).Max();
            cells += known.Length;
            foreach ((double? x, double? y) in a.Zip(b).Where(pair => pair.First != pair.Second))
            {
                moved++;
                double change = x is { } from && y is { } to ? Math.Abs(to - from) / unit : double.PositiveInfinity;
                if (column.Length == 0 || change > share)
                    (column, share) = (first[0][c], change);
            }
        }

        return new(id, false, cells, moved, column, share);
    }

    // Numbers may differ, and one may be missing; names may not.
    private static bool SameNames(string[] first, string[] second) =>
        first.Length == second.Length
        && first.Zip(second).All(cells => cells.First == cells.Second
            || (IsNumber(cells.First) && IsNumber(cells.Second)));

    private static bool IsNumber(string cell) => cell.Length == 0 || CsvRows.Number(cell) is not null;
}
