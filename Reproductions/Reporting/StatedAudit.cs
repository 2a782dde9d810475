using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec.Verdicts;
using static Verification.Reproductions.Auditing.StatedValue;

namespace Verification.Reproductions.Reporting;

/// <summary>What a finished audit says of itself: what was asked, by which code it was measured and judged, where, and
/// how long that took.</summary>
/// <param name="Found">The audit.</param>
/// <param name="Settings">What was asked, with its folder.</param>
/// <param name="Environment">Where it was measured.</param>
/// <param name="Code">The identities of this program's code for its suite.</param>
public sealed record StatedAudit(FoundAudit Found, AuditSettings Settings, JsonObject Environment, SuiteCode Code)
{
    /// <summary>Reads what a result states.</summary>
    /// <param name="audit">A finished audit.</param>
    /// <param name="suite">Its suite.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="jobs">Number of threads for whatever is done with it.</param>
    /// <exception cref="RefusedFolderException">A setting is missing or is none.</exception>
    public static StatedAudit Of(FoundAudit audit, Suite suite, string folder, int jobs)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(suite);
        JsonObject result = audit.Result;
        string? part = Text(result["shard"]);
        Shard? shard = part is null ? null : Shard.Parse(part);
        if (
            TierNames.Parse(Text(result["tier"]) ?? "") is not { } tier
            || !ulong.TryParse(
                Text(result["seed"]), System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out ulong seed)
            || Number(result["risk"]) is not (>= RiskBudget.LeastRisk and < 1 and var risk)
            || result["filters"] is not JsonArray filters
            || filters.Any(filter => Text(filter) is null)
            || result["environment"] is not JsonObject environment
            || (result.ContainsKey("shard") && shard is null))
            throw new RefusedFolderException(FolderFault.NoResult, Path.Combine(folder, AuditFiles.Result));
        string figures = Path.Combine(folder, DrawnFigure.FolderName);
        return new(
            audit,
            new([.. filters.Select(filter => Text(filter)!)], tier, seed, risk, jobs, folder)
            {
                Shard = shard,
                Figures = result["figures"] is JsonArray { Count: > 0 },
                Svg = Directory.Exists(figures) && Directory.EnumerateFiles(figures, "*.svg").Any(),
            },
            environment,
            suite.Code);
    }

    /// <summary>Version of the random stream that it drew from; empty where none is stated.</summary>
    public string Stream => Text(Found.Result["stream"]) ?? "";

    /// <summary>Version of the program; empty where none is stated.</summary>
    public string Version => Text(Environment["version"]) ?? "";

    /// <summary>The claims as it states them, each with an id.</summary>
    public IEnumerable<(string Id, JsonObject Claim)> Claims =>
        from claim in ((JsonArray)Found.Result["claims"]!).OfType<JsonObject>()
        let id = Text(claim["id"])
        where id is not null
        select (id, claim);

    /// <summary>Identity of the code that measured a system, see <see cref="SourceIdentity"/>; that of this program
    /// where none is stated.</summary>
    public string MeasuredBy(string system) =>
        Text((Found.Result["measuredBy"] as JsonObject)?[system]) ?? Code.MeasuredBy(system);

    /// <summary>The systems that other code than this program's measured or judged, in ordinal order.</summary>
    public IEnumerable<string> OtherCode
    {
        get
        {
            JsonObject own = AuditJson.CodeOf(Code, Claims.Select(claim => claim.Id.Split('/')[0]));
            return ((string[])["measuredBy", "judgedBy"])
                .SelectMany(member => (own[member] as JsonObject ?? [])
                    .Where(pair => Text((Found.Result[member] as JsonObject)?[pair.Key]) != Text(pair.Value))
                    .Select(pair => pair.Key))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
        }
    }

    /// <summary>The result as this program judges it from measurements alone, with the times and the place that this
    /// one states.</summary>
    /// <param name="suite">Claims and figures.</param>
    /// <param name="journal">The measurements, by whatever code.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="MissingMeasurementException">A unit is missing.</exception>
    /// <exception cref="UnmatchedGlobException">A filter matches nothing.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public AuditResult Judged(Suite suite, IMeasurementStore journal, CancellationToken cancellation) => WithRun(
        new Audit(suite, Settings).Conclude(
            new KeptMeasurements(new CurrentMeasurements(journal, MeasuredBy)), progress: null, cancellation));

    /// <summary>A result of the same audit with the times and the place that this one states.</summary>
    public AuditResult WithRun(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Dictionary<string, double> seconds = Claims
            .DistinctBy(claim => claim.Id, StringComparer.Ordinal)
            .ToDictionary(claim => claim.Id, claim => Number(claim.Claim["seconds"]) ?? 0, StringComparer.Ordinal);
        return result with
        {
            Claims =
            [
                .. result.Claims.Select(claim => claim with
                {
                    Seconds = seconds.GetValueOrDefault(claim.Report.Claim.Id),
                }),
            ],
            Environment = Environment,
        };
    }
}
