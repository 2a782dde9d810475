using System.Numerics;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>The exact probability that N samples of a two-valued law span the symmetric matrices.</summary>
/// <remarks>
/// Whether X_1X_1ᵀ, …, X_NX_Nᵀ span depends on the set of points that occur alone. The law of that set follows by one
/// step a sample over the subsets of the 2^d points, and the span of each subset is found exactly. Sums of positive
/// terms: relative error at most N·2^d·2u.
/// </remarks>
public static class SpanProbability
{
    /// <summary>P(span{X_iX_iᵀ} = S).</summary>
    /// <param name="law">A law with two values, <see cref="CoordinateLaw.Rademacher"/> or
    /// <see cref="CoordinateLaw.TwoPoint"/>.</param>
    /// <param name="d">1 to 3; the cost grows with 2^(2^d).</param>
    /// <param name="samples">N ≥ 0.</param>
    /// <exception cref="ArgumentException">The law has a density.</exception>
    /// <exception cref="ArgumentOutOfRangeException">d or N is out of range.</exception>
    public static double Of(CoordinateLaw law, int d, int samples)
    {
        int full = SymmetricVectorization.Dimension(d);
        return Share(law, d, samples, (low, high, set) => TensorSpan.Dimension(Points(set, d, low, high)) == full);
    }

    /// <summary>The probability that at least d(d+1)/2 different points occur, which is not enough: opposite points
    /// have the same XXᵀ, and so have multiples up to a factor.</summary>
    /// <inheritdoc cref="Of"/>
    public static double OfDifferentPoints(CoordinateLaw law, int d, int samples) =>
        Share(law, d, samples, (_, _, set) => BitOperations.PopCount((uint)set) >= SymmetricVectorization.Dimension(d));

    private static double Share(CoordinateLaw law, int d, int samples, Func<double, double, int, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(d, 3);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        if (law.IsContinuous)
            throw new ArgumentException(
                $"The {law} law has a density; only laws with two values can be enumerated.", nameof(law));
        (double low, double high, double weight) =
            law == CoordinateLaw.Rademacher ? (-1.0, 1.0, 0.5) : (-1.0, 2.0, 2.0 / 3);
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

        return Enumerable
            .Range(1, occurred.Length - 1)
            .Where(set => occurred[set] > 0 && counts(low, high, set))
            .Sum(set => occurred[set]);
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
