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
        var notExamined = new Option<bool>("--not-examined")
        {
            Description = "List what the documents state and no computation can examine",
        };
        var coverage = new Option<bool>("--coverage")
        {
            Description = "List every statement of the documents with what examines it; filters name systems",
        };
        var command = new Command("list", "List what is claimed") { filters, notExamined, coverage, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(notExamined) && result.GetValue(coverage))
                result.AddError("--not-examined and --coverage are two lists: give one of them.");
        });
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(filters) ?? [];
            bool asJson = parsed.GetValue(json);
            return parsed.GetValue(coverage) ? RunCoverage(context, given, asJson)
                : parsed.GetValue(notExamined) ? RunNotExamined(context, given, asJson)
                : Run(context, given, asJson);
        });
        return command;
    }

    private static int RunCoverage(CommandContext context, string[] filters, bool json)
    {
        IReadOnlyList<ClaimSystem> systems = IdFilter.Select(
            context.Suite.Systems,
            system => system.Id,
            filters,
            "system");
        if (json)
            context.Terminal.Output.Write(
                IndentedJson.Write(new JsonArray([.. systems.SelectMany(ClaimJson.Coverage)])));
        else
            ClaimList.WriteCoverage(context.Terminal.Console, systems);
        return ExitCode.AsExpected;
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
        IReadOnlyList<NotExamined> statements = IdFilter.Select(
            context.Suite.NotExamined,
            statement => statement.Id,
            filters,
            "statement that is not examined");
        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(new JsonArray([.. statements.Select(ClaimJson.Of)])));
        else
            ClaimList.WriteNotExamined(context.Terminal.Console, statements);
        return ExitCode.AsExpected;
    }
}
