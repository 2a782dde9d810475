using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// F = F(0) + √ξ_1·Gx + the rest, G of n × d independent standard normals. The shortest affine residual on ‖x‖² = r is
// that of a ridge, x = −(AᵀA + μ)⁻¹AᵀF(0) with A = √ξ_1 G, whose multiplier μ goes with r. With μ = dξ_1λ and the law
// of Marchenko and Pastur for the eigenvalues s of GGᵀ/d, whose transform m = ∫1/(s + λ) solves
// αλm² + (1 − α + λ)m = 1,
//     ‖F(0) + Ax‖²/n → e = ξ_0∫λ²/(s + λ)² = −ξ_0λ²m′,    r = (αξ_0/ξ_1)∫s/(s + λ)² = (αξ_0/ξ_1)(m + λm′),
// with m′ = −m(1 + αm)/(2αλm + 1 − α + λ). The rest does not know F(0) and G: u = ½(e + Σ_{k≥2}ξ_k r^k).

/// <summary>Where Hessian descent starts after the terms of degree 0 and 1 were minimized on a sphere of radius
/// √r.</summary>
/// <remarks>Not in the talk, which says only that "the fix" for terms of degree 1 is in the paper; the limit n/d → α of
/// ridge regression, derived above.</remarks>
/// <param name="SquaredRadius">Encloses r = ‖x‖².</param>
/// <param name="Residual">Encloses e, the limit of ‖F(0) + DF(0)x‖²/n.</param>
/// <param name="Risk">Encloses u = ½(e + Σ_{k≥2}ξ_k r^k), the limit of R_n(x)/n.</param>
public sealed record RidgeStart(Interval SquaredRadius, Interval Residual, Interval Risk)
{
    /// <summary>The start that goes with a multiplier; r falls in it, from αξ_0/((1 − α)ξ_1) at 0.</summary>
    /// <param name="mixture">ξ, with ξ_1 &gt; 0.</param>
    /// <param name="ratio">α, between 0 and 1.</param>
    /// <param name="multiplier">λ, positive.</param>
    public static RidgeStart At(Mixture mixture, double ratio, double multiplier)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        if (!(ratio > 0 && ratio < 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "α lies between 0 and 1.");
        if (!(multiplier > 0 && double.IsFinite(multiplier)))
            throw new ArgumentOutOfRangeException(nameof(multiplier), multiplier, "The multiplier is positive.");
        if (!(mixture.Degree >= 1 && mixture.Coefficients[1] > 0))
            throw new ArgumentException("The covariance has a term of degree 1.", nameof(mixture));
        Interval α = ratio, λ = multiplier, ξ0 = mixture.Constant, ξ1 = mixture.Coefficients[1];
        Interval b = 1 - α + λ;
        Interval root = Interval.Sqrt(Interval.Square(b) + 4 * α * λ);
        Interval m = 2 / (b + root);
        // 2αλm + b is the root.
        Interval slope = -m * (1 + α * m) / root;
        Interval residual = -ξ0 * Interval.Square(λ) * slope;
        Interval r = Interval.Max(α * ξ0 / ξ1 * (m + λ * slope), 0);
        Interval rest = 0;
        for (int k = mixture.Degree; k >= 2; k--)
            rest = rest * r + Interval.Of(mixture.Coefficients[k]);
        return new(r, residual, (residual + rest * Interval.Square(r)) / 2);
    }
}
