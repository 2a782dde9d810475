using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims list</c>: what is claimed, where, of which kind, with how many mutants.</summary>
internal static class ListCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string[]> filters = SharedOptions.Filters("claim");
        Option<bool> json = SharedOptions.Json("the list");
        var notExamined = new Option<bool>("--not-examined") { Description = "List what the documents state and no computation can examine" };
        var command = new Command("list", "List what is claimed") { filters, notExamined, json };
        command.SetAction(parsed => parsed.GetValue(notExamined)
            ? RunNotExamined(context, parsed.GetValue(filters) ?? [], parsed.GetValue(json))
            : Run(context, parsed.GetValue(filters) ?? [], parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string[] filters, bool json)
    {
        IReadOnlyList<Claim> claims = IdFilter.Select(context.Suite.Claims, claim => claim.Id, filters, "claim");
        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(new JsonArray([.. claims.Select(ClaimJson.Of)])));
        else
            ClaimList.Write(context.Terminal.Console, claims, NotExaminedBeside(context.Suite, claims));
        return ExitCode.AsExpected;
    }

    private static int NotExaminedBeside(Suite suite, IReadOnlyList<Claim> claims)
    {
        HashSet<string> systems = [.. claims.Select(claim => claim.System)];
        return suite.NotExamined.Count(statement => systems.Contains(statement.System));
    }

    private static int RunNotExamined(CommandContext context, string[] filters, bool json)
    {
        IReadOnlyList<NotExamined> statements = IdFilter.Select(context.Suite.NotExamined, statement => statement.Id, filters, "statement that is not examined");
        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(new JsonArray([.. statements.Select(ClaimJson.Of)])));
        else
            ClaimList.WriteNotExamined(context.Terminal.Console, statements);
        return ExitCode.AsExpected;
    }
}
