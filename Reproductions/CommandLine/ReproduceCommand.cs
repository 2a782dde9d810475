using System.CommandLine;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims reproduce</c>: draws figures, each as CSV with a Vega-Lite chart beside it.</summary>
internal static class ReproduceCommand
{
    public static Command Create(CommandContext context)
    {
        Argument<string[]> figures = SharedOptions.Filters("figure");
        Option<Tier?> tier = SharedOptions.Tier();
        Option<ulong> seed = SharedOptions.Seed();
        Option<int> jobs = SharedOptions.Jobs();
        Option<string> folder = SharedOptions.Out("artifacts/figures");
        var command = new Command("reproduce", "Draw figures: the data as CSV, the chart as Vega-Lite") { figures, tier, seed, jobs, folder };
        command.SetAction(parsed =>
        {
            IReadOnlyList<Figure> selected = IdFilter.Select(context.Suite.Figures, figure => figure.Id, parsed.GetValue(figures) ?? [], "figure");
            var runner = new ExperimentRunner(parsed.GetValue(seed), new InMemoryMeasurements(), parsed.GetValue(jobs), cancellation: context.Cancellation);
            return Run(context, selected, runner, parsed.GetValue(tier) ?? Tier.Standard, parsed.GetRequiredValue(folder));
        });
        return command;
    }

    private static int Run(CommandContext context, IReadOnlyList<Figure> figures, ExperimentRunner runner, Tier tier, string folder)
    {
        if (File.Exists(folder))
            throw RefusalException.Usage($"--out {folder} is a file; name a folder.");
        try
        {
            // Before the first figure: a folder that cannot be written must not cost an hour.
            Directory.CreateDirectory(folder);
            foreach (Figure figure in figures)
            {
                var drawn = new DrawnFigure(figure, figure.Draw(runner, tier).ToCsv());
                AuditFolder.WriteWhole(Path.Combine(folder, drawn.CsvName), drawn.Csv);
                AuditFolder.WriteWhole(Path.Combine(folder, drawn.SpecificationName), drawn.Specification);
                context.Terminal.Output.WriteLine($"{figure.Id}: {Path.Combine(folder, drawn.CsvName)}, {drawn.SpecificationName}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw RefusalException.Environment($"cannot write to --out {folder}: {OneLine.Of(failure.Message)}", failure);
        }

        return ExitCode.AsExpected;
    }
}
