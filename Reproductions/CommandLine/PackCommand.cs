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
            new AuditReader(context.Suite).Read(folder, context.Cancellation), folder, jobs: 1);
        string packed = Shown.Path(Path.Combine(folder, PackedJournal.Name));
        if (AuditFiles.JournalIn(folder) == PackedJournal.Name)
        {
            context.Terminal.Output.WriteLine($"{packed}: packed already");
            return ExitCode.AsExpected;
        }

        var header = JournalHeader.Of(stated.Settings.Seed, stated.Settings.Tier);
        IAnsiConsole console = context.Terminal.ProgressConsole;
        (long plain, long small) = console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? ProgressBar.OfUnits(console, "packing", progress => Pack(progress))
            : Pack(new PlainShares(context.Terminal.Progress, "packed").Report);
        context.Terminal.Output.WriteLine($"{packed}: {Megabytes(small)}, from {Megabytes(plain)}");
        return ExitCode.AsExpected;

        (long Plain, long Packed) Pack(Action<int, int> progress) =>
            PackedJournal.Pack(folder, header, progress, context.Cancellation);
    }

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.00} MB");
}
