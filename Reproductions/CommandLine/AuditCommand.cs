using System.CommandLine;
using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims audit</c>: examines claims with their mutants and writes an audit folder.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string[]> filters = SharedOptions.Filters("claim");
        Option<Tier?> tier = SharedOptions.Tier();
        Option<ulong> seed = SharedOptions.Seed();
        Option<double> risk = SharedOptions.Risk();
        Option<int> jobs = SharedOptions.Jobs();
        Option<Shard?> shard = SharedOptions.Shard();
        Option<string?> folder = SharedOptions.Out(
            $"{DefaultFolder.OfDefaults}, followed by tier, seed, risk, filters and shard where they are not the "
                + "defaults");
        var noFigures = new Option<bool>("--no-figures")
        {
            Description = "Examine claims only; the digest is that of an audit without figures",
        };
        var svg = new Option<bool>("--svg")
        {
            Description = "Draw each figure as SVG besides, half a second of processor time each; outside the digest",
        };
        var pack = new Option<bool>("--pack")
        {
            Description = "Compress the journal at the end, as claims pack does",
        };
        Option<bool> json = SharedOptions.Json("audit.json");
        var command = new Command("audit", "Examine claims with their mutants; on an existing folder, continue")
        {
            filters,
            tier,
            seed,
            risk,
            jobs,
            shard,
            folder,
            noFigures,
            svg,
            pack,
            json,
        };
        command.SetAction(parsed =>
        {
            string[] globs = parsed.GetValue(filters) ?? [];
            Tier spent = parsed.GetValue(tier) ?? Tier.Standard;
            ulong start = parsed.GetValue(seed);
            bool figures = !parsed.GetValue(noFigures);
            bool pictures = parsed.GetValue(svg);
            if (pictures && !figures)
                throw RefusalException.Usage("--svg draws the figures that --no-figures leaves out; give one of them.");
            if (pictures && context.Suite.Pictures is null)
                throw RefusalException.Environment($"{ReproduceCommand.NoSvg}; leave --svg out.");
            Shard? part = parsed.GetValue(shard);
            string target = parsed.GetValue(folder)
                ?? DefaultFolder.Of(spent, start, parsed.GetValue(risk), globs, part)
                    + (figures ? "" : "-no-figures");
            AuditSettings settings = new(globs, spent, start, parsed.GetValue(risk), parsed.GetValue(jobs), target)
            {
                Shard = part, Figures = figures, Svg = pictures,
            };
            return Run(context, settings, parsed.GetValue(pack), parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(CommandContext context, AuditSettings settings, bool pack, bool json)
    {
        if (context.Suite.Claims.Count == 0)
            throw RefusalException.Usage("the catalogue has no claims.");
        var audit = new Audit(context.Suite, settings);
        AuditResult result;
        try
        {
            result = Measured(context, audit, json);
        }
        catch (OperationCanceledException)
        {
            throw new RefusalException(
                ExitCode.Interrupted,
                $"interrupted; what has been measured is kept. Continue with: {context.Program} audit "
                    + $"{string.Join(' ', AuditArguments.Of(settings))}{(pack ? " --pack" : "")}");
        }

        int exitCode = Present(context, result, json);
        if (pack)
            PackCommand.Pack(
                context, settings.Folder, JournalHeader.Of(context.Suite, settings.Seed, settings.Tier),
                json ? context.Terminal.Error : context.Terminal.Output, json);
        return exitCode;
    }

    /// <summary>Runs an audit and says how it gets on: on standard error where JSON is asked for.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    internal static AuditResult Measured(CommandContext context, Audit audit, bool json)
    {
        Terminal terminal = context.Terminal;
        IAnsiConsole console = json ? terminal.ErrorConsole : terminal.ProgressConsole;
        TextWriter plain = json ? terminal.Error : terminal.Progress;
        int claims = audit.Selection.Claims.Count;
        return console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? ProgressBar.During(console, claims, progress => audit.Run(progress, context.Cancellation))
            : audit.Run(new PlainProgress(plain, claims), context.Cancellation);
    }

    /// <summary>Writes the page of an audit that is written otherwise, and its table or JSON.</summary>
    /// <returns>The audit's exit code.</returns>
    internal static int Present(CommandContext context, AuditResult result, bool json)
    {
        Terminal terminal = context.Terminal;
        string folder = result.Settings.Folder;
        RefusedFolderException? unreported = WriteReport(context, folder, json ? terminal.Error : terminal.Progress);
        try
        {
            if (json)
                terminal.Output.Write(IndentedJson.Write(AuditJson.Of(result)));
            else
                AuditTable.Write(terminal.Console, result);
        }
        catch (LostOutputException lost)
        {
            throw Refusals.Of(lost, $"; the audit is whole in {Shown.Path(folder)}");
        }

        return unreported is null ? ExitCode.Of(result.Outcome) : throw unreported;
    }

    // A page that cannot be written is a failure, but the audit is whole and its result comes first.
    private static RefusedFolderException? WriteReport(CommandContext context, string folder, TextWriter notes)
    {
        if (context.Suite.ReportPage is not { } template)
        {
            notes.WriteLine($"{ReportCommand.NoPage}.");
            return null;
        }

        try
        {
            ReportFile.Write(folder, template, context.Suite, new AuditReader(context.Suite));
            return null;
        }
        catch (RefusedFolderException failure)
        {
            return failure;
        }
    }
}
