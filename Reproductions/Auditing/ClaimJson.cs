using System.Text.Json.Nodes;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;

namespace Verification.Reproductions.Auditing;

/// <summary>A claim as JSON, for <c>list</c> and, with more members, <c>show</c>.</summary>
public static class ClaimJson
{
    /// <summary>The members of <c>claims list --not-examined --json</c>.</summary>
    public static JsonObject Of(NotExamined statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new()
        {
            ["id"] = statement.Id,
            ["system"] = statement.System,
            ["title"] = statement.Title,
            ["source"] = Of(statement.Source),
            ["notExamined"] = statement.Reason,
        };
    }

    /// <summary>The members of <c>claims list --coverage --json</c>, one object a statement.</summary>
    public static IEnumerable<JsonObject> Coverage(ClaimSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.Coverage.Select(entry => new JsonObject
        {
            ["system"] = system.Id,
            ["heading"] = entry.Heading,
            ["statement"] = entry.Statement,
            ["examinedBy"] = new JsonArray([.. entry.Ids.Select(id => (JsonNode)$"{system.Id}/{id}")]),
            ["reason"] = entry.Reason,
        });
    }

    /// <summary>Where something is printed.</summary>
    internal static JsonObject Of(Source source) => new()
    {
        ["document"] = source.Document,
        ["heading"] = source.Heading,
        ["reference"] = source.Reference,
    };

    /// <summary>The members of <c>claims list --json</c>.</summary>
    public static JsonObject Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new()
        {
            ["id"] = claim.Id,
            ["system"] = claim.System,
            ["kind"] = AuditJson.Name(claim.Kind),
            ["title"] = claim.Title,
            ["source"] = Of(claim.Source),
            ["guarantee"] = AuditJson.Name(claim.Guarantee),
            ["quotations"] = new JsonArray([.. claim.Quotations.Select(quotation => (JsonNode)quotation)]),
            ["printed"] = claim.Statement.Reading,
            ["status"] = AuditJson.Name(claim.Printed),
            ["corrected"] = claim.Statement.Corrected,
            ["hypotheses"] = new JsonArray([.. claim.Hypotheses.Select(hypothesis => (JsonNode)hypothesis)]),
            ["mutants"] = new JsonArray([.. claim.Mutants.Select(mutant => (JsonNode)mutant.Name)]),
        };
    }

    /// <summary>The members of <c>claims show --json</c>: those of the list, the reason of the correction, the
    /// examination, its variants and parameters.</summary>
    public static JsonObject InFull(Claim claim)
    {
        JsonObject json = Of(claim);
        json["reason"] = claim.Statement.Reason;
        json["examination"] = claim.Method;
        json["decisions"] = claim.Decisions;
        json["variants"] = new JsonArray([.. Variant.Of(claim).Select(variant => new JsonObject
        {
            ["key"] = variant.Key,
            ["name"] = variant.Name,
            ["expected"] = AuditJson.Name(variant.Expected),
        })]);
        json["parameters"] = new JsonArray([.. ClaimParameter.Of(claim).Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["default"] = parameter.Read(claim),
            ["range"] = parameter.Range,
            ["summary"] = parameter.Summary,
            ["size"] = parameter.IsSize,
        })]);
        return json;
    }
}
