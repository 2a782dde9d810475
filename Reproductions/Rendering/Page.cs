using Spectre.Console;
using Spectre.Console.Rendering;

namespace Verification.Reproductions.Rendering;

/// <summary>A page of labels with text beside them, wrapped to the console's width.</summary>
public sealed class Page
{
    private const int LabelWidth = 12;
    private readonly Grid _grid = new();
    private string _label = "";

    /// <summary>An empty page.</summary>
    public Page() => _grid
        .AddColumn(new GridColumn { Width = LabelWidth, NoWrap = true, Padding = new Padding(2, 0, 1, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });

    /// <summary>Adds a paragraph; consecutive paragraphs of one label show it once.</summary>
    public Page Add(string label, string text) => AddMarkup(label, Markup.Escape(text));

    /// <summary>Adds a paragraph of Spectre markup.</summary>
    public Page AddMarkup(string label, string markup)
    {
        return AddRow(label, new Wrapped(new Markup(markup.ReplaceLineEndings(" "))));
    }

    /// <summary>Adds formulas, one a line.</summary>
    public Page AddLines(string label, string text)
    {
        return AddRow(label, new Wrapped(new Text(text)));
    }

    /// <summary>Adds aligned columns under one label; the last column wraps.</summary>
    public Page AddColumns(string label, IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string[][] all = [.. rows];
        if (all.Length == 0)
            return this;
        _label = "";
        return AddRow(label, new AlignedRows(all));
    }

    /// <summary>Writes the page.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Write(_grid);
    }

    private Page AddRow(string label, IRenderable content)
    {
        _grid.AddRow(new Markup(label == _label ? "" : $"[bold]{Markup.Escape(label)}[/]"), content);
        _label = label;
        return this;
    }
}
