using System.CommandLine;
using System.Text;
using Verification.Reproductions.Documents;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims docs</c>: renews what the documentation says of the catalogue. For those who work on the suite;
/// not listed.</summary>
internal static class DocsCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A checkout: README.md and docs/*.md are renewed where they are marked",
        };
        var command = new Command("docs", "Renew what the documentation says of the catalogue") { folder };
        command.Hidden = true;
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(CommandContext context, string folder)
    {
        var blocks = new CatalogueBlocks(context.Suite.Systems);
        string docs = Path.Combine(folder, "docs");
        if (!File.Exists(Path.Combine(folder, "README.md")) || !Directory.Exists(docs))
            throw RefusalException.Usage($"{Shown.Path(folder)} is no checkout; it has no README.md or no docs.");
        foreach (
            string path in (string[])
                [Path.Combine(folder, "README.md"), .. Directory.GetFiles(docs, "*.md").Order(StringComparer.Ordinal)])
        {
            string text = File.ReadAllText(path);
            try
            {
                string renewed = MarkedText.Renew(text, blocks.Of, path => Source(folder, path));
                if (renewed == text)
                    continue;
                File.WriteAllText(path, renewed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                context.Terminal.Output.WriteLine($"renewed {path}");
            }
            catch (FormatException failure)
            {
                throw RefusalException.Usage($"{Shown.Path(path)}: {failure.Message}.");
            }
        }

        return ExitCode.AsExpected;
    }

    private static string? Source(string folder, string path) =>
        File.Exists(Path.Combine(folder, path))
            ? File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n")
            : null;
}
