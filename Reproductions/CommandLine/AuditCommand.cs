using System.CommandLine;
using Spectre.Console;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
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
        Option<string> folder = SharedOptions.Out("artifacts/audit");
        Option<bool> json = SharedOptions.Json("audit.json");
        var command = new Command("audit", "Examine claims with their mutants; on an existing folder, continue") { filters, tier, seed, risk, jobs, folder, json };
        command.SetAction(parsed => Run(
            context,
            new(
                parsed.GetValue(filters) ?? [],
                parsed.GetValue(tier) ?? Tier.Standard,
                parsed.GetValue(seed),
                parsed.GetValue(risk),
                parsed.GetValue(jobs),
                parsed.GetRequiredValue(folder)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, AuditSettings settings, bool json)
    {
        var audit = new Audit(context.Suite, settings);
        int claims = audit.Selected().Count;
        IAnsiConsole console = json ? context.Terminal.ErrorConsole : context.Terminal.Console;
        TextWriter plain = json ? context.Terminal.Error : context.Terminal.Output;
        AuditResult result;
        try
        {
            result = console.Profile.Capabilities is { Interactive: true, Ansi: true }
                ? ProgressBar.During(console, claims, progress => audit.Run(progress, context.Cancellation))
                : audit.Run(new PlainProgress(plain, claims), context.Cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new RefusalException(
                ExitCode.Interrupted, $"interrupted; what has been measured is kept. Continue with: claims audit {string.Join(' ', AuditArguments.Of(settings))}");
        }

        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(AuditJson.Of(result)));
        else
            AuditTable.Write(context.Terminal.Console, result);
        return result.ExitCode;
    }
}
