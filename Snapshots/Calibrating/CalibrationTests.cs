using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Reproductions.Calibrating;
using Verification.Reproductions.CommandLine;
using Verification.Snapshots.CommandLine;
using Verification.Snapshots.Toys;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Calibrating;

public sealed class CalibrationTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Record => _scratch["calibration.jsonl"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void EveryClaimIsExaminedAtEverySeed()
    {
        RunResult run = Calibrate(ToySuite.Sound, "--seeds", "7", "--first-seed", "3");
        Assert.Equal(ExitCode.AsExpected, run.ExitCode);
        Assert.Contains(
            "2 claims, 7 variants: 0 verdicts contradicted, 0 undecided", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            from claim in (string[])["toys/erratum", "toys/holds"]
            from seed in Enumerable.Range(3, 7)
            select $"{claim} {seed}",
            Entries().Select(entry => $"{entry.Claim} {entry.Seed}").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void TheVerdictsAreThoseOfTheAuditWithTheSeed()
    {
        Calibrate(ToySuite.Unsound, "--seeds", "3");
        var budget = new RiskBudget(RiskBudget.DefaultRisk);
        Assert.All(Entries(), entry =>
        {
            Claim claim = ToySuite.Unsound.Claims.Single(candidate => candidate.Id == entry.Claim);
            ClaimReport report = new Examiner(
                new(entry.Seed, new InMemoryMeasurements()), budget, ToySuite.Unsound.Claims).Examine(claim);
            Assert.Equal(report.Variants.Select(variant => variant.Result.Verdict), entry.Verdicts);
        });
    }

    [Theory]
    [InlineData("toys/holds", ExitCode.AsExpected, "0 verdicts contradicted, 0 undecided")]
    [InlineData("toys/refuted", ExitCode.Unexpected, "4 verdicts contradicted, 0 undecided")]
    [InlineData("toys/powerless", ExitCode.Unexpected, "4 verdicts contradicted, 0 undecided")]
    [InlineData("toys/undecided", ExitCode.Undecided, "0 verdicts contradicted, 4 undecided")]
    public void TheExitCodeTellsTheWorst(string filter, int exitCode, string summary)
    {
        RunResult run = Calibrate(ToySuite.Unsound, filter, "--seeds", "4");
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(summary, run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void ACalibrationContinuesWhereItStopped()
    {
        Calibrate(ToySuite.Sound, "--seeds", "2");
        string[] before = File.ReadAllLines(Record);

        // As a kill leaves it: whole lines and a torn one.
        File.WriteAllText(Record, $"{before[0]}\n{before[1]}\n{before[2]}\n{before[3][..30]}");
        Assert.Equal(ExitCode.AsExpected, Calibrate(ToySuite.Sound, "--seeds", "3").ExitCode);
        string[] after = File.ReadAllLines(Record);
        Assert.Equal(before[..3], after[..3]);
        Assert.Equal(6, after.Length);
        Assert.Equal(6, after.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void AnInterruptedCalibrationKeepsItsRecord()
    {
        using var interruption = new CancellationTokenSource();
        interruption.Cancel();
        RunResult run = ClaimsInProcess.RunOn(
            ToySuite.Sound, interruption.Token, "calibrate", "--seeds", "2", "--out", Record);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("The same command continues", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(ExitCode.AsExpected, Calibrate(ToySuite.Sound, "--seeds", "2").ExitCode);
    }

    [Fact]
    public void VerdictsOfOtherCodeAreNotCounted()
    {
        Calibrate(ToySuite.Unsound, "toys/refuted", "--seeds", "2");
        string[] lines = File.ReadAllLines(Record);
        File.WriteAllLines(
            Record,
            lines.Select(line =>
                line.Replace("refuted\",\"", "holds\",\"", StringComparison.Ordinal)
                    .Replace("\"code\":\"", "\"code\":\"other", StringComparison.Ordinal)));
        RunResult run = Calibrate(ToySuite.Unsound, "toys/refuted", "--seeds", "2");
        Assert.Contains("2 verdicts contradicted", run.Output, StringComparison.Ordinal);
        Assert.Equal(4, Entries().Length);
    }

    [Theory]
    [InlineData("my diary")]
    [InlineData("{\"my\": \"notes\"}")]
    [InlineData("{\"my\": \"notes\"}\n")]
    public void AForeignFileIsRefusedAndLeftUntouched(string content)
    {
        File.WriteAllText(Record, content);
        RunResult run = Calibrate(ToySuite.Sound);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains("line 1 of ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Record));
    }

    [Fact]
    public void ARecordInUseIsRefused()
    {
        using CalibrationRecord held = CalibrationRecord.Open(Record);
        RunResult run = Calibrate(ToySuite.Sound);
        Assert.Equal(ExitCode.Environment, run.ExitCode);
        Assert.Contains("cannot write to --out ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--seeds", "1000001")]
    [InlineData("--first-seed", "-1")]
    [InlineData("--tier", "tiny")]
    public void OtherValuesAreRefused(string option, string value)
    {
        RunResult run = Calibrate(ToySuite.Sound, option, value);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith(
            $"claims: '{value}' is no value of {option}: give ", Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableNamesWhatWasNotAsExpected()
    {
        Calibrate(ToySuite.Unsound, "--seeds", "9");
        string table = File.ReadAllText(_scratch["calibration.md"]);
        Assert.Contains(
            "12 variants of 4 claims: 18 verdicts contradicted, 9 undecided.", table, StringComparison.Ordinal);
        Assert.Contains("| `toys/holds` | 3 | 0 | 0 | 3e-7 | 0.3363 |", table, StringComparison.Ordinal);

        // Clopper–Pearson at 9 of 9: 0.025^(1/9) from below, 1 from above.
        Assert.Contains(
            "| `toys/powerless` m1 | 9 | 6.6e-1 … 1.0000 | 1e-7 | 0 | 1, 2, 3, 4, 5, 6, 7, 8, … |", table,
            StringComparison.Ordinal);
    }

    private RunResult Calibrate(Suite suite, params string[] arguments) =>
        ClaimsInProcess.RunOn(suite, default, ["calibrate", .. arguments, "--out", Record]);

    private CalibrationEntry[] Entries() => [.. File.ReadAllLines(Record).Select(CanonicalJson.Read<CalibrationEntry>)];
}
