using System.CommandLine;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;
using Verification.Reproductions.Verifying;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims verify</c>: whether a published audit is what it says, and comes out again.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a finished audit" };
        var onlyFiles = new Option<bool>("--only-files")
        {
            Description =
                "Measure nothing: judge again from the journal, make every file again, and compare sums; in seconds",
        };
        Option<string?> scratch = SharedOptions.Out("a temporary one that goes at the end");
        scratch.Description =
            "Folder to measure in again, kept for claims compare; an interrupted one is continued [default: a "
                + "temporary one that goes at the end]";
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json("everything that was found");
        var command = new Command(
            "verify",
            "Check the files of a published audit, measure it again with its own settings, and compare to the last bit")
        {
            folder,
            onlyFiles,
            scratch,
            jobs,
            json,
        };
        command.SetAction(parsed =>
        {
            bool measures = !parsed.GetValue(onlyFiles);
            if (!measures && parsed.GetValue(scratch) is not null)
                throw RefusalException.Usage("--only-files measures nothing that --out could keep; give one of them.");
            return Run(
                context, parsed.GetRequiredValue(folder), measures, parsed.GetValue(scratch), parsed.GetValue(jobs),
                parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(
        CommandContext context, string folder, bool measures, string? scratch, int jobs, bool json)
    {
        if (
            !File.Exists(Path.Combine(folder, AuditFiles.Result))
            && AuditFiles.HasJournal(folder))
            throw RefusalException.Usage(
                $"{Shown.Path(folder)} has not finished: there is nothing that it says; claims report shows how far it "
                    + "is.");
        var reader = new AuditReader(context.Suite, jobs: jobs);
        var stated = StatedAudit.Of(reader.Read(folder, context.Cancellation), context.Suite, folder, jobs);
        if (scratch is not null && Path.GetFullPath(scratch) == Path.GetFullPath(folder))
            throw RefusalException.Usage($"--out {Shown.Path(scratch)} is the audit itself; name another folder.");
        FolderFindings files;
        try
        {
            files = new FolderCheck(context.Suite, stated).Run(context.Cancellation);
        }
        catch (UnmatchedGlobException unmatched)
        {
            throw RefusalException.Environment(
                $"{Shown.Path(folder)} is an audit of '{Shown.Word(unmatched.Glob)}', which is no claim of this "
                    + "program; verify it with the program that wrote it.",
                unmatched);
        }

        if (!json)
        {
            context.Terminal.Output.WriteLine(Asked(stated.Settings));
            CheckListing.Write(context.Terminal.Console, files);
        }

        SecondRun? again = measures ? Measure(context, stated, reader, scratch, json) : null;
        var found = new CheckedAudit(stated, files, again);
        if (json)
        {
            context.Terminal.Output.Write(IndentedJson.Write(found.ToJson()));
        }
        else
        {
            if (again is not null)
                CheckListing.Write(context.Terminal.Console, again);
            CheckListing.WriteSummary(context.Terminal.Console, found);
        }

        return found.Same ? ExitCode.AsExpected : ExitCode.Unexpected;
    }

    private static string Asked(AuditSettings settings) =>
        $"{Shown.Path(settings.Folder)}: claims audit "
            + Shown.Line(string.Join(' ', AuditArguments.Of(settings with { Folder = "" }).SkipLast(1)));

    private static SecondRun Measure(
        CommandContext context, StatedAudit stated, AuditReader reader, string? scratch, bool json)
    {
        if (stated.Settings.Svg && context.Suite.Pictures is null)
            throw RefusalException.Environment(
                $"{ReproduceCommand.NoSvg}, and the audit has some; verify it with one that does, or --only-files.");
        string folder = scratch ?? Temporary();
        try
        {
            var audit = new Audit(context.Suite, SecondRun.Settings(stated, folder));
            AuditResult result = AuditCommand.Measured(context, audit, json);
            return SecondRun.Of(stated, result, reader, context.Cancellation);
        }
        catch (OperationCanceledException)
        {
            string again = $"{context.Program} verify {Quoting.Pasteable(stated.Settings.Folder)} --out ";
            throw new RefusalException(
                ExitCode.Interrupted,
                scratch is null
                    ? $"interrupted; nothing is kept. What is measured is kept, and continued, with: {again}DIR"
                    : "interrupted; what has been measured is kept. Continue with: "
                        + $"{again}{Quoting.Pasteable(scratch)}");
        }
        finally
        {
            if (scratch is null && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static string Temporary()
    {
        try
        {
            return Directory.CreateTempSubdirectory("claims-verify-").FullName;
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(Path.GetTempPath(), failure);
        }
    }
}
