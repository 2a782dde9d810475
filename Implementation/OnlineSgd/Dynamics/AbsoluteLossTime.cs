using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// ℓ = |y − ŷ|: the force is G = sign(f(a) − f(b))f′(b), so that E G² = E f′² = k for f = H_k/√k!, and the drift is
// −φ′(m)(1 − m²) with φ(m) = E|f(a) − f(b)|. For k = 2, (a² − b²)/√2 = (a − b)(a + b)/√2 is a product of independent
// normals of variances 2(1 − m) and 2(1 + m): φ = (2√2/π)√(1 − m²). To second order in η = δ/d, dm/ds = m((2√2/π)√(1 −
// m²) − δ) in s = tδ/d.

/// <summary>How many steps online SGD on the absolute loss needs by its mean dynamics, for the link H_2/√2.</summary>
public static class AbsoluteLossTime
{
    private const double Rate = 0.9003163161571061; // 2√2/π

    // The integrand is smooth in log m: the midpoint rule is off by its second derivative over 24·1024².
    private const int Pieces = 1024;

    /// <summary>Steps from one overlap to a larger one at η = δ/d.</summary>
    /// <param name="d">Dimension, at least 1.</param>
    /// <param name="δ">Scaled step, positive and finite.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (m₀, 1).</param>
    /// <returns>A real number of steps; infinity where the mean dynamics does not grow on the way.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The overlaps are not ordered within (0, 1), or the step or the
    /// dimension is out of range.</exception>
    public static double Steps(int d, double δ, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        if (!(δ > 0 && double.IsFinite(δ)))
            throw new ArgumentOutOfRangeException(nameof(δ), δ, "A step is positive.");
        if (!(from > 0 && from < to && to < 1))
            throw new ArgumentOutOfRangeException(nameof(to), to, "Needed is 0 < from < to < 1.");
        if (Rate * Math.Sqrt((1 - to) * (1 + to)) <= δ)
            return double.PositiveInfinity;
        double length = ElementaryFunctions.Log(to / from) / Pieces;
        double sum = 0;
        for (int i = 0; i < Pieces; i++)
        {
            double m = from * ElementaryFunctions.Exp((i + 0.5) * length);
            sum += length / (Rate * Math.Sqrt((1 - m) * (1 + m)) - δ);
        }

        return sum * d / δ;
    }
}
