using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;

namespace Verification.Reproductions.Comparing;

/// <summary>A comparison as <c>compare --json</c> writes it.</summary>
public static class ComparisonJson
{
    /// <summary>The document.</summary>
    public static JsonObject Of(AuditComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new()
        {
            ["sameDigest"] = comparison.SameDigest,
            ["settings"] = List(comparison.Settings, setting => new()
            {
                ["name"] = setting.Name,
                ["first"] = setting.Before,
                ["second"] = setting.After,
            }),
            ["otherCode"] = Names(comparison.OtherCode),
            ["onlyInFirst"] = Names(comparison.OnlyInFirst),
            ["onlyInSecond"] = Names(comparison.OnlyInSecond),
            ["verdicts"] = List(comparison.Verdicts, moved => new()
            {
                ["claim"] = moved.Claim,
                ["variant"] = moved.Variant,
                ["first"] = moved.Before,
                ["second"] = moved.After,
            }),
            ["claims"] = List(comparison.Claims, Claim),
            ["figuresOfBoth"] = comparison.FiguresOfBoth,
            ["figures"] = List(comparison.Figures, figure => new()
            {
                ["id"] = figure.Id,
                ["reshaped"] = figure.Reshaped,
                ["cells"] = figure.Cells,
                ["moved"] = figure.Moved,
                ["column"] = figure.Column,
                ["share"] = AuditJson.Number(figure.Share),
            }),
        };
    }

    private static JsonObject Claim(ComparedClaim claim) => new()
    {
        ["id"] = claim.Id,
        ["sameDigest"] = claim.SameDigest,
        ["numbers"] = claim.Numbers,
        ["oneSided"] = claim.OneSided,
        ["moved"] = List(claim.Moved, moved => new()
        {
            ["variant"] = moved.Number.Variant,
            ["part"] = moved.Number.Part,
            ["name"] = moved.Number.Name,
            ["first"] = AuditJson.Number(moved.Before),
            ["second"] = AuditJson.Number(moved.After),
            ["tolerance"] = moved.Number.Tolerance is { } tolerance ? AuditJson.Number(tolerance) : null,
            ["inTolerances"] = moved.InTolerances is { } change ? AuditJson.Number(change) : null,
            ["relative"] = AuditJson.Number(moved.Relative),
        }),
    };

    private static JsonArray List<T>(IEnumerable<T> all, Func<T, JsonObject> of) => new([.. all.Select(of)]);

    private static JsonArray Names(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
