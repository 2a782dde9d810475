using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// The rule, fixed before any run: log T is regressed on the logarithm of the predicted number of steps, whose
// finite-size corrections a raw slope in d would take for an exponent (k = 3, δ = 0.1: raw slope 2.16 although T ~ d²
// up to constants).

/// <summary>A claim about the number of steps until the overlap reaches a threshold, judged by the share of paths that
/// arrive in time and by the slope of log T on the log of a predicted scale.</summary>
/// <typeparam name="TCell">Sizes of the experiment whose paths are counted.</typeparam>
public abstract record ArrivalTimes<TCell> : Claim<TCell, HittingTimeOutcome>
    where TCell : notnull
{
    /// <inheritdoc/>
    public override int Decisions => 2;

    /// <summary>The share of paths that arrive in time exceeds a probability.</summary>
    /// <param name="examination">Paths that are followed at least so long.</param>
    /// <param name="statement">What is said of them.</param>
    /// <param name="steps">The steps within which a path of a cell has to arrive.</param>
    /// <param name="probability">The share.</param>
    protected static Evidence Arrive(
        Examination<TCell, HittingTimeOutcome> examination, string statement, Func<TCell, double> steps,
        double probability)
    {
        Func<TCell, double> within = CellFunction.Once(steps);
        return examination.Count(
            statement,
            (cell, o) => o.Reached && o.Steps <= within(cell) ? TrialResult.Success : TrialResult.Failure,
            probability);
    }

    /// <summary>A number of steps that is computed, rounded up.</summary>
    protected static long Whole(double steps) => (long)Math.Clamp(Math.Ceiling(steps), 1, 1e15);

    /// <summary>The steps of the paths that arrived follow a predicted scale with exponent 1.</summary>
    protected static Evidence Scale(
        Examination<TCell, HittingTimeOutcome> examination, Func<TCell, double> scale,
        double allowance, double gap)
    {
        Func<TCell, double> predicted = CellFunction.Once(scale);
        return examination.Given((_, o) => o.Reached).Follows(
            "steps until the threshold against the predicted scale",
            [.. examination.Observations.Where(each => each.Outcome.Reached)
                .Select(each => (predicted(each.Cell), Math.Max(1.0, each.Outcome.Steps)))],
            exponent: 1,
            pointError: 0,
            allowance,
            Resolution(allowance, gap),
            gap);
    }

    /// <summary>Paths in each cell for both parts, at half of the level each.</summary>
    /// <param name="level">Level of one decision.</param>
    /// <param name="probability">Share that is claimed to arrive.</param>
    /// <param name="truth">Share that arrives by derivation or in a pilot.</param>
    /// <param name="cells">Cells that the share is counted over together.</param>
    /// <param name="scatter">Standard deviation of log T.</param>
    /// <param name="allowance">Deviation of the slope that is forgiven.</param>
    /// <param name="gap">Distance of the slope of the nearest mutant from 1.</param>
    /// <param name="scales">The predicted scales.</param>
    protected static int Paths(
        double level, double probability, double truth, int cells, double scatter, double allowance, double gap,
        IEnumerable<double> scales) => Math.Max(
            TrialDesign.TrialsNeeded(probability, truth, level / 2) / Math.Max(1, cells) + 1,
            // Hitting times have a longer tail to the right than the normal law.
            SlopeDesign.Trials(level, scatter, Resolution(allowance, gap), scales, reserve: 1.5));

    private static double Resolution(double allowance, double gap) => (gap - allowance) / 2;
}
