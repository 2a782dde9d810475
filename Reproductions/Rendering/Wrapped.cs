using Spectre.Console.Rendering;

namespace Verification.Reproductions.Rendering;

/// <summary>A text that is wrapped between words, and within those that are longer than a line.</summary>
/// <remarks>Spectre's own paragraphs lose parts of words that do not fit a line.</remarks>
/// <param name="text">What is wrapped; it is laid out on lines without end first.</param>
public sealed class Wrapped(IRenderable text) : IRenderable
{
    private const int Least = 8;

    /// <summary>The width of a line without end.</summary>
    internal const int Endless = 1_000_000;

    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth)
    {
        int longest = Lines(options).Select(Width).DefaultIfEmpty(0).Max();
        return new(Math.Min(Math.Min(Least, longest), maxWidth), Math.Min(longest, maxWidth));
    }

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int width = Math.Max(1, maxWidth);
        bool first = true;
        foreach (List<Segment> line in Lines(options).SelectMany(line => Broken(line, width)))
        {
            if (!first)
                yield return Segment.LineBreak;
            first = false;
            foreach (Segment segment in line)
                yield return segment;
        }
    }

    private static int Width(IEnumerable<Segment> segments) => segments.Sum(segment => segment.CellCount());

    private List<List<Segment>> Lines(RenderOptions options)
    {
        List<List<Segment>> lines = [[]];
        foreach (Segment segment in text.Render(options, Endless))
        {
            if (segment.IsLineBreak)
                lines.Add([]);
            else if (!segment.IsControlCode)
                lines[^1].Add(segment);
        }

        if (lines.Count > 1 && lines[^1].Count == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static List<List<Segment>> Broken(List<Segment> line, int width)
    {
        List<List<Segment>> lines = [[]];
        List<Segment> blanks = [];
        int used = 0;
        foreach (List<Segment> word in Words(line))
        {
            if (word[0].Text[0] == ' ')
            {
                blanks = word;
                continue;
            }

            int length = Width(word);
            int gap = Width(blanks);
            if (used > 0 && used + gap + length > width)
            {
                lines.Add([]);
                (used, gap) = (0, 0);
            }
            else
            {
                lines[^1].AddRange(blanks);
            }

            blanks = [];
            foreach (Segment piece in length <= width ? word : Letters(word))
            {
                int cells = piece.CellCount();
                if (used + gap + cells > width)
                {
                    lines.Add([]);
                    (used, gap) = (0, 0);
                }

                lines[^1].Add(piece);
                used += gap + cells;
                gap = 0;
            }
        }

        return lines;
    }

    // Words and the blanks between them, in turn; a word may have several styles.
    private static IEnumerable<List<Segment>> Words(List<Segment> line)
    {
        List<Segment> word = [];
        foreach (Segment segment in line)
        {
            int start = 0;
            for (int i = 0; i <= segment.Text.Length; i++)
            {
                bool ends = i == segment.Text.Length
                    || (i > start && (segment.Text[i] == ' ') != (segment.Text[i - 1] == ' '));
                if (!ends || i == start)
                    continue;
                var piece = new Segment(segment.Text[start..i], segment.Style);
                if (word.Count > 0 && (word[0].Text[0] == ' ') != (piece.Text[0] == ' '))
                {
                    yield return word;
                    word = [];
                }

                word.Add(piece);
                start = i;
            }
        }

        if (word.Count > 0)
            yield return word;
    }

    private static IEnumerable<Segment> Letters(List<Segment> word) =>
        from segment in word
        from letter in TextElements(segment.Text)
        select new Segment(letter, segment.Style);

    private static IEnumerable<string> TextElements(string text)
    {
        var letters = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }
}
