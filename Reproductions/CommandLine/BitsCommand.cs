using System.CommandLine;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims bits</c>: one cheap unit of every experiment as a hash, to compare machines.</summary>
internal static class BitsCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string[]> filters = SharedOptions.Filters("claim");
        Option<ulong> seed = SharedOptions.Seed();
        var command = new Command(
            "bits", "Measure one unit of every experiment and print its hash: equal on every machine")
        {
            filters,
            seed,
        };
        command.SetAction(parsed => Run(context, parsed.GetValue(filters) ?? [], parsed.GetValue(seed)));
        return command;
    }

    private static int Run(CommandContext context, string[] filters, ulong seed)
    {
        IReadOnlyList<Claim> claims = IdFilter.Select(context.Suite.Claims, claim => claim.Id, filters, "claim");

        // Without a filter all experiments, those of the figures too.
        IEnumerable<Figures.Figure> figures = filters.Length == 0 ? context.Suite.Figures : [];
        foreach (
            (MeasurementUnit Unit, string Outcomes) measured in FirstUnits.Of(
                claims, figures, seed, context.Cancellation))
            context.Terminal.Output.WriteLine(FirstUnits.Line(measured));
        return ExitCode.AsExpected;
    }
}
