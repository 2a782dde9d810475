using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>audit.json</c>.</summary>
/// <remarks>Everything but <c>environment</c> and <c>seconds</c> is the same for every machine, number of threads and
/// continuation. A shard says which one it is under <c>shard</c>, such as 2/3; the whole has no such member.</remarks>
public static class AuditJson
{
    /// <summary>Version of the form of the document.</summary>
    /// <remarks>2: 64-bit integers are text, and an outcome stands in the place of the program's exit code. 3:
    /// "printed" is null where the document does not print the statement. 4: evidence has its summary, and of long
    /// lists of points 48 with their number.</remarks>
    public const int SchemaVersion = 4;

    /// <summary>The document.</summary>
    public static JsonObject Of(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var json = new JsonObject
        {
            ["schema"] = SchemaVersion,
            ["suite"] = result.Suite.Publication.Name,
            ["seed"] = Integer(result.Settings.Seed),
            ["tier"] = TierNames.Of(result.Settings.Tier),
            ["risk"] = result.Settings.Risk,
            ["level"] = result.Budget.Level,
            ["decisions"] = Catalogue.Decisions(
                result.Claims.Select(audited => audited.Report.Claim),
                result.Settings.Tier),
            ["filters"] = new JsonArray([.. result.Settings.Filters.Select(filter => (JsonNode)filter)]),
            ["stream"] = RandomStream.Version,
            ["digest"] = result.Digest,
            ["passed"] = result.Passed,
            ["outcome"] = Name(result.Outcome),
            ["claims"] = new JsonArray([.. result.Claims.Select(Claim)]),
            ["notExamined"] = new JsonArray([.. result.NotExamined.Select(statement => new JsonObject
            {
                ["id"] = statement.Id,
                ["title"] = statement.Title,
                ["reason"] = statement.Reason,
            })]),
            ["figures"] = new JsonArray([.. result.Figures.Select(Figure)]),
            ["environment"] = (result.Environment ?? RunEnvironment.Of(result.Settings.Jobs)).DeepClone(),
        };
        if (result.Settings.Shard is { } shard)
            json.Insert(json.IndexOf("stream"), "shard", shard.ToString());
        foreach ((string name, JsonNode? code) in CodeOf(
            result.Suite.Code, result.Claims.Select(claim => claim.Report.Claim.System)))
            json.Insert(json.IndexOf("digest"), name, code!.DeepClone());
        return json;
    }

    /// <summary>The identities of a suite's code for some systems: under <c>measuredBy</c> of what measures, under
    /// <c>judgedBy</c> of what judges.</summary>
    public static JsonObject CodeOf(SuiteCode code, IEnumerable<string> systems)
    {
        ArgumentNullException.ThrowIfNull(code);
        string[] each = [.. systems.Distinct(StringComparer.Ordinal)];
        return new()
        {
            ["measuredBy"] = BySystem(code.MeasuredBy),
            ["judgedBy"] = BySystem(code.JudgedBy),
        };

        JsonObject BySystem(Func<string, string> identity) =>
            new(each.Select(system => KeyValuePair.Create(system, (JsonNode?)identity(system))));
    }

    /// <summary>Evidence as it stands in all JSON that the program writes.</summary>
    public static JsonNode Evidence(Evidence evidence) => EvidenceJson.Of(evidence);

    /// <summary>Numbers by name; those that JSON has no number for are written as text.</summary>
    public static JsonNode Numbers(IReadOnlyDictionary<string, double> numbers) =>
        JsonNode.Parse(CanonicalJson.Write(numbers))!;

    /// <summary>A number; one that JSON has none for is written as text.</summary>
    public static JsonNode Number(double number) => JsonNode.Parse(CanonicalJson.Write(number))!;

    /// <summary>An integer of 64 bits, as text: readers of JSON round numbers beyond 2⁵³.</summary>
    public static JsonNode Integer(ulong integer) => CanonicalJson.Write(integer);

    /// <summary>A verdict, kind or other enumeration as it is written everywhere.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>One of its claims.</summary>
    internal static JsonObject Claim(AuditedClaim audited)
    {
        ClaimReport report = audited.Report;
        Claim claim = report.Claim;
        VariantReport? printed = report.Variants.FirstOrDefault(variant => variant.Variant.Role == VariantRole.Printed);
        return new JsonObject
        {
            ["id"] = claim.Id,
            ["system"] = claim.System,
            ["kind"] = Name(claim.Kind),
            ["title"] = claim.Title,
            ["passes"] = report.Passes,
            ["verdict"] = Name(report.Verdict),
            ["printed"] = report.Printed is { } statement ? Name(statement) : null,
            ["evidence"] = Evidence(report.Main.Result.Evidence),
            ["printedEvidence"] = printed is null ? null : Evidence(printed.Result.Evidence),
            ["mutants"] = new JsonArray([.. report.Mutants.Select(Mutant)]),
            ["measured"] = Numbers(report.Main.Result.Measured),
            ["digest"] = audited.Digest,
            ["units"] = audited.Units,
            ["seconds"] = audited.Seconds,
        };
    }

    private static JsonNode Mutant(VariantReport mutant) => new JsonObject
    {
        ["name"] = mutant.Variant.Name,
        ["key"] = mutant.Variant.Key,
        ["verdict"] = Name(mutant.Result.Verdict),
        ["evidence"] = Evidence(mutant.Result.Evidence),
    };

    private static JsonNode Figure(DrawnFigure figure) => new JsonObject
    {
        ["id"] = figure.Figure.Id,
        ["title"] = figure.Figure.Title,
        ["csv"] = figure.CsvPath,
        ["specification"] = figure.SpecificationPath,
    };
}
