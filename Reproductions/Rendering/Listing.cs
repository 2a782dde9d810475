using Spectre.Console;
using Spectre.Console.Rendering;

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
        int width = console.Profile.Width - widths.Sum(column => column + Gap);
        if (width < _headings[0].Length)
        {
            WriteStacked(console);
            return;
        }

        console.MarkupLine(
            $"[bold]{_headings[0].PadRight(width)}"
                + $"{Columns([.. _headings.Skip(1).Select(heading => new ListingCell(heading))], widths)}[/]");
        console.WriteLine(new string('─', console.Profile.Width));
        foreach ((string id, ListingCell[] cells, string detail) in _rows)
        {
            string columns = Columns(cells, widths);
            string name = $"[bold]{Markup.Escape(id)}[/]";
            console.Write(new Unbroken(new Markup(
                id.Length <= width
                    ? $"{name}{new string(' ', width - id.Length)}{columns}\n"
                    : $"{name}\n{new string(' ', width)}{columns}\n")));
            console.Write(Indented(new Text(detail)));
        }

        console.WriteLine(new string('─', console.Profile.Width));
    }

    // Where the columns leave no room for ids, each id has its words below it.
    private void WriteStacked(IAnsiConsole console)
    {
        console.Write(new Wrapped(new Markup($"[bold]{string.Join(" · ", _headings.Select(Markup.Escape))}[/]")));
        console.WriteLine();
        console.WriteLine(new string('─', console.Profile.Width));
        foreach ((string id, ListingCell[] cells, string detail) in _rows)
        {
            console.Write(new Unbroken(new Markup($"[bold]{Markup.Escape(id)}[/]\n")));
            console.Write(Indented(new Markup(string.Join(" · ", cells.Select(Colored)))));
            console.Write(Indented(new Text(detail)));
        }

        console.WriteLine(new string('─', console.Profile.Width));
    }

    private static Padder Indented(IRenderable text) => new(new Wrapped(text), new Padding(2, 0, 0, 0));

    private static string Columns(ListingCell[] cells, int[] widths) => string.Concat(cells.Select((cell, i) =>
        $"{new string(' ', Gap)}{Colored(cell)}{new string(' ', widths[i] - cell.Text.Length)}"));

    private static string Colored(ListingCell cell) =>
        cell.Color is null ? Markup.Escape(cell.Text) : $"[{cell.Color}]{Markup.Escape(cell.Text)}[/]";
}
