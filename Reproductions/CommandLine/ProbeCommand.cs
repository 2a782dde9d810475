using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Rendering;
using Verification.Reproductions.Typesetting;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims probe</c>: one examination at the user's own sizes and constants.</summary>
internal static class ProbeCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string> id = SharedOptions.Id();
        var set = new Option<string[]>("--set")
        {
            Description = "Sizes and constants, each as name=value, lists as 3+5+8 or 3,5,8; claims show ID lists them",
            HelpName = "name=value",
            AllowMultipleArgumentsPerToken = true,
        };
        var variant = new Option<string>("--variant")
        {
            Description = "What to examine: claim, printed (where the printed form is wrong), or a mutant: m1, m2, …",
            HelpName = "claim|printed|mN",
            DefaultValueFactory = _ => "claim",
        };
        Option<ulong> seed = SharedOptions.Seed();
        Option<double> risk = SharedOptions.Risk();
        Option<int> jobs = SharedOptions.Jobs();
        Option<bool> json = SharedOptions.Json("parameters, verdict and numbers");
        var command = new Command(
            "probe",
            "Examine one claim or variant once, at your own sizes and constants; exit code 0 holds, 1 refuted, 3 "
                + "undecided")
        {
            id,
            set,
            variant,
            seed,
            risk,
            jobs,
            json,
        };
        command.SetAction(parsed =>
        {
            Claim claim = context.Suite.Find(Quoting.Stripped(parsed.GetRequiredValue(id)));
            Variant chosen = Choose(claim, Quoting.Stripped(parsed.GetRequiredValue(variant)));
            chosen = chosen with { Claim = Set(chosen.Claim, parsed.GetValue(set) ?? []) };
            var runner = new ExperimentRunner(
                parsed.GetValue(seed), new InMemoryMeasurements(), parsed.GetValue(jobs),
                cancellation: context.Cancellation);
            var budget = new RiskBudget(parsed.GetValue(risk));
            return Run(context, chosen, runner, budget, parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(
        CommandContext context, Variant variant, ExperimentRunner runner, RiskBudget budget, bool json)
    {
        Examined examined = SizedExamination.Of(variant, runner, budget.Level);
        if (json)
        {
            context.Terminal.Output.Write(IndentedJson.Write(new JsonObject
            {
                ["id"] = variant.Claim.Id,
                ["variant"] = variant.Key,
                ["parameters"] = Parameters(variant.Claim),
                ["verdict"] = AuditJson.Name(examined.Verdict),
                ["measured"] = AuditJson.Numbers(examined.Measured),
                ["evidence"] = AuditJson.Evidence(examined.Evidence),
                ["wouldDecide"] = UndecidedAdvice.Of(examined.Evidence),
            }));
        }
        else
        {
            var token = ReplayToken.Of(
                variant, runner.Seed, budget.Risk, examined.Evidence.Decisive, context.Suite.Claims);
            (string, string)[] closing = UndecidedAdvice.Of(examined.Evidence) is { } advice
                ? [("Undecided", advice)]
                : [];
            EvidencePage.Write(
                context.Terminal.Console, variant, examined.Evidence, examined.Measured, "Measured", closing);

            // Outside of the layout, which would break a token into lines that cannot be copied.
            context.Terminal.Output.WriteLine($"\n  {context.Program} replay {Quoting.Pasteable(token.ToString())}");
        }

        return ExitCode.Of(examined.Verdict);
    }

    private static JsonObject Parameters(Claim claim)
    {
        var parameters = new JsonObject();
        foreach ((string name, string value) in ReplayToken.Parameters(claim))
            parameters[name] = value;
        return parameters;
    }

    private static Variant Choose(Claim claim, string key)
    {
        IReadOnlyList<Variant> variants = Variant.Of(claim);
        return variants.FirstOrDefault(variant => variant.Key == key)
            ?? throw RefusalException.Usage(
                $"{claim.Id} has no variant '{Shown.Word(key)}'; it has "
                    + $"{string.Join(", ", variants.Select(variant => variant.Key))}.");
    }

    private static Claim Set(Claim claim, string[] settings)
    {
        IReadOnlyList<ClaimParameter> parameters = ClaimParameter.Of(claim);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string setting in settings.Select(Quoting.Stripped))
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw RefusalException.Usage(
                    $"'{Shown.Word(setting)}' is no setting; write name=value, such as --set "
                        + $"{parameters[0].Name}={parameters[0].Read(claim)}.");
            (string name, string value) = (setting[..equals], Quoting.Stripped(setting[(equals + 1)..]));
            ClaimParameter parameter = parameters.FirstOrDefault(candidate => candidate.Name == name)
                ?? throw RefusalException.Usage(
                    $"{claim.Id} has no parameter '{Shown.Word(name)}'; it has {Names(parameters)}.");
            if (!seen.Add(name))
                throw RefusalException.Usage(
                    $"'{name}' is set twice; for several values write them as one list if {claim.Id} takes lists.");
            try
            {
                claim = parameter.With(claim, value);
            }
            catch (FormatException failure)
            {
                throw RefusalException.Usage(
                    value.Length == 0
                        ? failure.Message
                        : failure.Message.Replace(value, Shown.Word(value), StringComparison.Ordinal));
            }
        }

        return claim;
    }

    private static string Names(IEnumerable<ClaimParameter> parameters) =>
        string.Join("; ", parameters.Select(parameter => $"{parameter.Name} ({parameter.Range})"));
}
