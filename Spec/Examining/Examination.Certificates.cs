using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

// The verbs over all trials: the worst of them decides.
public sealed partial class Examination<TCell, TOutcome>
{
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

    /// <summary>Certifies that a residual stays within a proven bound of its error in every trial.</summary>
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
            (cell, outcome) =>
            {
                Interval enclosure = excess(cell, outcome);
                return new Bounded(enclosure.Upper, enclosure.Width);
            },
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
}
