using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Comparing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Reporting;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims compare</c>: which verdicts, numbers and figures moved between two audits.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandContext context)
    {
        var first = new Argument<string>("A") { Description = "Folder of an audit, finished or interrupted" };
        var second = new Argument<string>("B") { Description = "Folder of another" };
        Option<double> risk = SharedOptions.Risk();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json("every number that moved");
        risk.Description += "; of an audit that has not finished, a finished one says its own";
        var command = new Command(
            "compare", "Say which verdicts and numbers moved from one audit to another, in units of their tolerances")
        {
            first,
            second,
            risk,
            jobs,
            json,
        };
        command.SetAction(parsed => Run(
            context,
            [parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)],
            new AuditReader(context.Suite, parsed.GetValue(risk), parsed.GetValue(jobs)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string[] folders, AuditReader reader, bool asJson)
    {
        FoundAudit[] audits = [.. folders.Select(folder => reader.Read(folder, context.Cancellation))];
        var comparison = AuditComparison.Of(audits[0], audits[1]);
        if (asJson)
        {
            JsonObject document = ComparisonJson.Of(comparison);
            foreach ((string name, int i) in new[] { ("first", 0), ("second", 1) })
                document.Insert(i, name, Named(folders[i], audits[i]));
            context.Terminal.Output.Write(IndentedJson.Write(document));
        }
        else
        {
            foreach ((string name, int i) in new[] { ("first", 0), ("second", 1) })
                context.Terminal.Output.WriteLine(Line(name, folders[i], audits[i]));
            ComparisonListing.Write(context.Terminal.Console, comparison);
        }

        return comparison.Verdicts.Count > 0 ? ExitCode.Unexpected : ExitCode.AsExpected;
    }

    private static JsonObject Named(string folder, FoundAudit audit) => new()
    {
        ["folder"] = folder,
        ["finished"] = audit.Finished,
        ["digest"] = audit.Result["digest"]?.DeepClone(),
    };

    private static string Line(string name, string folder, FoundAudit audit)
    {
        string unfinished = audit.Finished ? "" : ", has not finished";
        int claims = (audit.Result["claims"] as JsonArray)?.Count ?? 0;
        return $"{name}: {Shown.Path(folder)}, {ShortNumber.Count(claims, "claim")}{unfinished}";
    }
}
