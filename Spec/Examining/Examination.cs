using Verification.Implementation.Experiments;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

/// <summary>The outcomes of a measurement with the verbs that turn them into evidence.</summary>
/// <remarks><see cref="ForAll"/> makes certificates and costs no risk; <see cref="Count"/>, <see cref="Agree"/> and <see cref="Follows"/> are
/// statistical decisions, each at <see cref="Level"/>.</remarks>
public sealed class Examination<TCell, TOutcome>
    where TCell : notnull
    where TOutcome : notnull
{
    private readonly IReadOnlyList<TCell> _cells;
    private readonly Ledger _ledger;

    internal Examination(IReadOnlyList<TCell> cells, IReadOnlyList<Observation<TCell, TOutcome>> observations, double level)
        : this(cells, observations, level, new Ledger())
    {
    }

    private Examination(IReadOnlyList<TCell> cells, IReadOnlyList<Observation<TCell, TOutcome>> observations, double level, Ledger ledger)
    {
        _cells = cells;
        _ledger = ledger;
        Observations = observations;
        Level = level;
    }

    /// <summary>The outcomes, cell by cell, in trial order.</summary>
    public IReadOnlyList<Observation<TCell, TOutcome>> Observations { get; }

    /// <summary>Error level of each statistical decision.</summary>
    public double Level { get; }

    /// <summary>Statistical decisions taken so far.</summary>
    public int DecisionsTaken => _ledger.Decisions;

    /// <summary>The outcomes of the cells that <paramref name="predicate"/> selects.</summary>
    public Examination<TCell, TOutcome> Where(Func<TCell, bool> predicate) =>
        new(_cells, [.. Observations.Where(observation => predicate(observation.Cell))], Level, _ledger);

    /// <summary>The outcomes that satisfy a premise.</summary>
    public Examination<TCell, TOutcome> Given(Func<TCell, TOutcome, bool> premise) =>
        new(_cells, [.. Observations.Where(observation => premise(observation.Cell, observation.Outcome))], Level, _ledger);

    /// <summary>One examination per cell that has outcomes, in the order of the design.</summary>
    public IEnumerable<(TCell Cell, Examination<TCell, TOutcome> Part)> ByCell() =>
        _cells.Select(cell => (cell, Where(other => other.Equals(cell)))).Where(part => part.Item2.Observations.Count > 0);

    /// <summary>Certifies that a residual stays within its rounding error in every trial; the worst trial decides.</summary>
    /// <remarks>Worst is a trial that refutes, else one whose tolerance exceeds the resolution (unless its residual is negative beyond that
    /// tolerance), as no other trial makes up for it; among equals the one with the largest residual less tolerance.</remarks>
    /// <param name="statement">What is certified.</param>
    /// <param name="residual">By how much the trial violates the statement; negative where it has room.</param>
    /// <param name="tolerance">Bound of the residual's rounding error.</param>
    /// <param name="derivation">Where the tolerance comes from.</param>
    /// <param name="resolution">Smallest violation that matters.</param>
    public Evidence ForAll(
        string statement, Func<TCell, TOutcome, double> residual, Func<TCell, TOutcome, double> tolerance, string derivation, double resolution = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(residual);
        ArgumentNullException.ThrowIfNull(tolerance);
        Observation<TCell, TOutcome>? worst = null;
        var worstRank = (Severity: -1, Excess: double.NegativeInfinity);
        foreach (Observation<TCell, TOutcome> observation in Observations)
        {
            double violation = residual(observation.Cell, observation.Outcome);
            double error = tolerance(observation.Cell, observation.Outcome);
            double excess = violation - error;
            if (double.IsNaN(excess))
            {
                worst = observation;
                break;
            }

            int severity = error <= resolution
                ? excess > 0 ? 2 : 0
                : violation <= -error ? 0 : 1;
            if ((severity, excess).CompareTo(worstRank) > 0)
            {
                worst = observation;
                worstRank = (severity, excess);
            }
        }

        return new Certificate
        {
            Statement = statement,
            Residual = worst is null ? double.NaN : residual(worst.Cell, worst.Outcome),
            Tolerance = worst is null ? double.NaN : tolerance(worst.Cell, worst.Outcome),
            Resolution = resolution,
            Derivation = derivation,
            Instances = Observations.Count,
            Decisive = worst is null ? null : Address(worst),
        };
    }

    /// <summary>Counts trials against a claimed probability, one decision for all outcomes of this examination together.</summary>
    /// <param name="statement">The event.</param>
    /// <param name="result">What is certain about a trial.</param>
    /// <param name="probability">Claimed probability, at least; 1 for almost surely.</param>
    public Evidence Count(string statement, Func<TCell, TOutcome, TrialResult> result, double probability)
    {
        ArgumentNullException.ThrowIfNull(result);
        _ledger.Decisions++;
        TrialResult[] results = [.. Observations.Select(observation => result(observation.Cell, observation.Outcome))];
        int firstFailure = Array.IndexOf(results, TrialResult.Failure);
        return new TrialCount
        {
            Statement = statement,
            Trials = results.Length,
            Successes = results.Count(value => value == TrialResult.Success),
            Failures = results.Count(value => value == TrialResult.Failure),
            Probability = probability,
            Level = Level,
            Decisive = probability >= 1 && firstFailure >= 0 ? Address(Observations[firstFailure]) : null,
        };
    }

    /// <summary>Compares the mean of a number over the trials with theory.</summary>
    public Evidence Agree(string statement, Func<TCell, TOutcome, double> number, double theory, double finiteSizeCorrection, double resolution)
    {
        ArgumentNullException.ThrowIfNull(number);
        _ledger.Decisions++;
        double[] values = [.. Observations.Select(observation => number(observation.Cell, observation.Outcome))];
        double mean = values.Sum() / values.Length;
        double variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
        return new Agreement
        {
            Statement = statement,
            Simulated = mean,
            StandardError = Math.Sqrt(variance / values.Length),
            Trials = values.Length,
            Theory = theory,
            FiniteSizeCorrection = finiteSizeCorrection,
            Resolution = resolution,
            Level = Level,
        };
    }

    /// <summary>Fits a power law through points made from this examination.</summary>
    public Evidence Follows(
        string statement, IReadOnlyList<(double X, double Y)> points, double exponent, double pointError, double allowance, double resolution)
    {
        ArgumentNullException.ThrowIfNull(points);
        _ledger.Decisions++;
        return new PowerLaw
        {
            Statement = statement,
            X = [.. points.Select(point => point.X)],
            Y = [.. points.Select(point => point.Y)],
            PointError = pointError,
            Exponent = exponent,
            Allowance = allowance,
            Resolution = resolution,
            Level = Level,
        };
    }

    private TrialAddress Address(Observation<TCell, TOutcome> observation)
    {
        int cell = 0;
        while (!_cells[cell].Equals(observation.Cell))
            cell++;
        return new(cell, observation.Trial);
    }

    private sealed class Ledger
    {
        public int Decisions { get; set; }
    }
}
