using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.QuadraticNetworks.Descent;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Descent;

// How the exponents are fitted.
public sealed partial record RiskAtSmallGradient
{
    private const double LargestQuotient = 4;

    // Whatever a run does, ln(number) − p·ln(ε) lies between the logarithms of the two constants of the bounds,
    // with p theirs: half of their distance is what each point is known to. The constants come from spectra alone
    // and know nothing of the run but its depth, so that a wrong exponent is not absorbed. Over the three decades
    // of seven points a half distance δ widens the slope by 12δ/(28·½ln 10) = 0.37δ; runs with δ ≤ ln(4)/2 are
    // fitted, 0.26 at most and less on average.
    private static Evidence Exponent(
        Examination<SubBarrierDescentCell, SubBarrierDescentOutcome> below,
        string part,
        string statement,
        Func<SubBarrierDescentOutcome, double[]> numbers,
        double exponent,
        Func<SubBarrierDescentOutcome, double> quotient)
    {
        SubBarrierDescentOutcome[] runs =
            [
                .. below
                    .Observations.Select(observation => observation.Outcome)
                    .Where(o => o.Converged && quotient(o) <= LargestQuotient),
            ];
        double δ = runs.Sum(o => ElementaryFunctions.Log(quotient(o)) / 2) / Math.Max(1, runs.Length);
        return below
            .Follows(
                statement, GeometricMeans(runs, numbers), exponent, δ, allowance: 0, resolution: 0.25, gap: 0.5)
            .Named(part);
    }

    private static List<(double X, double Y)> GeometricMeans(
        SubBarrierDescentOutcome[] runs, Func<SubBarrierDescentOutcome, double[]> numbers)
    {
        var points = new List<(double X, double Y)>();
        for (int mark = SubBarrierQuotients.FirstMark; runs.Length > 0 && mark < runs[0].Epsilons.Length; mark++)
        {
            double x = SampleStatistics.GeometricMean(runs.Select(o => o.Gradients[mark]));
            double y = SampleStatistics.GeometricMean(runs.Select(o => numbers(o)[mark]));
            points.Add((x, y));
        }

        return points;
    }
}
