using Verification.Implementation.Numerics.Probability;

namespace Verification.Spec.Verdicts;

/// <summary>Exact confidence bounds of a binomial probability, each one-sided.</summary>
/// <remarks>Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
/// Biometrika 26 (1934). Both bounds are quantiles of beta distributions; coverage is at least 1 − level for every n
/// and probability.</remarks>
public static class ClopperPearson
{
    /// <summary>The p at which <paramref name="successes"/> or more in <paramref name="trials"/> has probability
    /// <paramref name="level"/>; 0 without successes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Counts or level out of range.</exception>
    public static double Lower(int successes, int trials, double level)
    {
        Validate(successes, trials, level);
        return successes == 0 ? 0 : IncompleteBeta.Inverse(level, successes, trials - successes + 1);
    }

    /// <summary>The p at which <paramref name="successes"/> or fewer in <paramref name="trials"/> has probability
    /// <paramref name="level"/>; 1 without failures.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Counts or level out of range.</exception>
    public static double Upper(int successes, int trials, double level) => 1 - Lower(trials - successes, trials, level);

    private static void Validate(int successes, int trials, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(
                nameof(level), level, "The level has to lie strictly between 0 and 1.");
    }
}
