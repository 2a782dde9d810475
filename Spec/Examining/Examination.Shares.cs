using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

// The verbs that count trials.
public sealed partial class Examination<TCell, TOutcome>
{
    /// <summary>Counts trials against a claimed probability, one decision for all outcomes of this examination
    /// together.</summary>
    /// <param name="statement">The event.</param>
    /// <param name="happened">Whether the event happened, as far as the numbers say.</param>
    /// <param name="certain">Whether that is proven: not where a run did not finish or a bound reaches to both
    /// sides.</param>
    /// <param name="probability">Claimed probability, at least; 1 for almost surely.</param>
    /// <param name="premise">Whether the trial satisfies the premise; null for all. Those that do not are
    /// excluded.</param>
    public Evidence Count(
        string statement,
        Func<TCell, TOutcome, bool> happened,
        Func<TCell, TOutcome, bool> certain,
        double probability,
        Func<TCell, TOutcome, bool>? premise = null) => Count(
            statement,
            (cell, outcome) =>
                !certain(cell, outcome) ? TrialResult.Open
                : happened(cell, outcome) ? TrialResult.Success
                : TrialResult.Failure,
            probability,
            premise);

    /// <summary>Counts trials against a claimed probability, one decision for all outcomes of this examination
    /// together.</summary>
    /// <param name="statement">The event.</param>
    /// <param name="result">What is certain about a trial.</param>
    /// <param name="probability">Claimed probability, at least; 1 for almost surely.</param>
    /// <param name="premise">Whether the trial satisfies the premise; null for all. Those that do not are
    /// excluded.</param>
    public Evidence Count(
        string statement,
        Func<TCell, TOutcome, TrialResult> result,
        double probability,
        Func<TCell, TOutcome, bool>? premise = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Decide();
        Observation<TCell, TOutcome>[] counted = Counted(premise);
        TrialResult[] results = [.. counted.Select(observation => result(observation.Cell, observation.Outcome))];
        int firstFailure = Array.IndexOf(results, TrialResult.Failure);
        return results.Length == 0
            ? Nothing(statement)
            : new TrialCount
            {
                Statement = statement,
                Trials = results.Length,
                Successes = results.Count(value => value == TrialResult.Success),
                Failures = results.Count(value => value == TrialResult.Failure),
                Excluded = Observations.Count - results.Length,
                Probability = probability,
                Level = Level,
                Decisive = probability >= 1 && firstFailure >= 0 ? Address(counted[firstFailure]) : null,
            };
    }

    /// <summary>Compares the share of an event with a probability from theory, one decision.</summary>
    /// <param name="statement">The event.</param>
    /// <param name="result">What is certain about a trial.</param>
    /// <param name="theory">The probability from theory.</param>
    /// <param name="finiteSizeCorrection">Bound of what the theory leaves out at these sizes; 0 where it is
    /// exact.</param>
    /// <param name="resolution">Largest half of the interval's width that still decides for agreement.</param>
    /// <param name="premise">Whether the trial satisfies the premise; null for all.</param>
    public Evidence AgreeInShare(
        string statement,
        Func<TCell, TOutcome, TrialResult> result,
        double theory,
        double finiteSizeCorrection,
        double resolution,
        Func<TCell, TOutcome, bool>? premise = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        Decide();
        TrialResult[] results =
        [
            .. Counted(premise).Select(observation => result(observation.Cell, observation.Outcome)),
        ];
        return results.Length == 0
            ? Nothing(statement)
            : new ShareAgreement
            {
                Statement = statement,
                Trials = results.Length,
                Successes = results.Count(value => value == TrialResult.Success),
                Failures = results.Count(value => value == TrialResult.Failure),
                Theory = theory,
                FiniteSizeCorrection = finiteSizeCorrection,
                Resolution = resolution,
                Level = Level,
            };
    }

    /// <summary>Compares the shares of an event at two sizes, one decision: that the second is larger by
    /// <paramref name="rise"/> at least.</summary>
    /// <param name="statement">What rises.</param>
    /// <param name="result">What is certain about a trial.</param>
    /// <param name="lesser">Selects the cells of the lesser size.</param>
    /// <param name="greater">Selects the cells of the greater size.</param>
    /// <param name="rise">The claimed rise, positive.</param>
    public Evidence Rises(
        string statement,
        Func<TCell, TOutcome, TrialResult> result,
        Func<TCell, bool> lesser,
        Func<TCell, bool> greater,
        double rise)
    {
        ArgumentNullException.ThrowIfNull(result);
        Decide();
        TrialResult[] from = Results(lesser), to = Results(greater);
        return from.Length == 0 || to.Length == 0
            ? Nothing(statement)
            : new ShareRise
            {
                Statement = statement,
                LesserTrials = from.Length,
                LesserSuccesses = from.Count(value => value == TrialResult.Success),
                LesserFailures = from.Count(value => value == TrialResult.Failure),
                GreaterTrials = to.Length,
                GreaterSuccesses = to.Count(value => value == TrialResult.Success),
                GreaterFailures = to.Count(value => value == TrialResult.Failure),
                Rise = rise,
                Level = Level,
            };

        TrialResult[] Results(Func<TCell, bool> size) =>
            [.. Where(size).Observations.Select(observation => result(observation.Cell, observation.Outcome))];
    }

    private Observation<TCell, TOutcome>[] Counted(Func<TCell, TOutcome, bool>? premise) =>
        [.. Observations.Where(observation => premise is null || premise(observation.Cell, observation.Outcome))];
}
