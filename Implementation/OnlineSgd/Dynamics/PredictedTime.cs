using Verification.Implementation.Numerics.Elementary;

namespace Verification.Implementation.OnlineSgd.Dynamics;

// E[m⁺ − m] = ηkm^(k−1)(1 − m²) − ½η²dV_k(m)m to second order in η, V_k = E G². With s = ηt:
//
//     k = 1, η = δ/d:  V₁ = 2(1 − m), dm/ds = (1 − m)(1 + (1 − δ)m)
//     k = 2, η = δ/d:  V₂ = 12(1 − m²), dm/ds = (2 − 6δ)m(1 − m²)
//     k ≥ 3, η = δd^(−k/2), δ small: the gradient flow

/// <summary>How many steps projected online SGD needs by its mean dynamics, for f = H_k/√k! and the squared
/// loss.</summary>
public static class PredictedTime
{
    /// <summary>Steps from one overlap to a larger one at η = δ/d for k ≤ 2, η = δd^(−k/2) for k ≥ 3.</summary>
    /// <param name="k">Degree, at least 1.</param>
    /// <param name="d">Dimension, at least 1.</param>
    /// <param name="δ">Scaled step, positive: below 2 for k = 1, below 1/3 for k = 2; for k ≥ 3 its limit δ → 0 is
    /// taken.</param>
    /// <param name="from">m₀ in (0, 1).</param>
    /// <param name="to">m₁ in (0, 1); a smaller one than m₀ has a negative time.</param>
    /// <returns>A real number of steps; infinity where the mean dynamics does not grow (k = 2, δ ≥ 1/3).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Steps(int k, int d, double δ, double from, double to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        if (!(δ > 0 && double.IsFinite(δ)) || (k == 1 && δ >= 2))
            throw new ArgumentOutOfRangeException(nameof(δ), δ, "A step is positive, and below 2 for k = 1.");
        // Validates what is left.
        double flow = GradientFlowTime.Between(k, from, to);
        return k switch
        {
            1 => d * (Linear(to, δ) - Linear(from, δ)) / (δ * (2 - δ)),
            2 => 6 * δ < 2 ? 2 * d * flow / (δ * (2 - 6 * δ)) : double.PositiveInfinity,
            _ => flow / Step(k, d, δ),
        };
    }

    /// <summary>η = δ/d for k ≤ 2, δd^(−k/2) for k ≥ 3; d ≥ 1.</summary>
    public static double Step(int k, int d, double δ)
    {
        double step = δ;
        int halves = Math.Max(k, 2);
        for (int i = 0; i < halves / 2; i++)
            step /= d;
        return halves % 2 == 0 ? step : step / Math.Sqrt(d);
    }

    private static double Linear(double m, double δ) =>
        ElementaryFunctions.Log1p((1 - δ) * m) - ElementaryFunctions.Log1p(-m);
}
