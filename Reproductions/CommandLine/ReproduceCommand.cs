using System.CommandLine;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Reproductions.Typesetting;
using Verification.Spec;

namespace Verification.Reproductions.CommandLine;

/// <summary><c>claims reproduce</c>: draws figures, each as CSV, as a Vega-Lite chart over it, and as SVG.</summary>
internal static class ReproduceCommand
{
    /// <summary>What is said where the program was built without Node.</summary>
    public const string NoSvg = "this program was built without Node (npm) and draws no SVG";

    private const string DefaultTarget = "artifacts/figures";

    // In the order of FigureFormat.
    private static readonly string[] FormatNames = ["csv", "vega", "svg"];

    public static Command Create(CommandContext context)
    {
        Argument<string[]> figures = SharedOptions.Filters("figure");
        Option<FigureFormat[]> formats = Formats();
        var set = new Option<string[]>("--set")
        {
            Description = "A user's data, for the figures that take some: cifar=FOLDER (CIFAR-10, binary version) or "
                + "mnist=FOLDER (MNIST, unpacked)",
            HelpName = "name=value",
        };
        Option<Tier?> tier = SharedOptions.Tier();
        Option<ulong> seed = SharedOptions.Seed();
        Option<int> jobs = SharedOptions.Jobs();
        Option<string?> folder = SharedOptions.Out(DefaultTarget);
        Option<bool> json = SharedOptions.Json("what was written");
        var command = new Command("reproduce", "Draw figures: the data as CSV, the chart as Vega-Lite and as SVG")
        {
            figures,
            formats,
            set,
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
            foreach (string setting in parsed.GetValue(set) ?? [])
                selected = Set(selected, Quoting.Stripped(setting));
            FigureFormat[] wanted = Available(
                context,
                parsed.GetValue(formats) is { Length: > 0 } given ? given : null,
                notes: parsed.GetValue(json) ? context.Terminal.Error : context.Terminal.Progress);
            var runner = new ExperimentRunner(
                parsed.GetValue(seed), new InMemoryMeasurements(), parsed.GetValue(jobs),
                cancellation: context.Cancellation);
            return Run(
                context,
                selected,
                wanted,
                runner,
                parsed.GetValue(tier) ?? Tier.Standard,
                parsed.GetValue(folder) ?? DefaultTarget,
                parsed.GetValue(json));
        });
        return command;
    }

    // Without a value where it is not given, never with none.
    private static Option<FigureFormat[]> Formats() => new("--format")
    {
        Description = "What to write: csv (the data), vega (the chart over the data's file), svg (the picture), commas "
            + "between them [default: all]",
        HelpName = "F,…",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        {
            string[] names = [.. result.Tokens.SelectMany(token => token.Value.Split(',')).Select(name => name.Trim())];
            if (names.FirstOrDefault(name => !FormatNames.Contains(name)) is not { } unknown)
                return [.. names.Select(name => (FigureFormat)Array.IndexOf(FormatNames, name)).Distinct().Order()];
            result.AddError(
                $"'{Shown.Word(unknown)}' is no value of --format: give csv, vega or svg, several of them with commas "
                    + "between.");
            return [];
        },
    };

    // The figures that take the setting have it, the others are drawn as they are.
    private static IReadOnlyList<Figure> Set(IReadOnlyList<Figure> figures, string setting)
    {
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        (string name, string value) = equals > 0
            ? (setting[..equals], Quoting.Stripped(setting[(equals + 1)..]))
            : ("", "");
        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
            throw RefusalException.Usage(
                $"'{Shown.Word(setting)}' is no setting; write name=value, such as --set cifar=FOLDER.");
        if (!figures.Any(figure => figure.Settings.Contains(name, StringComparer.Ordinal)))
        {
            string[] known = [.. figures.SelectMany(figure => figure.Settings).Distinct(StringComparer.Ordinal)];
            throw RefusalException.Usage(
                $"no selected figure takes '{Shown.Word(name)}'"
                    + $"{(known.Length > 0 ? $"; they take {string.Join(", ", known)}" : "")}.");
        }

        try
        {
            return
            [
                .. figures.Select(figure =>
                    figure.Settings.Contains(name, StringComparer.Ordinal) ? figure.With(name, value) : figure),
            ];
        }
        catch (FormatException failure)
        {
            throw RefusalException.Environment($"{Shown.Line(failure.Message)}.", failure);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw RefusalException.Environment(
                $"cannot read the data of {Shown.Path(setting)}: {Shown.Cause(failure)}.", failure);
        }
    }

    // Who asks for a picture by name cannot be served with less; who asks for everything is told what is missing.
    private static FigureFormat[] Available(CommandContext context, FigureFormat[]? wanted, TextWriter notes)
    {
        FigureFormat[] all = Enum.GetValues<FigureFormat>();
        if (context.Suite.Pictures is not null)
            return wanted ?? all;
        if (wanted is not null && wanted.Contains(FigureFormat.Svg))
            throw RefusalException.Environment($"{NoSvg}; --format csv,vega draws the rest.");
        if (wanted is null)
            notes.WriteLine($"{NoSvg}.");
        return wanted ?? [.. all.Where(format => format != FigureFormat.Svg)];
    }

    private static int Run(
        CommandContext context, IReadOnlyList<Figure> figures, FigureFormat[] formats, ExperimentRunner runner,
        Tier tier, string folder, bool json)
    {
        // Before the first figure: a folder that cannot be written must not cost an hour.
        Make(folder);
        var written = new JsonArray();
        foreach (Figure figure in figures)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var drawn = new DrawnFigure(figure, figure.Draw(runner, tier).ToCsv());
            var entry = new JsonObject { ["id"] = figure.Id, ["title"] = figure.Title };
            var paths = new List<string>();
            foreach (FigureFormat format in formats)
            {
                (string member, string name, string text) = format switch
                {
                    FigureFormat.Csv => ("csv", drawn.CsvName, drawn.Csv),
                    FigureFormat.Vega => ("specification", drawn.SpecificationName, drawn.Specification),
                    _ => ("svg", drawn.SvgName, context.Suite.Pictures!.Draw(figure, drawn.Csv)),
                };
                string path = Path.Combine(folder, name);
                WholeFile.Write(path, text);
                entry[member] = path;
                paths.Add(paths.Count == 0 ? Shown.Path(path) : name);
            }

            if (json)
                written.Add((JsonNode)entry);
            else
                context.Terminal.Output.WriteLine($"{figure.Id}: {string.Join(", ", paths)}");
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
