using Spectre.Console;

namespace Verification.Reproductions.Rendering;

/// <summary>A table of ids: each with short words in columns on its line and a text below.</summary>
/// <remarks>An id is never broken, so that it can be copied and searched for; one that leaves no room pushes its
/// columns to the next line.</remarks>
public sealed class Listing
{
    private const int Gap = 1;
    private readonly string[] _headings;
    private readonly List<(string Id, ListingCell[] Cells, string Detail)> _rows = [];

    /// <summary>An empty listing.</summary>
    /// <param name="headings">Heading of the ids, then of each column.</param>
    public Listing(params string[] headings) => _headings = headings;

    /// <summary>Adds an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="detail">The text below it.</param>
    /// <param name="cells">One word per column.</param>
    public void Add(string id, string detail, params ListingCell[] cells) => _rows.Add((id, cells, detail));

    /// <summary>Writes the listing.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        int[] widths =
        [
            .. _headings
                .Skip(1)
                .Select((heading, i) => _rows.Select(row => row.Cells[i].Text.Length).Append(heading.Length).Max()),
        ];
        // An id of no width at all would leave nothing to push its columns to.
        int width = Math.Max(1, console.Profile.Width - widths.Sum(column => column + Gap));
        string headings = Columns([.. _headings.Skip(1).Select(heading => new ListingCell(heading))], widths);
        console.MarkupLine($"[bold]{_headings[0].PadRight(width)}{headings}[/]");
        console.WriteLine(new string('─', console.Profile.Width));
        foreach ((string id, ListingCell[] cells, string detail) in _rows)
        {
            string columns = Columns(cells, widths);
            string name = $"[bold]{Markup.Escape(id)}[/]";
            console.MarkupLine(
                id.Length <= width
                    ? $"{name}{new string(' ', width - id.Length)}{columns}"
                    : $"{name}\n{new string(' ', width)}{columns}");
            console.Write(new Padder(new Text(detail), new Padding(2, 0, 0, 0)));
        }

        console.WriteLine(new string('─', console.Profile.Width));
    }

    private static string Columns(ListingCell[] cells, int[] widths) => string.Concat(cells.Select((cell, i) =>
        $"{new string(' ', Gap)}{Colored(cell)}{new string(' ', widths[i] - cell.Text.Length)}"));

    private static string Colored(ListingCell cell) =>
        cell.Color is null ? Markup.Escape(cell.Text) : $"[{cell.Color}]{Markup.Escape(cell.Text)}[/]";
}
