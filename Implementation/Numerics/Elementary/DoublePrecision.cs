namespace Verification.Implementation.Numerics.Elementary;

/// <summary>Constants of IEEE double precision, rounding to nearest, and the bound of many roundings in a
/// row.</summary>
/// <remarks>Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition (2002), sections 2.2 and
/// 3.1.</remarks>
public static class DoublePrecision
{
    /// <summary>u = 2⁻⁵³: a correctly rounded operation that neither overflows nor underflows is off by at most u,
    /// relatively.</summary>
    public const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>γ_n = n·u/(1 − n·u): n factors 1 + δ_i or their reciprocals, |δ_i| ≤ u, multiply to 1 + θ with |θ| ≤
    /// γ_n.</summary>
    /// <param name="operations">n, from 0 to below 2⁵³; from there on the bound says nothing and is not
    /// positive.</param>
    public static double Gamma(double operations) => operations * UnitRoundoff / (1 - operations * UnitRoundoff);
}
