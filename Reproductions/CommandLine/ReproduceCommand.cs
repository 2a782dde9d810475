using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims reproduce</c>: draws figures, each as CSV with a Vega-Lite chart beside it.</summary>
internal static class ReproduceCommand
{
    private const string DefaultTarget = "artifacts/figures";

    public static Command Create(CommandContext context)
    {
        Argument<string[]> figures = SharedOptions.Filters("figure");
        Option<Tier?> tier = SharedOptions.Tier();
        Option<ulong> seed = SharedOptions.Seed();
        Option<int> jobs = SharedOptions.Jobs();
        Option<string?> folder = SharedOptions.Out(DefaultTarget);
        Option<bool> json = SharedOptions.Json("what was written");
        var command = new Command("reproduce", "Draw figures: the data as CSV, the chart as Vega-Lite")
        {
            figures,
            tier,
            seed,
            jobs,
            folder,
            json,
        };
        command.SetAction(parsed =>
        {
            IReadOnlyList<Figure> selected = IdFilter.Select(
                context.Suite.Figures,
                figure => figure.Id,
                parsed.GetValue(figures) ?? [],
                "figure");
            var runner = new ExperimentRunner(
                parsed.GetValue(seed), new InMemoryMeasurements(), parsed.GetValue(jobs),
                cancellation: context.Cancellation);
            return Run(
                context,
                selected,
                runner,
                parsed.GetValue(tier) ?? Tier.Standard,
                parsed.GetValue(folder) ?? DefaultTarget,
                parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(
        CommandContext context, IReadOnlyList<Figure> figures, ExperimentRunner runner, Tier tier, string folder,
        bool json)
    {
        // Before the first figure: a folder that cannot be written must not cost an hour.
        Make(folder);
        var written = new JsonArray();
        foreach (Figure figure in figures)
        {
            var drawn = new DrawnFigure(figure, figure.Draw(runner, tier).ToCsv());
            string csv = Path.Combine(folder, drawn.CsvName);
            string specification = Path.Combine(folder, drawn.SpecificationName);
            WholeFile.Write(csv, drawn.Csv);
            WholeFile.Write(specification, drawn.Specification);
            long t0 = System.Diagnostics.Stopwatch.GetTimestamp();
            var pt0 = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
            WholeFile.Write(Path.ChangeExtension(csv, "svg"), SvgRenderer.Embedded!.Draw(figure, drawn.Csv));
            Console.Error.WriteLine($"{figure.Id} {System.Diagnostics.Stopwatch.GetElapsedTime(t0).TotalSeconds} {(System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime-pt0).TotalSeconds}");
            if (json)
                written.Add(
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = figure.Id,
                            ["title"] = figure.Title,
                            ["csv"] = csv,
                            ["specification"] = specification,
                        });
            else
                context.Terminal.Output.WriteLine($"{figure.Id}: {Shown.Path(csv)}, {drawn.SpecificationName}");
        }

        if (json)
            context.Terminal.Output.Write(IndentedJson.Write(written));
        return ExitCode.AsExpected;
    }

    private static void Make(string folder)
    {
        if (File.Exists(folder))
            throw new RefusedFolderException(FolderFault.IsAFile, folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(folder, failure);
        }
    }
}
