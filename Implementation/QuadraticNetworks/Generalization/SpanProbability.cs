using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>The exact probability that N samples of a two-valued law span the symmetric matrices.</summary>
/// <remarks>
/// Whether X_1X_1ᵀ, …, X_NX_Nᵀ span depends on the set of points that occur alone. The law of that set follows by one step a sample over the subsets of the 2^d points,
/// and the span of each subset is found exactly. Sums of positive terms: relative error at most N·2^d·2u.
/// </remarks>
public static class SpanProbability
{
    /// <summary>P(span{X_iX_iᵀ} = S).</summary>
    /// <param name="law">A law with two values, <see cref="CoordinateLaw.Rademacher"/> or <see cref="CoordinateLaw.TwoPoint"/>.</param>
    /// <param name="d">1 to 3; the cost grows with 2^(2^d).</param>
    /// <param name="samples">N ≥ 0.</param>
    /// <param name="lowWeight">Probability of the lower value; null for that of the law.</param>
    /// <exception cref="ArgumentException">The law has a density.</exception>
    /// <exception cref="ArgumentOutOfRangeException">d, N or the weight is out of range.</exception>
    public static double Of(CoordinateLaw law, int d, int samples, double? lowWeight = null)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(d, 3);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        if (law.IsContinuous)
            throw new ArgumentException($"The {law} law has a density; only laws with two values can be enumerated.", nameof(law));
        (double low, double high, double weight) = law == CoordinateLaw.Rademacher ? (-1.0, 1.0, 0.5) : (-1.0, 2.0, 2.0 / 3);
        weight = lowWeight ?? weight;
        if (!(weight > 0 && weight < 1))
            throw new ArgumentOutOfRangeException(nameof(lowWeight), weight, "A probability strictly between 0 and 1.");

        int points = 1 << d;
        double[] mass = [.. Enumerable.Range(0, points).Select(point => Mass(point, d, weight))];
        var occurred = new double[1 << points];
        occurred[0] = 1;
        for (int n = 0; n < samples; n++)
        {
            var next = new double[occurred.Length];
            for (int set = 0; set < occurred.Length; set++)
            {
                for (int point = 0; point < points; point++)
                    next[set | (1 << point)] += occurred[set] * mass[point];
            }

            occurred = next;
        }

        int full = SymmetricVectorization.Dimension(d);
        return Enumerable.Range(1, occurred.Length - 1).Where(set => occurred[set] > 0 && TensorSpan.Dimension(Points(set, d, low, high)) == full).Sum(set => occurred[set]);
    }

    // Bit j of a point is set where coordinate j has the higher value.
    private static double Mass(int point, int d, double weight)
    {
        double mass = 1;
        for (int j = 0; j < d; j++)
            mass *= ((point >> j) & 1) == 0 ? weight : 1 - weight;
        return mass;
    }

    private static Matrix Points(int set, int d, double low, double high)
    {
        int[] members = [.. Enumerable.Range(0, 1 << d).Where(point => ((set >> point) & 1) != 0)];
        var X = new Matrix(members.Length, d);
        for (int i = 0; i < members.Length; i++)
            for (int j = 0; j < d; j++)
                X[i, j] = ((members[i] >> j) & 1) == 0 ? low : high;
        return X;
    }
}
