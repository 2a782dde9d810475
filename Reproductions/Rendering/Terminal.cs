using System.Text;
using Spectre.Console;

namespace Verification.Reproductions.Rendering;

/// <summary>Where the program writes: standard output and standard error, each a terminal or not.</summary>
/// <remarks>UTF-8 whatever the locale says: the same command writes the same bytes everywhere.</remarks>
public sealed class Terminal
{
    private const int WidthOfPipes = 80;

    /// <summary>Writers that are no terminals, as for a pipe, a file or a test.</summary>
    public Terminal(TextWriter output, TextWriter error)
        : this(output, error, outputIsTerminal: false, errorIsTerminal: false, WidthOfPipes)
    {
    }

    private Terminal(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, int width)
    {
        Output = output;
        Error = error;
        Console = Create(output, outputIsTerminal, width);
        ErrorConsole = Create(error, errorIsTerminal, width);
    }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output with layout; colors and movement only on a terminal.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Standard error with layout.</summary>
    public IAnsiConsole ErrorConsole { get; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess()
    {
        bool outputIsTerminal = !global::System.Console.IsOutputRedirected;
        bool errorIsTerminal = !global::System.Console.IsErrorRedirected;
        return new(
            Writer(global::System.Console.OpenStandardOutput()),
            Writer(global::System.Console.OpenStandardError()),
            outputIsTerminal,
            errorIsTerminal,
            outputIsTerminal || errorIsTerminal ? ScreenWidth() : WidthOfPipes);
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

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
