using Spectre.Console;
using Spectre.Console.Rendering;

namespace Verification.Reproductions.Rendering;

/// <summary>Rows of aligned columns, the last of which wraps; where it has no room each row stands on lines of its
/// own, with its last cell indented below the others.</summary>
/// <param name="rows">The rows, all with the same number of cells, one at least.</param>
public sealed class AlignedRows(IReadOnlyList<string[]> rows) : IRenderable
{
    private const int Gap = 2;
    private const int LeastRoom = 12;

    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(LeastRoom, maxWidth), maxWidth);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => Width(row[i])))];
        int indent = widths[..^1].Sum(width => width + Gap);
        bool isStacked = maxWidth - indent < Math.Min(LeastRoom, widths[^1]);
        return Lines(options, maxWidth, widths, isStacked ? Gap : indent, isStacked)
            .SelectMany((line, i) => i == 0 ? line : line.Prepend(Segment.LineBreak));
    }

    private static int Width(string text) => new Segment(text).CellCount();

    private static Segment Blanks(int count) => new(new string(' ', count));

    private static List<SegmentLine> Wrap(RenderOptions options, string text, int width) =>
        Segment.SplitLines(new Wrapped(new Text(text)).Render(options, width));

    private IEnumerable<IEnumerable<Segment>> Lines(
        RenderOptions options, int maxWidth, int[] widths, int indent, bool isStacked)
    {
        foreach (string[] row in rows)
        {
            if (isStacked)
            {
                foreach (SegmentLine line in Wrap(options, string.Join(new string(' ', Gap), row[..^1]), maxWidth))
                    yield return line;
            }

            bool isFirst = !isStacked;
            foreach (SegmentLine line in Wrap(options, row[^1], Math.Max(1, maxWidth - indent)))
            {
                yield return isFirst
                    ? row[..^1]
                        .Select((cell, i) => new Segment(cell + Blanks(widths[i] - Width(cell) + Gap).Text))
                        .Concat(line)
                    : Enumerable.Prepend(line, Blanks(indent));
                isFirst = false;
            }
        }
    }
}
