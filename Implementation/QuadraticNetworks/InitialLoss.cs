namespace Verification.Implementation.QuadraticNetworks;

// Letters: S* = W*ᵀW*, W* m × d with i.i.d. centered entries of variance 1 and fourth moment ω4; A = mI − S*.
//
// E A_ii² = m(ω4 − 1), E A_ij² = m (i ≠ j), E(tr A)² = md(ω4 − 1), so that L = μ2²(tr A)² + 2μ2² Σ_{i≠j} A_ij² + κ Σ A_ii² has mean
//
//     E L = m d [2μ2²(d − 1) + μ4(ω4 − 1)].
//
// σ_min(W*)⁴ is close to (√m − √d)⁴. The loss meets the barrier bound·σ⁴ where E L = bound·(√m − √d)⁴; in s = m^{1/4} this is a quadratic equation,
// s² − h s − √d = 0 with h⁴ = E L/(m·bound).

/// <summary>The population risk L(W0) of a start with W0ᵀW0 = mI against random planted weights: mean, and the width at which it meets the energy barrier.</summary>
/// <remarks>Source: Kızıldağ (2020), heading "Proper Initialization. Main Result."; arXiv:1912.01599. The formulas are derived here.</remarks>
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

    /// <summary>The m that solves m·<paramref name="meanPerNeuron"/> = <paramref name="bound"/>·(√m − √d)⁴, the larger one; a real number above d.</summary>
    /// <param name="meanPerNeuron">E L/m, not negative.</param>
    /// <param name="bound">Barrier in units of σ_min(W*)⁴, positive.</param>
    /// <param name="d">Data dimension, at least 1; 0 leaves out that σ_min(W*) is below √m.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double CriticalWidth(double meanPerNeuron, double bound, int d)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(meanPerNeuron);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        ArgumentOutOfRangeException.ThrowIfNegative(d);
        double square = Math.Sqrt(meanPerNeuron / bound);
        double s = (Math.Sqrt(square) + Math.Sqrt(square + 4 * Math.Sqrt(d))) / 2;
        return s * s * s * s;
    }

    /// <summary>C* = 4μ2²/C = 2·max{1, 2μ2²/κ}: the limit of m/d² at the critical width of the barrier ½C.</summary>
    /// <returns>Positive; infinite where x² does not vary.</returns>
    public static double AsymptoticConstant(CoordinateLaw data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return 4 * data.SecondMoment * data.SecondMoment / data.BarrierConstant;
    }
}
