using System.CommandLine;
using Verification.Reproductions.Typesetting;
using System.Globalization;
using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Calibrating;
using Verification.Reproductions.Rendering;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims calibrate</c>: examines claims over many seeds and counts verdicts that are not as
/// expected.</summary>
internal static class CalibrateCommand
{
    private const int MostSeeds = 1_000_000;

    public static Command Create(CommandContext context)
    {
        Argument<string[]> filters = SharedOptions.Filters("claim");
        Option<Tier?> tier = SharedOptions.Tier();
        tier.Description = "Sizes of the examinations: smoke (the default), standard or full";
        Option<ulong> first = SharedOptions.Seed("--first-seed", "First seed of the suite");
        Option<int> seeds = SharedOptions.WholeNumber("--seeds", "How many consecutive seeds", 200, MostSeeds);
        Option<double> risk = SharedOptions.Risk();
        Option<int> jobs = SharedOptions.Jobs();
        var record = new Option<string>("--out")
        {
            Description = "File to record verdicts in and to continue from; the table goes beside it as Markdown",
            HelpName = "FILE",
            DefaultValueFactory = _ => "artifacts/calibration/calibration.jsonl",
        };
        var command = new Command(
            "calibrate", "Examine claims over many seeds and count verdicts that are not as expected")
        {
            filters, tier, first, seeds, risk, jobs, record,
        };
        command.SetAction(parsed => Run(
            context,
            parsed.GetValue(filters) ?? [],
            new(
                parsed.GetValue(tier) ?? Tier.Smoke,
                parsed.GetValue(first),
                parsed.GetValue(seeds),
                parsed.GetValue(risk),
                parsed.GetValue(jobs)),
            parsed.GetRequiredValue(record)));
        return command;
    }

    private static int Run(
        CommandContext context, IReadOnlyList<string> filters, CalibrationSettings settings, string path)
    {
        IReadOnlyList<Claim> claims = IdFilter.Select(context.Suite.Claims, claim => claim.Id, filters, "claim");
        using CalibrationRecord record = Open(path);
        IReadOnlyList<ClaimCalibration> calibrated;
        try
        {
            var calibration = new Calibration(claims, context.Suite.Code, settings);
            calibrated = calibration.Run(
                record, new CalibrationLines(context.Terminal.Output, settings.Seeds).Finished, context.Cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new RefusalException(
                ExitCode.Interrupted, "interrupted; what has been examined is kept. The same command continues.");
        }

        string table = Path.ChangeExtension(path, ".md");
        WholeFile.Write(table, CalibrationMarkdown.Of(settings, calibrated));
        CalibrationTable.Write(context.Terminal.Console, calibrated);
        context.Terminal.Output.WriteLine($"written to {table}");
        return calibrated.Any(claim => claim.Contradicted > 0) ? ExitCode.Unexpected
            : calibrated.Any(claim => claim.Undecided > 0) ? ExitCode.Undecided
            : ExitCode.AsExpected;
    }

    private static CalibrationRecord Open(string path)
    {
        if (Directory.Exists(path))
            throw RefusalException.Usage($"--out {Shown.Path(path)} is a folder; name a file.");
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            return CalibrationRecord.Open(path);
        }
        catch (InvalidDataException failure)
        {
            throw RefusalException.Environment($"{Shown.Cause(failure)}.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw RefusalException.Environment(
                $"cannot write to --out {Shown.Path(path)}: {Shown.Cause(failure)}", failure);
        }
    }
}
