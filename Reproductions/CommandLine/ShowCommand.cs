using System.CommandLine;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims show</c>: statement, source, hypotheses, erratum, examination and mutants of one claim.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string> id = SharedOptions.Id();
        Option<bool> json = SharedOptions.Json("the claim");
        var command = new Command("show", "Show one claim: statement, source, examination, mutants, parameters")
        {
            id,
            json,
        };
        command.SetAction(parsed => Run(context, Quoting.Stripped(parsed.GetRequiredValue(id)), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string id, bool json)
    {
        if (context.Suite.FindNotExamined(id) is { } statement)
            return RunNotExamined(context, statement, json);
        Claim claim = context.Suite.Find(id);
        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(ClaimJson.InFull(claim)));
        else
            ClaimPage.Write(context.Terminal.Console, claim, context.Program);
        return ExitCode.AsExpected;
    }

    private static int RunNotExamined(CommandContext context, NotExamined statement, bool json)
    {
        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(ClaimJson.Of(statement)));
        else
            ClaimPage.WriteNotExamined(context.Terminal.Console, statement);
        return ExitCode.AsExpected;
    }
}
