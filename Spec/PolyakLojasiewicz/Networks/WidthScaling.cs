using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

/// <summary>What claims on powers of the width share.</summary>
internal static class WidthScaling
{
    /// <summary>The largest logarithmic slope, over a window of widths, of the median of the largest of m Gaussians:
    /// what the tilde of Õ(1/√m) hides; 0 for a single width.</summary>
    /// <remarks>
    /// The median M(m) of the largest of m |N(0, 1)| has P(|N| &gt; M) = 1 − 2^(−1/m); Student's t with 10⁸ degrees of
    /// freedom is normal to eight digits. ln M is concave in ln m, so that its slope over any window is at most that
    /// between the two smallest widths.
    /// </remarks>
    public static double SlopeOfLargestNormal(IEnumerable<int> widths)
    {
        int[] ascending = [.. widths.Order().Distinct()];
        if (ascending.Length < 2)
            return 0;
        return (ElementaryFunctions.Log(Median(ascending[1])) - ElementaryFunctions.Log(Median(ascending[0])))
            / ElementaryFunctions.Log((double)ascending[1] / ascending[0]);

        static double Median(int m) =>
            StudentT.TwoSidedQuantile(-ElementaryFunctions.Expm1(-ElementaryFunctions.Log(2) / m), 1e8);
    }

    /// <summary>Fits a power of the width to a number of each draw; the parameters are those of
    /// <c>Examination.Follows</c>.</summary>
    public static Evidence FollowsInWidth<TCell, TOutcome>(
        this Examination<TCell, TOutcome> part,
        string what,
        Func<TCell, int> width,
        Func<TOutcome, double> number,
        double exponent,
        double pointError,
        double allowance,
        double resolution,
        double gap)
        where TCell : notnull
        where TOutcome : notnull => part.Follows(
            $"{what} as a power of the width",
            [.. part.Observations.Select(o => ((double)width(o.Cell), number(o.Outcome)))],
            exponent,
            pointError,
            allowance,
            resolution,
            gap);
}
