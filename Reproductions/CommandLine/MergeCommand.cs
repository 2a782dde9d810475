using System.CommandLine;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Merging;
using Verification.Reproductions.Typesetting;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims merge</c>: the shards of an audit put together.</summary>
internal static class MergeCommand
{
    public static Command Create(CommandContext context)
    {
        var shards = new Argument<string[]>("DIR")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Folders of all shards of one audit, in any order",
        };
        Option<string?> folder = SharedOptions.Out("");
        folder.Description = "New or empty folder to write the whole audit to";
        folder.Required = true;
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json("audit.json");
        var command = new Command(
            "merge",
            "Put the shards of an audit together, to the files that one run would have written; measures nothing")
        {
            shards,
            folder,
            jobs,
            json,
        };
        command.SetAction(parsed =>
        {
            AuditResult result = new AuditMerge(context.Suite, parsed.GetValue(jobs)).Run(
                parsed.GetRequiredValue(shards), parsed.GetRequiredValue(folder)!, context.Cancellation);
            bool asJson = parsed.GetValue(json);
            SayWhatIsNotDrawn(context, result, asJson ? context.Terminal.Error : context.Terminal.Progress);
            return AuditCommand.Present(context, result, asJson);
        });
        return command;
    }

    // Shards do not tell whether they were asked for no figures or had none to draw.
    private static void SayWhatIsNotDrawn(CommandContext context, AuditResult result, TextWriter notes)
    {
        AuditSettings drawing = result.Settings with { Figures = true };
        int figures = result.Settings.Figures ? 0 : Selection.Of(context.Suite, drawing).Figures.Count;
        if (figures > 0)
            notes.WriteLine(
                $"no shard has drawn {ShortNumber.Count(figures, "figure")} of these claims, and the audit is one "
                    + $"without; {context.Program} audit {string.Join(' ', AuditArguments.Of(drawing))} draws there");
    }
}
