using System.Text.Json.Nodes;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>How an audit is split, and that each part is an audit of its own.</summary>
public sealed class ShardTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void OfTheCatalogueEveryClaimAndFigureIsInOneShard()
    {
        const int Count = 3;
        AuditSettings settings = new([], Tier.Smoke, 1, 1e-3, 1, "unused");
        Selection whole = Selection.Of(Suite.Whole, settings);
        Selection[] shards =
        [
            .. Enumerable.Range(1, Count).Select(
                index => Selection.Of(Suite.Whole, settings with { Shard = new(index, Count) })),
        ];
        Assert.Equal(
            whole.Claims.Select(claim => claim.Id).Order(StringComparer.Ordinal),
            shards.SelectMany(shard => shard.Claims).Select(claim => claim.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            whole.Figures.Select(figure => figure.Id).Order(StringComparer.Ordinal),
            shards.SelectMany(shard => shard.Figures).Select(figure => figure.Id).Order(StringComparer.Ordinal));
        Assert.All(shards, shard => Assert.True(4 * shard.Claims.Count > whole.Claims.Count));
    }

    [Fact]
    public void ClaimsOfOneExperimentStayTogether()
    {
        Suite suite = ToySuite.Sound;
        foreach (int index in (int[])[1, 2])
        {
            JsonNode audit = Audit(suite, $"{index}/2").Json;
            Assert.Equal(index == 1 ? 2 : 0, audit["claims"]!.AsArray().Count);
            Assert.Equal($"{index}/2", (string?)audit["shard"]);
        }
    }

    [Fact]
    public void TheWholeHasNoShard() =>
        Assert.False(ClaimsInProcess.Run("audit", "--out", _scratch["a"], "--json").Json.AsObject()
            .ContainsKey("shard"));

    [Fact]
    public void AShardJudgesWhatItHas()
    {
        Suite suite = ToySuite.Apart(ToySuite.Unsound);
        int[] expected = [ExitCode.AsExpected, ExitCode.Unexpected, ExitCode.Undecided, ExitCode.Unexpected];
        Assert.Equal(
            expected,
            Enumerable.Range(1, 4).Select(index => Audit(suite, $"{index}/4").ExitCode));
        Assert.Equal(ExitCode.Unexpected, Audit(suite, "2/3").ExitCode);
    }

    [Fact]
    public void AShardBeyondTheGroupsIsAnAuditOfNothing()
    {
        RunResult run = Audit(ToySuite.Sound, "9/9");
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.Empty(run.Json["claims"]!.AsArray());
        foreach (string file in (string[])["journal.jsonl", "audit.json", "verdicts.md", "report.html"])
            Assert.True(File.Exists(Path.Combine(_scratch["9-9"], file)), file);
    }

    [Fact]
    public void AnInterruptedShardSaysHowToContinueAndDoes()
    {
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        RunResult run = ClaimsInProcess.RunOn(
            ToySuite.Sound, interruption.Token, "audit", "--shard", "1/2", "--out", _scratch["1-2"]);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.EndsWith(
            $"claims audit --shard 1/2 --out {_scratch["1-2"]}", Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.AsExpected, Audit(ToySuite.Sound, "1/2").ExitCode);
    }

    [Fact]
    public void AShardDoesNotReplaceTheWholeNorAnotherShard()
    {
        Suite suite = ToySuite.Apart(ToySuite.Sound);
        Assert.Equal(
            ExitCode.AsExpected, ClaimsInProcess.RunOn(suite, default, "audit", "--out", _scratch["1-2"]).ExitCode);
        Assert.Equal(ExitCode.Usage, Audit(suite, "1/2").ExitCode);
        Assert.Equal(ExitCode.AsExpected, Audit(suite, "2/3").ExitCode);
        Assert.Equal(
            ExitCode.Usage,
            ClaimsInProcess.RunOn(suite, default, "audit", "--shard", "1/3", "--out", _scratch["2-3"]).ExitCode);
    }

    [Fact]
    public void EveryShardHasADefaultFolderOfItsOwn() => Assert.Equal(
        "artifacts/audit-smoke-shard-2-of-3", DefaultFolder.Of(Tier.Smoke, 1, 1e-3, [], new(2, 3)));

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("12/1000", 12, 1000)]
    public void ShardsAreReadAsTheyAreWritten(string text, int index, int count)
    {
        Assert.Equal(new Shard(index, count), Shard.Parse(text));
        Assert.Equal(text, new Shard(index, count).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/1001")]
    [InlineData("-1/2")]
    [InlineData("1/2/3")]
    [InlineData(" 1/2")]
    [InlineData("1/99999999999")]
    [InlineData("a/b")]
    public void WhatIsNoShardIsRefused(string text)
    {
        Assert.Null(Shard.Parse(text));
        RunResult run = ClaimsInProcess.Run("audit", "--shard", text, "--out", _scratch["a"]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("give i/n with whole numbers", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private RunResult Audit(Suite suite, string shard) => ClaimsInProcess.RunOn(
        suite, default, "audit", "--shard", shard, "--json", "--out",
        _scratch[shard.Replace('/', '-')]);
}
