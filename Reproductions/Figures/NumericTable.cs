using System.Text;

namespace Verification.Reproductions.Figures;

/// <summary>The data of a figure: named columns, one row per point.</summary>
public sealed class NumericTable
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];
    private readonly List<TableCell[]> _rows = [];

    /// <summary>An empty table.</summary>
    /// <exception cref="ArgumentException">There is no column, or two have one name.</exception>
    public NumericTable(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0 || columns.Distinct(StringComparer.Ordinal).Count() < columns.Length)
            throw new ArgumentException("A table has at least one column, each with its own name.", nameof(columns));
        Columns = [.. columns];
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, each with one cell per column.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows => _rows;

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">The number of cells is not that of the columns.</exception>
    public void Add(params TableCell[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != Columns.Count)
            throw new ArgumentException(
                $"A row of this table has {Columns.Count} cells, not {cells.Length}.", nameof(cells));
        _rows.Add([.. cells]);
    }

    /// <summary>The table as CSV (RFC 4180 but with <c>\n</c>): a header, then the rows; the same bytes on every
    /// machine and in every culture.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder();
        AppendLine(text, Columns);
        foreach (TableCell[] row in _rows)
            AppendLine(text, row.Select(cell => cell.Text));
        return text.ToString();
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quote)).Append('\n');

    private static string Quote(string field) =>
        field.IndexOfAny(Special) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
