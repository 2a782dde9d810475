using System.Text.Json.Nodes;
using Verification.Spec;
using Verification.Spec.Counterexamples;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Auditing;

/// <summary>Writes <c>counterexamples/SYSTEM-CLAIM.json</c>: an instance at which a printed form fails, with all its
/// data, and what the audit refuted it by.</summary>
/// <remarks>Exact numbers are text, <c>p/q</c> or an integer; what a root or logarithm went into is text with two dots
/// between the ends of an enclosure. <c>docs/check_counterexamples.py</c> checks the files by arithmetic of its
/// own. They stand outside the digest.</remarks>
public static class CounterexampleFile
{
    /// <summary>Name of the folder within that of an audit.</summary>
    public const string FolderName = "counterexamples";

    /// <summary>Version of the form of the document.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The printed forms that an audit refuted, in the order of the catalogue.</summary>
    public static IEnumerable<VariantReport> Refuted(AuditResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Claims
            .SelectMany(claim => claim.Report.Variants)
            .Where(variant =>
                variant.Variant.Role == VariantRole.Printed && variant.Result.Verdict == Verdict.Refuted);
    }

    /// <summary>Where the file of a claim lies, from the folder of the audit.</summary>
    public static string PathOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"{FolderName}/{claim.Id.Replace('/', '-')}.json";
    }

    /// <summary>The document.</summary>
    /// <param name="printed">A printed form that was refuted.</param>
    /// <exception cref="FormatException">A relation of the counterexample cannot be read.</exception>
    public static string Of(VariantReport printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        Claim claim = printed.Variant.Claim;
        ExactCounterexample exact = claim.PrintedCounterexample ?? NotWrittenDown;
        Combination[] combinations = [.. exact.Combinations()];
        return IndentedJson.Write(new JsonObject
        {
            ["schema"] = SchemaVersion,
            ["claim"] = claim.Id,
            ["title"] = claim.Title,
            ["status"] = AuditJson.Name(claim.Printed),
            ["source"] = ClaimJson.Of(claim.Source),
            ["quotations"] = new JsonArray([.. claim.Quotations.Select(quotation => (JsonNode)quotation)]),
            ["printed"] = claim.Statement.Reading,
            ["corrected"] = claim.Statement.Corrected,
            ["reason"] = claim.Statement.Reason,
            ["instance"] = exact.Words,
            ["data"] = Named(exact.Data.Select(datum => (datum.Name, Array(ExactArray.Parse(datum.Value))))),
            ["each"] = Named(exact.Each.Select(names => (
                names.Name,
                (JsonNode)new JsonArray([.. names.Values.Select(value => Array(ExactArray.Parse(value)))])))),
            ["where"] = Named(exact.Where.Select(name => (name.Name, (JsonNode)name.Formula))),
            ["holds"] = new JsonArray([.. exact.Holds.Select(Relation)]),
            ["fails"] = new JsonArray([.. exact.Fails.Select(Relation)]),
            ["unchecked"] = exact.Unchecked,
            ["audit"] = Audit(printed.Result.Evidence),
        });

        JsonNode Relation(Relation relation) => new JsonObject
        {
            ["words"] = relation.Words,
            ["relation"] = relation.Text,
            ["sides"] = new JsonArray([.. combinations.Select(combination => Sides(relation, combination))]),
        };
    }

    private static ExactCounterexample NotWrittenDown => new()
    {
        Words = "The instances of the audit, which draws them anew from its seed.",
        Unchecked = "no instance with exact data is written down for this claim; the replay token repeats the "
            + "refutation within the program",
    };

    private static JsonObject Sides(Relation relation, Combination combination)
    {
        RelationSides sides = relation.At(combination.Data);
        return new JsonObject
        {
            ["at"] = Named(combination.Values.Select(value => (value.Name, (JsonNode)value.Value))),
            ["left"] = Array(sides.Left),
            ["right"] = Array(sides.Right),
        };
    }

    private static JsonNode Array(ExactArray array) => array.IsNumber
        ? array.Number.ToString()
        : new JsonArray([.. Enumerable.Range(0, array.Rows).Select(i =>
            (JsonNode)new JsonArray([.. Enumerable.Range(0, array.Columns).Select(j =>
                (JsonNode)array[i, j].ToString())]))]);

    private static JsonObject Named(IEnumerable<(string Name, JsonNode Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    private static JsonObject Audit(Evidence evidence)
    {
        var audit = new JsonObject { ["refuted"] = evidence.Statement, ["numbers"] = evidence.Summary };
        if (evidence is not Counterexample counterexample)
            return audit;
        audit["replay"] = counterexample.Replay;
        audit["instance"] = Named(counterexample.Instance.Select(pair => (pair.Key, (JsonNode)pair.Value)));
        audit["measured"] = AuditJson.Numbers(counterexample.Measured);
        return audit;
    }
}
