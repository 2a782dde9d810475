using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Formalization;

/// <summary>Cell of <see cref="ParityExperiment"/>.</summary>
/// <param name="Variables">n, from 1 to 10.</param>
/// <param name="Plus">Weight of x_i = +1, an integer from 1 to 16.</param>
/// <param name="Minus">Weight of x_i = −1, an integer from 1 to 16.</param>
public sealed record ParityCell(int Variables, int Plus, int Minus);

/// <summary>Correlations of parities, as exact integers.</summary>
/// <param name="Correlation">Σ_x w(x)χ_S(x)χ_S′(x) for |S Δ S′| = j, j = 0, …, n; w is the product of the coordinates'
/// weights.</param>
/// <param name="Spread">max over pairs S, S′ of the distance from the number of their j: 0 where it depends on j
/// alone.</param>
/// <param name="AtOnes">Σ_S χ_S(1, …, 1) over all S, the empty set included.</param>
/// <param name="Elsewhere">max over the other x of |Σ_S χ_S(x)|.</param>
/// <param name="Positive">Σ over x and S of w(x) where χ_S(x) = 1.</param>
public sealed record ParityOutcome(
    double[] Correlation, double Spread, double AtOnes, double Elsewhere, double Positive);

/// <summary>Parities χ_S(x) = ∏_{i∈S} x_i on {±1}^n, all pairs of them by enumeration.</summary>
/// <remarks>An input is the integer whose bit i is 1 where x_i = −1, so that χ_S(x) = (−1)^|S ∧ x|.</remarks>
public sealed class ParityExperiment : Experiment<ParityCell, ParityOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/parity";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override ParityOutcome Run(ParityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        // Weights of 2⁴ at most, ten of them: their sum is 2⁵⁰ at most, and what is counted over sets is 2^(n−1) times
        // such a sum.
        if (cell.Variables is < 1 or > 10 || cell.Plus is < 1 or > 16 || cell.Minus is < 1 or > 16)
            throw new ArgumentException("n lies between 1 and 10, weights between 1 and 16.", nameof(cell));
        int n = cell.Variables;
        int count = 1 << n;
        long[] weights = [.. Enumerable.Range(0, count).Select(x => Weight(cell, x))];
        // χ_S χ_S′ = χ_(S Δ S′), but that is what is to be shown: all pairs, each by its sum over the inputs.
        double[] correlation = new double[n + 1];
        for (int j = 0; j <= n; j++)
            correlation[j] = Pair(weights, (1 << j) - 1, 0);
        double spread = 0;
        for (int s = 0; s < count; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int t = 0; t <= s; t++)
            {
                double expected = correlation[BitOperations.PopCount((uint)(s ^ t))];
                spread = Math.Max(spread, Math.Abs(Pair(weights, s, t) - expected));
            }
        }

        (long positive, long elsewhere) = (0, 0);
        for (int x = 0; x < count; x++)
        {
            int sum = Enumerable.Range(0, count).Sum(s => ParityFunction.Value(s, x));
            positive += weights[x] * (count + sum) / 2;
            if (x != 0)
                elsewhere = Math.Max(elsewhere, Math.Abs(sum));
        }

        int atZero = Enumerable.Range(0, count).Sum(s => ParityFunction.Value(s, 0));
        return new(correlation, spread, atZero, elsewhere, positive);
    }

    private static long Pair(long[] weights, int s, int t)
    {
        long sum = 0;
        for (int x = 0; x < weights.Length; x++)
            sum += weights[x] * (ParityFunction.Value(s, x) * ParityFunction.Value(t, x));
        return sum;
    }

    private static long Weight(ParityCell cell, int x)
    {
        long weight = 1;
        for (int i = 0; i < cell.Variables; i++)
            weight *= (x >> i & 1) == 0 ? cell.Plus : cell.Minus;
        return weight;
    }
}
