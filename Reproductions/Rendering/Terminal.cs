using System.Text;
using Spectre.Console;

namespace Verification.Reproductions.Rendering;

/// <summary>Where the program writes: standard output and standard error, each a terminal or not.</summary>
/// <remarks>
/// UTF-8 whatever the locale says: the same command writes the same bytes everywhere. Results that cannot be written
/// are a
/// <see cref="LostOutputException"/>; progress and diagnostics that cannot are forgone.
/// </remarks>
public sealed class Terminal
{
    /// <summary>Columns that layout counts on; a narrower terminal breaks the lines itself.</summary>
    public const int LeastWidth = 40;

    private const int WidthOfPipes = 80;

    /// <summary>Writers that are no terminals, as for a pipe, a file or a test.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="width">Columns; fewer than <see cref="LeastWidth"/> are taken for that many.</param>
    public Terminal(TextWriter output, TextWriter error, int width = WidthOfPipes)
        : this(output, error, outputIsTerminal: false, errorIsTerminal: false, width)
    {
    }

    private Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, int width)
    {
        Width = Math.Max(LeastWidth, width);
        Output = GuardedWriter.OfResults(output, "standard output");
        Progress = GuardedWriter.OfNotes(output);
        Error = GuardedWriter.OfNotes(error);
        Console = Create(Output, outputIsTerminal, Width);
        ProgressConsole = Create(Progress, outputIsTerminal, Width);
        ErrorConsole = Create(Error, errorIsTerminal, Width);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Standard output, for results.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard output, for what is said on the way to the results.</summary>
    public TextWriter Progress { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output with layout, for results; colors and movement only on a terminal.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Standard output with layout, for what is said on the way to the results.</summary>
    public IAnsiConsole ProgressConsole { get; }

    /// <summary>Standard error with layout.</summary>
    public IAnsiConsole ErrorConsole { get; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess()
    {
        bool outputIsTerminal = !global::System.Console.IsOutputRedirected;
        bool errorIsTerminal = !global::System.Console.IsErrorRedirected;
        return new(
            ClosedStreams.IsClosed(1) ? ClosedStreams.Writer : Writer(global::System.Console.OpenStandardOutput()),
            ClosedStreams.IsClosed(2) ? ClosedStreams.Writer : Writer(global::System.Console.OpenStandardError()),
            outputIsTerminal,
            errorIsTerminal,
            outputIsTerminal || errorIsTerminal ? ScreenWidth() : WidthOfPipes);
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    private static int ScreenWidth()
    {
        try
        {
            int width = global::System.Console.WindowWidth;
            return width > 0 ? width : WidthOfPipes;
        }
        catch (IOException)
        {
            // A terminal that does not tell its size.
            return WidthOfPipes;
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal, int width)
    {
        // Enrichers switch colors on when they recognize a build server, where the output is a file all the same.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new ScreenOutput(isTerminal ? writer : new TrimmedLines(writer), isTerminal, width),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
