using Verification.Spec.Verdicts;

namespace Verification.Spec.Examining;

// The verbs about a mean, a power law and a limit.
public sealed partial class Examination<TCell, TOutcome>
{
    /// <summary>Compares the mean of a number over the trials with theory, by an interval that is valid for its
    /// law.</summary>
    /// <param name="statement">What agrees.</param>
    /// <param name="number">The number.</param>
    /// <param name="theory">Its mean from theory.</param>
    /// <param name="finiteSizeCorrection">Bound of what the theory leaves out at these sizes; 0 where it is
    /// exact.</param>
    /// <param name="resolution">Largest half-width that still decides for agreement.</param>
    /// <param name="law">What is known about the law of the number; <see cref="MeanLaw.Unknown"/> never
    /// refutes.</param>
    public Evidence Agree(
        string statement,
        Func<TCell, TOutcome, double> number,
        double theory,
        double finiteSizeCorrection,
        double resolution,
        MeanLaw law)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(law);
        Decide();
        if (Observations.Count == 0)
            return Nothing(statement);
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

    /// <summary>Compares the mean of a number over the trials with an upper bound of it, by an interval that is valid
    /// for its law.</summary>
    /// <param name="statement">What is bounded.</param>
    /// <param name="number">The number.</param>
    /// <param name="bound">What its mean is at most.</param>
    /// <param name="resolution">Largest half-width that still decides for the bound.</param>
    /// <param name="law">What is known about the law of the number; <see cref="MeanLaw.Unknown"/> never
    /// refutes.</param>
    public Evidence StaysBelow(
        string statement, Func<TCell, TOutcome, double> number, double bound, double resolution, MeanLaw law) =>
        Agree(statement, number, bound, finiteSizeCorrection: 0, resolution, law) is Agreement mean
            ? mean with { IsUpperBound = true }
            : Nothing(statement);

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
        double gap)
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
}
