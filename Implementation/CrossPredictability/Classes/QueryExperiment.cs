using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Classes;

/// <summary>Cell of <see cref="QueryExperiment"/>.</summary>
/// <param name="Variables">n, from 1 to 10; even for bent functions.</param>
/// <param name="IsBent">Whether q is the bent function ∏(−1)^(b_i b_(i+1)) over pairs of bits, or drawn.</param>
public sealed record QueryCell(int Variables, bool IsBent);

/// <summary>Correlations of a query with all parities.</summary>
/// <param name="Coefficients">|Σ_x q(x)χ_S(x)|, in descending order: integers.</param>
public sealed record QueryOutcome(double[] Coefficients)
{
    /// <summary>The largest of them.</summary>
    public double Largest => Coefficients[0];
}

/// <summary>A query q: {±1}^n → {±1} against all parities, by a fast Walsh–Hadamard transform.</summary>
public sealed class QueryExperiment : Experiment<QueryCell, QueryOutcome>
{
    /// <inheritdoc/>
    public override string Id => "cross-predictability/query";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <summary>Σ_x q(x)χ_S(x) for all S in place, n·2^n additions.</summary>
    /// <param name="values">A power of 2 many; the input x has bit i where x_i = −1, S bit i for the
    /// variable i.</param>
    /// <exception cref="ArgumentException">Their number is no power of 2.</exception>
    public static void Transform(Span<long> values)
    {
        if (!System.Numerics.BitOperations.IsPow2(values.Length))
            throw new ArgumentException("The transform takes a power of 2 many values.", nameof(values));
        for (int half = 1; half < values.Length; half *= 2)
        {
            for (int x = 0; x < values.Length; x++)
            {
                if ((x & half) == 0)
                    (values[x], values[x + half]) = (values[x] + values[x + half], values[x] - values[x + half]);
            }
        }
    }

    /// <inheritdoc/>
    public override QueryOutcome Run(QueryCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Variables is < 1 or > 10 || cell.IsBent && cell.Variables % 2 == 1)
            throw new ArgumentException("n lies between 1 and 10, and is even for bent functions.", nameof(cell));
        long[] q = new long[1 << cell.Variables];
        for (int x = 0; x < q.Length; x++)
        {
            int pairs = x & x >> 1 & 0b0101010101;
            q[x] = cell.IsBent
                ? 1 - 2 * (System.Numerics.BitOperations.PopCount((uint)pairs) & 1)
                : 1 - 2 * stream.NextIndex(2);
        }

        Transform(q);
        return new([.. q.Select(c => (double)Math.Abs(c)).OrderDescending()]);
    }
}
