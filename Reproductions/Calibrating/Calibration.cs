using Verification.Implementation.Experiments;
using Verification.Reproductions.Auditing;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Reproductions.Calibrating;

/// <summary>Examines claims with their variants over many seeds and counts the verdicts that are not the expected
/// ones.</summary>
/// <remarks>
/// Verdicts only: counterexamples are not shrunk and no figure is drawn, so that a seed costs what measuring and
/// judging cost. Claims of one seed share their measurements, as in an audit.
/// </remarks>
/// <param name="claims">The claims to examine.</param>
/// <param name="code">The identities of their suite's code.</param>
/// <param name="settings">What is asked.</param>
public sealed class Calibration(IReadOnlyList<Claim> claims, SuiteCode code, CalibrationSettings settings)
{
    private readonly double _level = new RiskBudget(settings.Risk).Level;

    /// <summary>Runs the calibration, continuing what the record holds.</summary>
    /// <param name="record">Finished entries.</param>
    /// <param name="finished">Told of each seed with its entries, in the order of the seeds, one call at a
    /// time.</param>
    /// <param name="cancellation">Stops between examinations; the record keeps what had finished.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public IReadOnlyList<ClaimCalibration> Run(
        CalibrationRecord record,
        Action<ulong, IReadOnlyList<CalibrationEntry>>? finished,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        ulong[] seeds = [.. settings.AllSeeds];
        Claim[] sized = [.. claims.Select(claim => claim.At(settings.Tier))];
        var runners = new Lazy<ExperimentRunner>?[seeds.Length];
        for (int i = 0; i < seeds.Length; i++)
        {
            ulong seed = seeds[i];
            runners[i] = new(() => new(seed, new InMemoryMeasurements(), jobs: 1, cancellation: cancellation));
        }

        var ofSeed = new List<CalibrationEntry>(sized.Length);
        IReadOnlyList<CalibrationEntry> entries = new SideBySide(settings.Jobs, cancellation).Run(
            [.. Enumerable.Range(0, seeds.Length * sized.Length)],
            piece =>
                Examine(
                    sized[piece % sized.Length],
                    seeds[piece / sized.Length],
                    runners[piece / sized.Length]!,
                    record),
            entry =>
            {
                ofSeed.Add(entry);
                if (ofSeed.Count < sized.Length)
                    return;
                finished?.Invoke(entry.Seed, [.. ofSeed]);
                ofSeed.Clear();

                // Nobody needs the measurements of a finished seed again.
                runners[Array.IndexOf(seeds, entry.Seed)] = null;
            });
        ILookup<string, CalibrationEntry> byClaim = entries.ToLookup(entry => entry.Claim, StringComparer.Ordinal);
        return [.. sized.Select(claim => new ClaimCalibration(
            claim,
            [.. Variant.Of(claim).Select((variant, i) => new VariantCalibration(
                variant, [.. byClaim[claim.Id].Select(entry => (entry.Seed, entry.Verdicts[i]))], _level))]))];
    }

    private CalibrationEntry Examine(Claim claim, ulong seed, Lazy<ExperimentRunner> runner, CalibrationRecord record)
    {
        var entry = new CalibrationEntry(claim.Id, seed, settings.Tier, _level, CodeIdentity.Of(code, claim), []);
        if (record.Find(entry.Key) is { } known)
            return known;
        entry = entry with { Verdicts = [.. Variant.Of(claim).Select(variant => Judge(variant, runner.Value))] };
        record.Add(entry);
        return entry;
    }

    // A variant that is refuted, but not where it is wrong, has not been decided.
    private Verdict Judge(Variant variant, ExperimentRunner runner)
    {
        var report = new VariantReport(variant, variant.Examine(runner, _level));
        return report.AsExpected || report.Result.Verdict != variant.Expected
            ? report.Result.Verdict
            : Verdict.Undecided;
    }
}
