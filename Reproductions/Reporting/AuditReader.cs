using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using static Verification.Reproductions.Auditing.StatedValue;

namespace Verification.Reproductions.Reporting;

/// <summary>Reads an audit's folder: the result of a finished audit, or what the journal of an unfinished one is
/// enough for.</summary>
/// <param name="suite">Claims and figures, for an unfinished audit.</param>
/// <param name="risk">Risk by which an unfinished audit is judged; a finished one states its own.</param>
/// <param name="jobs">Number of threads; no influence on what is found.</param>
public sealed class AuditReader(Suite suite, double risk = RiskBudget.DefaultRisk, int jobs = 1)
{
    private const string ResultName = AuditFiles.Result;
    private const string JournalName = AuditFiles.Journal;

    /// <summary>The audit in a folder.</summary>
    /// <exception cref="RefusedFolderException">It holds none, or one that cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public FoundAudit Read(string folder, CancellationToken cancellation = default)
    {
        string result = Path.Combine(folder, ResultName);
        string journal = Path.Combine(folder, JournalName);
        if (File.Exists(folder))
            throw new RefusedFolderException(FolderFault.IsAFile, folder);
        try
        {
            return File.Exists(result) ? Finished(folder, result)
                : File.Exists(journal) ? Unfinished(folder, journal, cancellation)
                : throw new RefusedFolderException(FolderFault.HoldsNoAudit, folder, expected: ResultName);
        }
        catch (Exception failure) when (WholeFile.IsOfTheSystem(failure))
        {
            throw new RefusedFolderException(folder, failure);
        }
    }

    private FoundAudit Finished(string folder, string path)
    {
        JsonObject? result = Parsed(path);
        if (result is null || result["claims"] is not JsonArray || Text(result["schema"]) is not { } schema)
            throw new RefusedFolderException(FolderFault.NoResult, path);
        string expected = CanonicalJson.Write(AuditJson.SchemaVersion);
        if (schema != expected)
            throw new RefusedFolderException(FolderFault.OtherSchema, path, schema, expected);
        string name = Text(result["suite"]) ?? Release.Name;
        if (name != suite.Publication.Name)
            throw new RefusedFolderException(FolderFault.OtherSuite, folder, name, suite.Publication.Name);
        var figures = new List<FoundFigure>();
        var lost = new List<string>();
        foreach (JsonObject figure in (result["figures"] as JsonArray ?? []).OfType<JsonObject>())
        {
            string id = Text(figure["id"]) ?? "";
            string? csv = Inside(folder, Text(figure["csv"]));
            string? chart = Inside(folder, Text(figure["specification"]));
            if (csv is not null && chart is not null && Parsed(chart) is { } specification)
                figures.Add(new(id, File.ReadAllText(csv), specification));
            else
                lost.Add(id);
        }

        return new(result, true, figures, lost);
    }

    private FoundAudit Unfinished(string folder, string journal, CancellationToken cancellation)
    {
        JournalHeader header = Header(journal);
        var settings = new AuditSettings([], header.Tier, header.Seed, risk, jobs, folder);
        using var opened = AuditFolder.Open(suite, settings, []);
        HashSet<string> systems = [.. opened.Journal.Units.Select(unit => unit.Experiment.Split('/')[0])];
        var store = new KeptMeasurements(opened.Measurements);
        var budget = new RiskBudget(risk);
        AuditedClaim[] claims = Whole(
            suite.Claims.Where(claim => systems.Contains(claim.System)),
            claim => Judge(claim, header, budget, store, cancellation),
            cancellation);
        var runner = new ExperimentRunner(header.Seed, store, cancellation: cancellation);
        DrawnFigure[] figures = Whole(
            suite.Figures.Where(figure => systems.Contains(figure.System)),
            figure => new DrawnFigure(figure, figure.Draw(runner, header.Tier).ToCsv()),
            cancellation);
        var result = new AuditResult(settings, budget, claims, figures, "")
        {
            Suite = suite,
            NotExamined = [.. suite.NotExamined.Where(statement => systems.Contains(statement.System))],
        };
        return new(
            AuditJson.Of(result),
            false,
            [.. figures.Select(drawn => new FoundFigure(
                drawn.Figure.Id, drawn.Csv, drawn.Figure.Specification(drawn.CsvName)))],
            []);
    }

    private AuditedClaim Judge(
        Claim claim,
        JournalHeader header,
        RiskBudget budget,
        KeptMeasurements store,
        CancellationToken cancellation)
    {
        var used = new RecordedMeasurements(store);
        var runner = new ExperimentRunner(header.Seed, used, cancellation: cancellation);
        ClaimReport report = new Examiner(runner, budget, suite.Claims).Examine(claim.At(header.Tier));
        return new(report, AuditDigest.Of(report, used), used.Count, 0);
    }

    // Those of which nothing is missing, in their order.
    private TWhole[] Whole<T, TWhole>(IEnumerable<T> all, Func<T, TWhole> attempt, CancellationToken cancellation)
        where TWhole : class
    {
        try
        {
            return
            [
                .. all.AsParallel()
                    .AsOrdered()
                    .WithCancellation(cancellation)
                    .WithDegreeOfParallelism(Math.Min(jobs, Environment.ProcessorCount))
                    .Select(Attempt)
                    .OfType<TWhole>(),
            ];
        }
        catch (AggregateException failures)
        {
            // The caller sees what went wrong as if it had gone wrong on the caller's thread.
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
            throw;
        }

        TWhole? Attempt(T one)
        {
            try
            {
                return attempt(one);
            }
            catch (MissingMeasurementException)
            {
                return null;
            }
        }
    }

    private static JournalHeader Header(string journal)
    {
        using StreamReader reader = File.OpenText(journal);
        try
        {
            return JournalLine.ReadHeader(reader.ReadLine() ?? "");
        }
        catch (JsonException failure)
        {
            throw new RefusedFolderException(FolderFault.NoJournal, journal, cause: failure);
        }
    }

    private static JsonObject? Parsed(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return JsonNode.Parse(file) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A path that leads out of the folder is none of the audit's.
    private static string? Inside(string folder, string? relative)
    {
        if (relative is null || relative.Contains('\0', StringComparison.Ordinal))
            return null;
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(root, relative));
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }
}
