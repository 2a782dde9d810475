using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Verdicts;

/// <summary>How many trials a decision needs, and what a number of trials could have noticed.</summary>
/// <remarks>
/// A decision about a probability p has a one-sided error level α. Without a single failure in n trials the lower
/// Clopper–Pearson bound is α^{1/n}, so that p ≥ q can be concluded as soon as n ≥ ln α / ln q. With failures allowed
/// the bound has to be evaluated. Both directions are tested for consistency: the number that
/// <see cref="TrialsNeeded"/> names suffices; below a thousand one less does not, above it is searched in steps of a
/// thousandth.
/// </remarks>
public static partial class TrialDesign
{
    /// <summary>
    /// The power below which nothing holds: a violation on a quarter of the draws has to show, but for the level. At
    /// the default risk these are 57 draws; designs ask for more (<see cref="TrialsToSee"/> with 5 % or less), so that
    /// parts of them still have it.
    /// </summary>
    public const double LargestUnseenShare = 0.25;

    /// <summary>Chance that a design grants to its staying undecided where the truth is what it expects: of several
    /// thousand seeds of a decision that lies no better than expected, one.</summary>
    public const double LargestMiss = 1e-4;

    /// <summary>
    /// The fewest trials after which <paramref name="probability"/> is concluded at <paramref name="level"/>, but for a
    /// chance of <paramref name="miss"/>, if each trial succeeds with probability <paramref name="truth"/>.
    /// </summary>
    /// <remarks>As many failures as the binomial law of the truth allows at that chance, not as many as it has in the
    /// mean: a design without this room leaves every other seed undecided where the truth is what was
    /// expected.</remarks>
    /// <param name="probability">The claimed lower bound, in (0, 1).</param>
    /// <param name="truth">The probability that is expected in truth, in (<paramref name="probability"/>, 1].</param>
    /// <param name="level">One-sided level, in (0, 1).</param>
    /// <param name="miss">Chance of staying undecided at that truth, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or more than a million trials would
    /// be needed.</exception>
    public static int TrialsNeeded(double probability, double truth, double level, double miss = LargestMiss)
    {
        ThrowIfNotInside(probability, nameof(probability));
        ThrowIfNotInside(level, nameof(level));
        ThrowIfNotInside(miss, nameof(miss));
        if (!(truth > probability && truth <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(truth), truth, $"The expected probability has to lie above {probability} and at most at 1.");
        int n = (int)Math.Ceiling(ElementaryFunctions.Log(level) / ElementaryFunctions.Log(probability));
        int failures = 0;
        for (; n <= 1_000_000; n += 1 + n / 1000)
        {
            // The lower bound reaches the probability where so many successes are rarer than the level at it.
            while (IncompleteBeta.Regularized(probability, n - failures - 1, failures + 2) <= level)
                failures++;
            if (IncompleteBeta.Regularized(probability, n - failures, failures + 1) <= level
                && (truth >= 1 || IncompleteBeta.Regularized(1 - truth, failures + 1, n - failures) <= miss))
                return n;
        }

        throw new ArgumentOutOfRangeException(
            nameof(truth), truth,
            "More than a million trials would be needed to tell it from the claimed probability.");
    }

    /// <summary>The fewest trials in which an event of probability <paramref name="excess"/> shows at least once, but
    /// for a chance of <paramref name="level"/>.</summary>
    /// <remarks>(1 − excess)^n ≤ level. This is the design of almost-sure statements: one failure refutes.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter does not lie in (0, 1).</exception>
    public static int TrialsToSee(double excess, double level)
    {
        ThrowIfNotInside(excess, nameof(excess));
        ThrowIfNotInside(level, nameof(level));
        return (int)Math.Ceiling(ElementaryFunctions.Log(level) / ElementaryFunctions.Log1p(-excess));
    }

    /// <summary>
    /// The smallest e such that a true probability <paramref name="probability"/> − e would have been refuted by
    /// <paramref name="trials"/> trials with probability at least ½; for a claimed probability of 1, but for a chance
    /// of <paramref name="level"/>.
    /// </summary>
    /// <returns>A number in (0, 1]; 1 where no outcome of this many trials can refute.</returns>
    public static double SmallestDetectableExcess(double probability, int trials, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ThrowIfNotInside(level, nameof(level));
        if (probability >= 1)
            return -ElementaryFunctions.Expm1(ElementaryFunctions.Log(level) / trials);

        // The largest count that refutes; counts above it do not.
        int low = -1;
        int high = trials;
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (ClopperPearson.Upper(middle, trials, level) < probability)
                low = middle;
            else
                high = middle;
        }

        if (low < 0)
            return 1;

        // P(X ≤ k) = I_{1−q}(n − k, k + 1) ≥ ½ exactly for q up to 1 minus the median of that beta distribution.
        double truth = 1 - IncompleteBeta.Inverse(0.5, trials - low, low + 1);
        return Math.Min(1, probability - truth);
    }

    private static void ThrowIfNotInside(double value, string name)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(name, value, "The value has to lie strictly between 0 and 1.");
    }
}
