using System.Text;

namespace Verification.Snapshots.NumericTables;

/// <summary>A table of texts: comment lines ('#') at its head, a line of column names, and rows.</summary>
internal sealed record CsvTable(
    IReadOnlyList<string> Comments, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static CsvTable Parse(string text)
    {
        string[] lines = text.Split('\n');
        string[] comments = [.. lines.TakeWhile(static line => line.StartsWith('#'))];
        List<IReadOnlyList<string>> records =
        [
            .. lines.Skip(comments.Length).Where(static line => line.Length > 0).Select(Cells),
        ];
        return new CsvTable(comments, records.Count > 0 ? records[0] : [], [.. records.Skip(1)]);
    }

    // Commas and doubled quotation marks inside quotation marks, as in RFC 4180; cells of several lines do not occur in
    // our tables.
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
