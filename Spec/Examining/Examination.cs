using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>The outcomes of a measurement with the verbs that turn them into evidence.</summary>
/// <remarks>
/// Every verb that concludes about draws takes one statistical decision at <see cref="Level"/>, whether or not there
/// are outcomes to decide about; so a claim declares a number that does not depend on luck. Statements over fixed
/// instances (<see cref="Experiment{TCell,TOutcome}.IsDeterministic"/>) and over points computed without draws take
/// none.
/// </remarks>
public sealed class Examination<TCell, TOutcome>
    where TCell : notnull
    where TOutcome : notnull
{
    private readonly IReadOnlyList<TCell> _design;
    private readonly IReadOnlyList<TCell> _cells;
    private readonly bool _drawn;
    private readonly Ledger _ledger;

    internal Examination(
        IReadOnlyList<TCell> cells, IReadOnlyList<Observation<TCell, TOutcome>> observations, double level,
        bool drawn = true)
        : this(cells, cells, observations, level, drawn, new Ledger()) { }

    private Examination(
        IReadOnlyList<TCell> design,
        IReadOnlyList<TCell> cells,
        IReadOnlyList<Observation<TCell, TOutcome>> observations,
        double level,
        bool drawn,
        Ledger ledger)
    {
        _design = design;
        _cells = cells;
        _drawn = drawn;
        _ledger = ledger;
        Observations = observations;
        Level = level;
    }

    /// <summary>The outcomes, cell by cell, in trial order.</summary>
    public IReadOnlyList<Observation<TCell, TOutcome>> Observations { get; }

    /// <summary>Error level of each statistical decision.</summary>
    public double Level { get; }

    /// <summary>Statistical decisions taken or skipped so far.</summary>
    public int DecisionsTaken => _ledger.Decisions;

    /// <summary>The outcomes of the cells that <paramref name="predicate"/> selects.</summary>
    public Examination<TCell, TOutcome> Where(Func<TCell, bool> predicate) =>
        With([.. _cells.Where(predicate)], [.. Observations.Where(observation => predicate(observation.Cell))]);

    /// <summary>The outcomes that satisfy a premise; the others are no instances of the statement.</summary>
    public Examination<TCell, TOutcome> Given(Func<TCell, TOutcome, bool> premise) =>
        With(_cells, [.. Observations.Where(observation => premise(observation.Cell, observation.Outcome))]);

    /// <summary>One examination per cell, in the order of the design, also of cells without outcomes.</summary>
    public IEnumerable<(TCell Cell, Examination<TCell, TOutcome> Part)> ByCell() =>
        _cells.Select(cell => (cell, Where(other => other.Equals(cell))));

    /// <summary>Accounts for decisions that were declared and are not taken at these sizes or constants.</summary>
    public void Skip(int decisions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decisions);
        _ledger.Decisions += decisions;
    }

    /// <summary>Certifies that a residual stays within a proven bound of its error in every trial; the worst trial
    /// decides.</summary>
    /// <remarks>
    /// A trial whose tolerance exceeds the resolution is open (unless its residual is negative beyond that tolerance).
    /// Open trials do not sink the statement: they count into the share of draws on which a violation could hide.
    /// </remarks>
    /// <param name="statement">What is certified.</param>
    /// <param name="residual">By how much the trial violates the statement; negative where it has room.</param>
    /// <param name="tolerance">Proven bound of the residual's error.</param>
    /// <param name="derivation">Where the tolerance comes from.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public Evidence ForAll(
        string statement,
        Func<TCell, TOutcome, double> residual,
        Func<TCell, TOutcome, double> tolerance,
        string derivation,
        double resolution = 1e-6) =>
        ForAll(
            statement,
            (cell, outcome) => new Bounded(residual(cell, outcome), tolerance(cell, outcome)),
            derivation,
            resolution);

    /// <inheritdoc cref="ForAll(string, Func{TCell, TOutcome, double}, Func{TCell, TOutcome, double}, string, double)"/>
    /// <param name="statement">What is certified.</param>
    /// <param name="violation">By how much the trial violates the statement, with a proven bound of its error.</param>
    /// <param name="derivation">Where the bound comes from.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public Evidence ForAll(
        string statement, Func<TCell, TOutcome, Bounded> violation, string derivation, double resolution = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(violation);
        Decide();
        Observation<TCell, TOutcome>? worst = null;
        Bounded worstViolation = new(double.NaN, double.NaN);
        int open = 0;
        foreach (Observation<TCell, TOutcome> observation in Observations)
        {
            Bounded candidate = violation(observation.Cell, observation.Outcome);
            if (
                !(candidate.Error <= resolution || candidate.Value <= -candidate.Error) || double.IsNaN(candidate.Value)
            )
            {
                open++;
                continue;
            }

            if (worst is null || candidate.Value - candidate.Error > worstViolation.Value - worstViolation.Error)
                (worst, worstViolation) = (observation, candidate);
        }

        return Observations.Count == 0
            ? Nothing(statement)
            : new Certificate
            {
                Statement = statement,
                Residual = worstViolation.Value,
                Tolerance = worstViolation.Error,
                Resolution = resolution,
                Derivation = derivation,
                Instances = Observations.Count,
                Open = open,
                Level = _drawn ? Level : null,
                Decisive = worst is null ? null : Address(worst),
            };
    }

    /// <summary>Certifies that an enclosed number is not positive in every trial, up to the width of its enclosure:
    /// refuted exactly where its lower end is positive.</summary>
    /// <remarks>For inequalities that become equalities, which no enclosure can tell from a violation as narrow as
    /// itself.</remarks>
    /// <param name="statement">What is certified.</param>
    /// <param name="excess">By how much the trial violates the statement, enclosed; negative where it has room.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public Evidence ForAllEnclosed(
        string statement,
        Func<TCell, TOutcome, Interval> excess,
        double resolution = 1e-6) =>
        ForAll(
        statement,
        (cell, outcome) => new Bounded(excess(cell, outcome).Upper, excess(cell, outcome).Width),
        "interval arithmetic: the residual is the upper end of an enclosure, the tolerance its width",
        resolution);

    /// <summary>Certifies that an enclosed number is not positive in every trial, without allowance: open where the
    /// enclosure reaches to both sides of 0.</summary>
    /// <param name="statement">What is certified.</param>
    /// <param name="excess">By how much the trial violates the statement, enclosed.</param>
    public Evidence ForAllCertainly(string statement, Func<TCell, TOutcome, Interval> excess) => ForAll(
        statement,
        (cell, outcome) => excess(cell, outcome) switch
        {
            { Lower: > 0 } above => new Bounded(above.Lower, 0),
            { Upper: > 0 } across => new Bounded(across.Upper, double.PositiveInfinity),
            var below => new Bounded(below.Upper, 0),
        },
        "interval arithmetic: the residual is the end of an enclosure that does not reach across 0; it counts as open "
            + "where it does");

    /// <summary>Supports a statement by a residual whose error is only estimated; it never refutes.</summary>
    /// <param name="statement">What is supported.</param>
    /// <param name="violation">By how much the trial seems to violate the statement.</param>
    /// <param name="derivation">Where the estimate comes from.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public Evidence ForAllEstimated(
        string statement, Func<TCell, TOutcome, Estimated> violation, string derivation, double resolution)
    {
        ArgumentNullException.ThrowIfNull(violation);
        Decide();
        Estimated[] violations =
        [
            .. Observations.Select(observation => violation(observation.Cell, observation.Outcome)),
        ];
        return violations.Length == 0
            ? Nothing(statement)
            : new EstimatedResidual
            {
                Statement = statement,
                Residual = violations.Max(candidate => candidate.Value),
                Spread = violations.Max(candidate => candidate.Error),
                Resolution = resolution,
                Derivation = derivation,
                Instances = violations.Length,
            };
    }

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

    /// <summary>Compares the mean of a number over the trials with theory, by an interval that is valid for its
    /// law.</summary>
    /// <param name="statement">What agrees.</param>
    /// <param name="number">The number.</param>
    /// <param name="theory">Its mean from theory.</param>
    /// <param name="finiteSizeCorrection">Bound of what the theory leaves out at these sizes; 0 where it is
    /// exact.</param>
    /// <param name="resolution">Largest half-width that still decides for agreement.</param>
    /// <param name="law">What is known about the law of the number; null for nothing, which never refutes.</param>
    public Evidence Agree(
        string statement,
        Func<TCell, TOutcome, double> number,
        double theory,
        double finiteSizeCorrection,
        double resolution,
        MeanLaw? law = null)
    {
        ArgumentNullException.ThrowIfNull(number);
        Decide();
        if (Observations.Count == 0)
            return Nothing(statement);
        law ??= MeanLaw.Unknown;
        double[] values = [.. Observations.Select(observation => number(observation.Cell, observation.Outcome))];
        double mean = values.Sum() / values.Length;
        double variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
        return new Agreement
        {
            Statement = statement,
            Simulated = law.Estimate(values, Level),
            StandardError = Math.Sqrt(variance / values.Length),
            Trials = values.Length,
            Theory = theory,
            FiniteSizeCorrection = finiteSizeCorrection,
            Resolution = resolution,
            Level = Level,
            Law = law,
        };
    }

    /// <summary>Fits a power law through points made from this examination.</summary>
    /// <param name="statement">What follows the law.</param>
    /// <param name="points">Positive abscissas and ordinates.</param>
    /// <param name="exponent">The claimed exponent.</param>
    /// <param name="pointError">Relative error of each ordinate that repetition would not show.</param>
    /// <param name="allowance">Deviation of the exponent that the claim forgives; 0 where the law is exact.</param>
    /// <param name="resolution">Largest half-width that still decides, at most (gap − allowance)/2.</param>
    /// <param name="gap">The smallest difference of exponents that has to be told: that to the nearest mutant.</param>
    public Evidence Follows(
        string statement,
        IReadOnlyList<(double X, double Y)> points,
        double exponent,
        double pointError,
        double allowance,
        double resolution,
        double? gap = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        Decide();
        return points.Count == 0
            ? Nothing(statement)
            : new PowerLaw
            {
                Statement = statement,
                X = [.. points.Select(point => point.X)],
                Y = [.. points.Select(point => point.Y)],
                PointError = pointError,
                Exponent = exponent,
                Allowance = allowance,
                Resolution = resolution,
                Gap = gap,
                Level = Level,
            };
    }

    /// <summary>Certifies that distances to a limit stay below an envelope constant · scale^(−rate) and come within a
    /// resolution of it. Takes no decision.</summary>
    /// <param name="statement">What approaches the limit.</param>
    /// <param name="points">Scales, ascending towards the limit, with the distance at each.</param>
    /// <param name="tolerance">Proven bound of the error of the distances.</param>
    /// <param name="rate">Claimed rate.</param>
    /// <param name="constant">Constant of the envelope.</param>
    /// <param name="resolution">The distance that the last scale has to reach.</param>
    public Evidence Approaches(
        string statement,
        IReadOnlyList<(double Scale, double Distance)> points,
        double tolerance,
        double rate,
        double constant,
        double resolution)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Count == 0
            ? Nothing(statement)
            : new Limit
            {
                Statement = statement,
                Scales = [.. points.Select(point => point.Scale)],
                Distances = [.. points.Select(point => point.Distance)],
                Tolerance = tolerance,
                Rate = rate,
                Constant = constant,
                Resolution = resolution,
            };
    }

    private static NotApplicable Nothing(string statement) =>
        new() { Statement = statement, Reason = "no outcome satisfies the premise" };

    private Observation<TCell, TOutcome>[] Counted(Func<TCell, TOutcome, bool>? premise) =>
        [.. Observations.Where(observation => premise is null || premise(observation.Cell, observation.Outcome))];

    private Examination<TCell, TOutcome> With(
        IReadOnlyList<TCell> cells,
        IReadOnlyList<Observation<TCell, TOutcome>> observations
    ) => new(_design, cells, observations, Level, _drawn, _ledger);

    private void Decide()
    {
        if (_drawn)
            _ledger.Decisions++;
    }

    private TrialAddress Address(Observation<TCell, TOutcome> observation)
    {
        int cell = 0;
        while (!_design[cell].Equals(observation.Cell))
            cell++;
        return new(cell, observation.Trial);
    }

    private sealed class Ledger
    {
        public int Decisions { get; set; }
    }
}
