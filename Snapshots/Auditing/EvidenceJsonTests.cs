using System.Text.Json;
using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>What stands in JSON of evidence with many points.</summary>
public sealed class EvidenceJsonTests
{
    private static PowerLaw Line(int points) => new()
    {
        Statement = "y follows x",
        X = [.. Enumerable.Range(1, points).Select(i => (double)i)],
        Y = [.. Enumerable.Range(1, points).Select(i => 3.0 * i)],
        PointError = 0,
        Exponent = 1,
        Allowance = 0.1,
        Resolution = 0.2,
        Gap = 1,
        Level = 0.01,
    };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(48, 48)]
    [InlineData(49, 48)]
    [InlineData(10_000, 48)]
    public void LongListsAreThinnedOutAndCounted(int points, int kept)
    {
        JsonObject json = AuditJson.Evidence(Line(points)).AsObject();
        double[] x = [.. json["x"]!.AsArray().Select(number => (double)number!)];
        double[] y = [.. json["y"]!.AsArray().Select(number => (double)number!)];
        Assert.Equal(points, (int)json["points"]!.GetValue<double>());
        Assert.Equal((kept, 1.0, (double)points), (x.Length, x[0], x[^1]));
        Assert.Equal(x.Select(at => 3 * at), y);
        Assert.Equal(x.Distinct().Order(), x);
    }

    [Fact]
    public void EveryPartHasItsSummaryAndItsNumbers()
    {
        Evidence both = Evidence.All([Line(100), Line(5) with { Statement = "the other" }]);
        JsonObject json = AuditJson.Evidence(both).AsObject();
        JsonObject[] parts = [json, .. json["supporting"]!.AsArray().Select(part => part!.AsObject())];
        Assert.Equal(
            both.Parts().Select(part => part.Summary), parts.Select(part => (string)part["summary"]!),
            StringComparer.Ordinal);
        Assert.All(
            parts.SelectMany(part => part).Where(member => member.Value?.GetValueKind() == JsonValueKind.Number),
            member => Assert.True(double.IsFinite(member.Value!.GetValue<double>())));
    }

    [Fact]
    public void WhatCouldNotBeComputedIsNullAndWhatIsInfiniteText()
    {
        var open = new Certificate
        {
            Statement = "NaN is a word here",
            Residual = double.NaN,
            Tolerance = double.PositiveInfinity,
            Resolution = 1,
            Derivation = "rounding",
            Instances = 3,
            Open = 3,
        };
        JsonObject json = AuditJson.Evidence(Evidence.All([open, open with { Statement = "another" }])).AsObject();
        JsonObject other = json["supporting"]!.AsArray().Select(part => part!.AsObject()).First();
        Assert.All(
            (JsonObject[])[json, other],
            part =>
            {
                Assert.True(part.ContainsKey("residual") && part["residual"] is null);
                Assert.Equal("Infinity", (string?)part["tolerance"]);
            });
        Assert.Equal("NaN is a word here", (string?)json["statement"]);
    }
}
