using System.Text.Json.Nodes;
using Verification.Reproductions.Reporting;

namespace Verification.Reproductions.Comparing;

/// <summary>What moved between two audits.</summary>
public sealed record AuditComparison
{
    // What is asked of an audit, and the stream that it draws from.
    private static readonly string[] SettingNames = ["tier", "seed", "risk", "filters", "shard", "stream"];

    /// <summary>Whether both state one digest, which covers measurements, evidence and tables to the last
    /// bit.</summary>
    public required bool SameDigest { get; init; }

    /// <summary>Settings that are not the same.</summary>
    public required IReadOnlyList<DifferentSetting> Settings { get; init; }

    /// <summary>Systems that other code measured.</summary>
    public required IReadOnlyList<string> OtherCode { get; init; }

    /// <summary>Ids of claims and figures that the first has and the second has not.</summary>
    public required IReadOnlyList<string> OnlyInFirst { get; init; }

    /// <summary>Ids of claims and figures that the second has and the first has not.</summary>
    public required IReadOnlyList<string> OnlyInSecond { get; init; }

    /// <summary>Verdicts that moved, in the order of the first audit.</summary>
    public required IReadOnlyList<MovedVerdict> Verdicts { get; init; }

    /// <summary>The claims of both, in the order of the first audit.</summary>
    public required IReadOnlyList<ComparedClaim> Claims { get; init; }

    /// <summary>How many figures both have.</summary>
    public required int FiguresOfBoth { get; init; }

    /// <summary>Those of which the tables differ.</summary>
    public required IReadOnlyList<ComparedFigure> Figures { get; init; }

    /// <summary>Whether they are the same: one digest, and nothing else that says otherwise, as in a result that was
    /// edited.</summary>
    public bool Same =>
        SameDigest
        && Verdicts.Count + Figures.Count + OnlyInFirst.Count + OnlyInSecond.Count == 0
        && Claims.All(claim => claim is { SameDigest: true, Moved.Count: 0, OneSided: 0 });

    /// <summary>Compares two audits.</summary>
    public static AuditComparison Of(FoundAudit first, FoundAudit second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, JsonObject> before = ClaimsOf(first), after = ClaimsOf(second);
        Dictionary<string, string> drawnBefore = Tables(first), drawnAfter = Tables(second);
        string[] both = [.. before.Keys.Where(after.ContainsKey)];
        string[] drawn = [.. drawnBefore.Keys.Where(drawnAfter.ContainsKey)];
        string digest = AuditNumbers.Text(first.Result["digest"]);
        return new()
        {
            SameDigest = digest.Length > 0 && digest == AuditNumbers.Text(second.Result["digest"]),
            Settings = [.. SettingNames.SelectMany(name => Different(name, first.Result[name], second.Result[name]))],
            OtherCode = [.. DifferentCode(first.Result["measuredBy"], second.Result["measuredBy"])],
            OnlyInFirst = [.. Without(before, after), .. Without(drawnBefore, drawnAfter)],
            OnlyInSecond = [.. Without(after, before), .. Without(drawnAfter, drawnBefore)],
            Verdicts = [.. both.SelectMany(id => MovedVerdicts(id, before[id], after[id]))],
            Claims = [.. both.Select(id => Compared(id, before[id], after[id]))],
            FiguresOfBoth = drawn.Length,
            Figures =
            [
                .. drawn
                    .Select(id => ComparedFigure.Of(id, drawnBefore[id], drawnAfter[id]))
                    .OfType<ComparedFigure>(),
            ],
        };
    }

    private static IEnumerable<string> Without<T>(Dictionary<string, T> some, Dictionary<string, T> others) =>
        some.Keys.Where(id => !others.ContainsKey(id));

    private static IEnumerable<DifferentSetting> Different(string name, JsonNode? first, JsonNode? second) =>
        JsonNode.DeepEquals(first, second) ? [] : [new(name, Words(first), Words(second))];

    // Of the systems that both examined.
    private static IEnumerable<string> DifferentCode(JsonNode? first, JsonNode? second) =>
        from entry in first as JsonObject ?? []
        where second is JsonObject other
            && other.TryGetPropertyValue(entry.Key, out JsonNode? code)
            && !JsonNode.DeepEquals(entry.Value, code)
        select entry.Key;

    private static string Words(JsonNode? setting) => setting switch
    {
        null => "none",
        JsonArray { Count: 0 } => "all",
        JsonArray list => string.Join(' ', list.Select(AuditNumbers.Text)),
        _ => AuditNumbers.Text(setting),
    };

    private static IEnumerable<MovedVerdict> MovedVerdicts(string id, JsonObject first, JsonObject second)
    {
        ILookup<string, string> after = AuditNumbers
            .Verdicts(second)
            .ToLookup(entry => entry.Variant, entry => entry.Verdict, StringComparer.Ordinal);
        return AuditNumbers.Verdicts(first)
            .GroupBy(entry => entry.Variant, entry => entry.Verdict, StringComparer.Ordinal)
            .SelectMany(group => group
                .Zip(after[group.Key])
                .Where(pair => pair.First != pair.Second)
                .Select(pair => new MovedVerdict(id, group.Key, pair.First, pair.Second)));
    }

    private static ComparedClaim Compared(string id, JsonObject first, JsonObject second)
    {
        AuditNumber[] a = [.. AuditNumbers.Of(first)], b = [.. AuditNumbers.Of(second)];
        ILookup<(string, string, string), AuditNumber> after = b.ToLookup(Key);
        (AuditNumber Before, AuditNumber After)[] pairs =
        [
            .. a.GroupBy(Key).SelectMany(group => group.Zip(after[group.Key])),
        ];
        string digest = AuditNumbers.Text(first["digest"]);
        return new(
            id,
            digest.Length > 0 && digest == AuditNumbers.Text(second["digest"]),
            pairs.Length,
            a.Length + b.Length - 2 * pairs.Length,
            [
                .. pairs
                    .Where(pair => !pair.Before.Value.Equals(pair.After.Value))
                    .Select(pair => new MovedNumber(pair.Before, pair.After.Value))
                    .OrderByDescending(moved => moved.InTolerances ?? -1)
                    .ThenByDescending(moved => moved.Relative),
            ]);
    }

    // Parts that are named alike, which only sizes tell apart in words, follow each other in one order.
    private static (string Variant, string Part, string Name) Key(AuditNumber number) =>
        (number.Variant, number.Part, number.Name);

    private static Dictionary<string, JsonObject> ClaimsOf(FoundAudit audit) => First(
        (audit.Result["claims"] as JsonArray ?? []).OfType<JsonObject>(), claim => AuditNumbers.Text(claim["id"]));

    private static Dictionary<string, string> Tables(FoundAudit audit) =>
        First(audit.Figures, figure => figure.Id).ToDictionary(
            entry => entry.Key, entry => entry.Value.Csv, StringComparer.Ordinal);

    private static Dictionary<string, T> First<T>(IEnumerable<T> all, Func<T, string> id) =>
        all
            .GroupBy(id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
