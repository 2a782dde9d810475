namespace Verification.Reproductions.Auditing;

/// <summary>The files that an audit's folder has beside the journal, the page and the crate: what follows from the
/// result alone.</summary>
public static class AuditFiles
{
    /// <summary>Name of the measurements.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>Name of the result, which is written last: a folder that has it has all others.</summary>
    public const string Result = "audit.json";

    /// <summary>Name of the journal that a folder has: the plain one, unless there is only a packed one.</summary>
    public static string JournalIn(string folder) =>
        !File.Exists(Path.Combine(folder, Journal)) && File.Exists(Path.Combine(folder, PackedJournal.Name))
        ? PackedJournal.Name
        : Journal;

    /// <summary>Whether a folder has a journal, plain or packed.</summary>
    public static bool HasJournal(string folder) => File.Exists(Path.Combine(folder, JournalIn(folder)));

    /// <summary>The files, each with its path from the folder, with slashes, and its text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        (string Path, Func<string> Text)[] files =
        [
            .. result.Figures.Select(figure => (figure.CsvPath, (Func<string>)(() => figure.Csv))),
            .. result.Figures.Select(figure =>
                (figure.SpecificationPath, (Func<string>)(() => figure.Specification))),
            .. result.Figures.Where(figure => figure.Svg is not null).Select(figure =>
                (figure.SvgPath, (Func<string>)(() => figure.Svg!))),
            .. CounterexampleFile.Refuted(result).Select(printed => (
                CounterexampleFile.PathOf(printed.Variant.Claim),
                (Func<string>)(() => CounterexampleFile.Of(printed)))),
            ("verdicts.md", () => VerdictsMarkdown.Of(result)),
            (ClaimsTex.Name, () => ClaimsTex.Of(result)),
            ("junit.xml", () => JUnitXml.Of(result)),
            (CodecheckYaml.Name, () => CodecheckYaml.Of(result)),
            (Result, () => IndentedJson.Write(AuditJson.Of(result))),
        ];
        return
        [
            .. files
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(Math.Min(result.Settings.Jobs, Environment.ProcessorCount))
                .Select(file => (file.Path, file.Text())),
        ];
    }
}
