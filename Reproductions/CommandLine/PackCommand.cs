using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims pack</c>: the journal of a finished audit made small enough to publish.</summary>
internal static class PackCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a finished audit" };
        var command = new Command(
            "pack", $"Compress the journal of a finished audit into {PackedJournal.Name}, which every command reads")
        {
            folder,
        };
        command.SetAction(parsed => Run(context, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(CommandContext context, string folder)
    {
        if (!File.Exists(Path.Combine(folder, AuditFiles.Result)) && AuditFiles.HasJournal(folder))
            throw RefusalException.Usage(
                $"{Shown.Path(folder)} has not finished; run claims audit there again with the settings that it began "
                    + "with, and then pack it.");
        var stated = StatedAudit.Of(
            new AuditReader(context.Suite).Read(folder, context.Cancellation), context.Suite, folder, jobs: 1);
        string packed = Shown.Path(Path.Combine(folder, PackedJournal.Name));
        if (AuditFiles.JournalIn(folder) == PackedJournal.Name)
        {
            context.Terminal.Output.WriteLine($"{packed}: packed already");
            return ExitCode.AsExpected;
        }

        Pack(
            context, folder, JournalHeader.Of(context.Suite, stated.Settings.Seed, stated.Settings.Tier),
            context.Terminal.Output, json: false);
        return ExitCode.AsExpected;
    }

    /// <summary>Packs the plain journal of a folder and says what came of it.</summary>
    /// <param name="context">Where progress is shown.</param>
    /// <param name="folder">Folder of a finished audit.</param>
    /// <param name="header">What the audit says of its journal.</param>
    /// <param name="output">Takes the line about it.</param>
    /// <param name="json">Whether standard output is kept for JSON.</param>
    internal static void Pack(
        CommandContext context, string folder, JournalHeader header, TextWriter output, bool json)
    {
        Terminal terminal = context.Terminal;
        IAnsiConsole console = json ? terminal.ErrorConsole : terminal.ProgressConsole;
        (long plain, long small) = console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? ProgressBar.OfUnits(console, "packing", Packed)
            : Packed(new PlainShares(json ? terminal.Error : terminal.Progress, "packed").Report);
        output.WriteLine(
            $"{Shown.Path(Path.Combine(folder, PackedJournal.Name))}: {Megabytes(small)}, from {Megabytes(plain)}");

        (long Plain, long Packed) Packed(Action<int, int> progress) =>
            PackedJournal.Pack(folder, header, progress, context.Cancellation);
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.00} MB");
}
