using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims report</c>: the page of a finished or interrupted audit, from what its folder holds.</summary>
internal static class ReportCommand
{
    /// <summary>What is said where the program was built without Node.</summary>
    public const string NoPage = "this program was built without Node (npm) and writes no report.html";

    // As many ids as fit in a line or two; the page has all of them.
    private const int MostNamed = 3;

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of an audit, finished or interrupted" };
        Option<double> risk = SharedOptions.Risk();
        Option<int> jobs = SharedOptions.Jobs();
        risk.Description += "; of an audit that has not finished, a finished one says its own";
        var command = new Command("report", "Write the report page of an audit again; measures nothing")
        {
            folder,
            risk,
            jobs,
        };
        command.SetAction(parsed => Run(
            context,
            parsed.GetRequiredValue(folder),
            new AuditReader(context.Suite, parsed.GetValue(risk), parsed.GetValue(jobs))));
        return command;
    }

    private static int Run(CommandContext context, string folder, AuditReader reader)
    {
        if (context.Suite.ReportPage is not { } template)
            throw RefusalException.Environment(
                $"{NoPage}; build it where Node 20 or later is on the PATH, or open report.html where the audit ran.");
        JsonObject data = ReportFile.Write(folder, template, context.Suite, reader, context.Cancellation);
        TextWriter output = context.Terminal.Output;
        string unfinished = (bool)data["finished"]! ? "" : ", of an audit that has not finished";
        output.WriteLine(
            $"{Shown.Path(Path.Combine(folder, ReportFile.Name))}: {Count("claims", "claim")}, "
                + $"{Count("figures", "figure")}{unfinished}");
        foreach ((string member, string noun) in new[] { ("missingClaims", "claim"), ("missingFigures", "figure") })
        {
            JsonArray missing = data[member]!.AsArray();
            if (missing.Count > 0)
                output.WriteLine($"missing: {ShortNumber.Count(missing.Count, noun)}, {Named(missing)}");
        }

        return ExitCode.AsExpected;

        string Count(string member, string noun) => ShortNumber.Count(data[member]!.AsArray().Count, noun);
    }

    private static string Named(JsonArray entries) =>
        string.Join(", ", entries.Take(MostNamed).Select(entry => (string?)entry!["id"]))
            + (entries.Count > MostNamed ? ", …" : "");
}
