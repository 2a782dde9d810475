using System.Numerics;
using Verification.Implementation.Numerics;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>The law of the rank r of a uniformly random T × n matrix over GF(2), in exact rational numbers, and what
/// follows for learners of parities.</summary>
/// <remarks>
/// A new row lies in the span of rows of rank r with probability 2^{r−n}. With S uniform over all subsets and samples
/// of rank r, the 2^{n−r} parities that fit are equally probable, so that every learner is exactly right with
/// probability 2^{r−n} at most, and every one that fits is with this one: E[2^{r−n}] over all samples. Two different
/// parities differ on half of the inputs, so that the accuracy is ½ + ½·E[2^{r−n}].
/// </remarks>
public static class BinaryRankLaw
{
    /// <summary>P(r = 0), …, P(r = n).</summary>
    /// <param name="coordinates">n, at least 1.</param>
    /// <param name="samples">T, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is too small.</exception>
    public static Rational[] Probabilities(int coordinates, int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(coordinates, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        Rational[] law = [Rational.One, .. Enumerable.Repeat(Rational.Zero, coordinates)];
        for (int t = 0; t < samples; t++)
        {
            for (int r = coordinates; r >= 0; r--)
            {
                Rational stays = law[r] * Power(r - coordinates);
                law[r] = r == 0 ? stays : stays + law[r - 1] * (1 - Power(r - 1 - coordinates));
            }
        }

        return law;
    }

    /// <summary>E[2^{r−n}]: the probability that a parity drawn uniformly is found from T uniform samples.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public static Rational Recovery(int coordinates, int samples)
    {
        Rational sum = Rational.Zero;
        Rational[] law = Probabilities(coordinates, samples);
        for (int r = 0; r < law.Length; r++)
            sum += law[r] * Power(r - coordinates);
        return sum;
    }

    /// <summary>P(r = n) = Π_{i&lt;n}(1 − 2^{i−T}); 0 for T &lt; n.</summary>
    /// <inheritdoc cref="Probabilities"/>
    public static Rational FullRank(int coordinates, int samples) => Probabilities(coordinates, samples)[coordinates];

    // 2^(−m), for an exponent of −m.
    private static Rational Power(int exponent) => new(1, BigInteger.One << -exponent);
}
