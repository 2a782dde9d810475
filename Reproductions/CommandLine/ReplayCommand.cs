using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims replay</c>: exactly one counterexample or trial again.</summary>
internal static class ReplayCommand
{
    public static Command Create(CommandContext context)
    {
        var token = new Argument<string>("TOKEN")
        {
            Description = "The token of a counterexample, as audit.json, verdicts.md and claims probe give it",
        };
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json("numbers and evidence");
        var command = new Command("replay", "Run exactly one counterexample or trial again") { token, jobs, json };
        command.SetAction(parsed =>
            Run(
                context, Parse(context, Quoting.Stripped(parsed.GetRequiredValue(token))), parsed.GetValue(jobs),
                parsed.GetValue(json)));
        return command;
    }

    private static (ReplayToken Token, Variant Variant) Parse(CommandContext context, string text)
    {
        try
        {
            var token = ReplayToken.Parse(text, context.Suite.Claims);
            return (token, token.Variant());
        }
        catch (FormatException failure)
        {
            throw RefusalException.Usage(Shown.Sentence(failure.Message));
        }
    }

    // One trial is measured apart and the judge sees the whole examination at these sizes: what is refuted is a
    // statement, not a trial.
    private static int Run(CommandContext context, (ReplayToken Token, Variant Variant) replay, int jobs, bool json)
    {
        (ReplayToken token, Variant variant) = replay;
        var runner = new ExperimentRunner(
            token.Seed, new InMemoryMeasurements(), jobs, cancellation: context.Cancellation);
        IReadOnlyDictionary<string, double>? trial = token.Trial is null
            ? null
            : Trial(variant.Claim, runner, token.Trial);
        Examined examined = SizedExamination.Of(variant, runner, new RiskBudget(token.Risk).Level);
        bool again = examined.Verdict == Verdict.Refuted;
        if (json)
        {
            context.Terminal.Output.Write(IndentedJson.Write(new JsonObject
            {
                ["id"] = variant.Claim.Id,
                ["variant"] = variant.Key,
                ["seed"] = AuditJson.Integer(token.Seed),
                ["trial"] = token.Trial is null
                    ? null
                    : new JsonObject { ["cell"] = token.Trial.Cell, ["trial"] = token.Trial.Trial },
                ["refuted"] = again,
                ["verdict"] = AuditJson.Name(examined.Verdict),
                ["measured"] = AuditJson.Numbers(trial ?? examined.Measured),
                ["evidence"] = AuditJson.Evidence(examined.Evidence),
            }));
        }
        else
        {
            EvidencePage.Write(
                context.Terminal.Console,
                variant,
                examined.Evidence,
                trial ?? examined.Measured,
                trial is null ? "Measured" : "This trial",
                ("Conclusion", again ? "refuted again" : $"not refuted again: {AuditJson.Name(examined.Verdict)}"));
        }

        return again ? ExitCode.AsExpected
            : examined.Verdict == Verdict.Undecided ? ExitCode.Undecided
            : ExitCode.Unexpected;
    }

    private static IReadOnlyDictionary<string, double> Trial(Claim claim, ExperimentRunner runner, TrialAddress address)
    {
        try
        {
            return claim.Replay(runner, address.Cell, address.Trial);
        }
        catch (ArgumentException failure)
        {
            throw RefusalException.Usage($"the token's trial does not exist in {claim.Id}: {Shown.Reason(failure)}");
        }
    }
}
