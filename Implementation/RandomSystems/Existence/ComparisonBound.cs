using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Existence;

/// <summary>α_UB(ξ_0, p) from Gordon's comparison of min_x ‖F(x)‖ with √ξ(1)·‖g‖ + f(x), f with covariance ξ:
/// min ‖F‖ ≥ √(nξ(1)) − √d·GS_p − o(√d), for ξ_0 + q^p.</summary>
/// <remarks>Derived here. It excludes approximate solutions as well: Sol(ε) = ∅ for ε below
/// (1 − GS_p/√(α(1 + ξ_0)))².</remarks>
public static class ComparisonBound
{
    /// <summary>An enclosure of min(1, GS_p²/(1 + ξ_0)).</summary>
    /// <param name="constant">ξ_0, not negative.</param>
    /// <param name="p">From 3 to 10⁶.</param>
    public static Interval Of(double constant, int p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(constant);
        return Interval.Min(1, Interval.Square(GroundState.Of(p)) / (1 + Interval.Of(constant)));
    }
}
