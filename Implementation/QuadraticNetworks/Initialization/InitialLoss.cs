using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

// Letters: S* = W*ᵀW*, W* m × d with i.i.d. centered entries of variance 1 and fourth moment ω4; A = mI − S*.
//
// E A_ii² = m(ω4 − 1), E A_ij² = m (i ≠ j), E(tr A)² = md(ω4 − 1), so that L = μ2²(tr A)² + 2μ2² Σ_{i≠j} A_ij² + κ Σ
// A_ii² has mean
//
//     E L = m d [2μ2²(d − 1) + μ4(ω4 − 1)].
//
// σ_min(W*)⁴ is close to (√m − √d)⁴. The loss meets the barrier bound·σ⁴ where E L = bound·(√m − √d)⁴; in s = m^{1/4}
// this is a quadratic equation, s² − h s − √d = 0 with h⁴ = E L/(m·bound).

/// <summary>The population risk L(W0) of a start with W0ᵀW0 = mI against random planted weights: mean, and the width at
/// which it meets the energy barrier.</summary>
/// <remarks>Source: Kızıldağ (2020), heading "Proper Initialization. Main Result."; arXiv:1912.01599. The formulas are
/// derived here.</remarks>
public static class InitialLoss
{
    /// <summary>E L(W0)/m = d[2μ2²(d − 1) + μ4(ω4 − 1)].</summary>
    /// <param name="data">Law of the data coordinates.</param>
    /// <param name="weights">Law of the planted weights, of variance 1.</param>
    /// <param name="d">Data dimension, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">d is less than 1.</exception>
    public static double MeanPerNeuron(CoordinateLaw data, CoordinateLaw weights, int d)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        double square = data.SecondMoment * data.SecondMoment;
        return d * (2 * square * (d - 1) + data.FourthMoment * (weights.FourthMoment - 1));
    }

    /// <summary>The m that solves m·<paramref name="meanPerNeuron"/> = <paramref name="bound"/>·(√m − √d)⁴, the larger
    /// one; a real number above d.</summary>
    /// <param name="meanPerNeuron">E L/m, not negative.</param>
    /// <param name="bound">Barrier in units of σ_min(W*)⁴, positive.</param>
    /// <param name="d">Data dimension, at least 1; 0 leaves out that σ_min(W*) is below √m.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double CriticalWidth(double meanPerNeuron, double bound, int d)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(meanPerNeuron);
        if (!(bound > 0))
            throw new ArgumentOutOfRangeException(
                nameof(bound), bound, "The barrier has to be positive; it is 0 for a law whose squares do not vary.");
        ArgumentOutOfRangeException.ThrowIfNegative(d);
        double square = Math.Sqrt(meanPerNeuron / bound);
        double s = (Math.Sqrt(square) + Math.Sqrt(square + 4 * Math.Sqrt(d))) / 2;
        return s * s * s * s;
    }

    /// <summary>The least whole width from <paramref name="width"/> and d on; a number within 10⁻⁹ above a whole one
    /// counts as that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It exceeds 2³⁰.</exception>
    public static int Whole(double width, int d)
    {
        if (double.IsPositiveInfinity(width))
            throw new ArgumentOutOfRangeException(
                nameof(width), width, "No width suffices for a law whose squares do not vary: the barrier is 0.");
        if (!(width <= 1 << 30))
            throw new ArgumentOutOfRangeException(
                nameof(width), width,
                "A teacher has at most 2^30 neurons here; choose a smaller dimension or constant.");
        return Math.Max(d, (int)Math.Ceiling(width - 1e-9));
    }

    /// <summary>C* = 4μ2²/C = 2·max{1, 2μ2²/κ}: the limit of m/d² at the critical width of the barrier ½C.</summary>
    /// <returns>Positive; infinite where x² does not vary.</returns>
    public static double AsymptoticConstant(CoordinateLaw data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return 4 * data.SecondMoment * data.SecondMoment / data.BarrierConstant;
    }

    /// <summary>
    /// The least m for which a Gaussian teacher of width m or more makes the start W0ᵀW0 = mI lie below the barrier,
    /// L(W0) &lt; ½C·σ_min(W*)⁴, with probability at least 1 − 4e^(−t²/2).
    /// </summary>
    /// <remarks>
    /// With probability 1 − 2e^(−t²/2) all singular values of W* lie within √m ± (√d + t) (Davidson and Szarek 2001,
    /// theorem II.13), so that every |λ_i(S*) − m| ≤ η = (√d + t)(2√m + √d + t); with probability 1 − 2e^(−s), |tr S* −
    /// md| ≤ 2√(mds) + 2s (Laurent and Massart, Ann. Statist. 28 (2000), lemma 1). Then L ≤ μ2²(2√(mds) + 2s)² + max{κ,
    /// 2μ2²}·d·η², and σ⁴ ≥ (√m − √d − t)⁴; s = t²/2. The quotient of the two falls with m.
    /// </remarks>
    /// <param name="data">Law of the data coordinates, Var(x²) &gt; 0.</param>
    /// <param name="d">Data dimension, at least 1.</param>
    /// <param name="t">Deviation, positive.</param>
    /// <param name="edge">Coefficient of √d in the bound of singular values: 1.</param>
    /// <param name="rank">Number of eigenvalues that the bound of ‖A‖_F² counts, over d: 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range, or the width exceeds 2³⁰.</exception>
    public static int SufficientWidth(CoordinateLaw data, int d, double t, double edge = 1, double rank = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(t);
        if (!(data.BarrierConstant > 0))
            throw new ArgumentOutOfRangeException(
                nameof(data), data, "The barrier is 0 for a law whose squares do not vary; no width suffices.");
        double square = data.SecondMoment * data.SecondMoment;
        double largest = Math.Max(data.VarianceOfSquare, 2 * square);
        double spread = edge * Math.Sqrt(d) + t;
        int fails = d;
        int suffices = 1 << 30;
        if (!Suffices(suffices))
            throw new ArgumentOutOfRangeException(
                nameof(d), d, "No width up to 2^30 suffices; choose a smaller dimension or deviation.");
        while (suffices - fails > 1)
        {
            int middle = fails + (suffices - fails) / 2;
            if (Suffices(middle))
                suffices = middle;
            else
                fails = middle;
        }

        return suffices;

        bool Suffices(double m)
        {
            double root = Math.Sqrt(m) - spread;
            double trace = t * Math.Sqrt(2 * m * d) + t * t;
            double η = spread * (2 * Math.Sqrt(m) + spread);
            return root > 0
                && square * trace * trace + largest * rank * d * η * η
                    < data.BarrierConstant / 2 * root * root * root * root;
        }
    }
}
