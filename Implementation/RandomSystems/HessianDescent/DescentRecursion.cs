using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// One step from squared radius q, with h = √δ and the law of ConditionedSystem, n, d → ∞:
//     F⁺ = F + hAv + (δ/2)(v′Bv/‖F‖²)F + σg,    v′(B + A′A)v = −dz*,
// so that ‖F⁺‖²/(2n) is u + (δ/2)v′∇²Rv/n + (δ²/8)(v′Bv)²/(n‖F‖²) + σ²/2, but for ⟨F, Av⟩, of the order √n. By the
// envelope theorem v′Bv = −d·a∂z*/∂a = −2da²/g with the minimizer g of z*, and a² = 2αuξ″ makes the third term
// δ²u(ξ″/g)².

/// <summary>The risks along Hessian descent with steps of a finite size, for large systems.</summary>
/// <remarks>Derived here; for δ → 0 it is the equation of the talk, "Analysis", theorem.</remarks>
/// <param name="Mixture">ξ.</param>
/// <param name="Steps">1/δ, from 1.</param>
public sealed record DescentRecursion(Mixture Mixture, int Steps)
{
    /// <summary>The factor r of −(r/α)z*: ½ by derivation.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>κ of a² = καuξ″: 2 by derivation.</summary>
    public double Curvature { get; init; } = 2;

    /// <summary>Factor of b = ξ′.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Whether α² stands in place of a² within z*, as the theorem's slide has it.</summary>
    public bool HasRatioSquared { get; init; }

    /// <summary>By how much the second derivative in the direction exceeds the least one, over d; the direction is the
    /// eigenvector turned towards a random one.</summary>
    public double Slack { get; init; }

    /// <summary>R_n/n at the points of squared radius δ, 2δ, …, 1, from ξ(δ)/2; d → ∞ with n/d → α.</summary>
    /// <param name="ratio">α, positive.</param>
    public double[] Risks(double ratio)
    {
        if (Steps < 1)
            throw new InvalidOperationException($"Needed is a step at least, and there are {Steps}.");
        double δ = 1.0 / Steps;
        var u = new double[Steps];
        u[0] = 0.5 * Mixture.Derivative(δ);
        for (int k = 1; k < Steps; k++)
        {
            double q = k * δ, ξ1 = Mixture.Derivative(q, 1);
            double variance = Mixture.Derivative((k + 1) * δ) - Mixture.Derivative(q) - δ * ξ1;
            double descent = Descent(ratio, δ, u[k - 1], Slope * ξ1, Mixture.Derivative(q, 2));
            u[k] = Math.Max(0, u[k - 1] - descent + 0.5 * variance);
        }

        return u;
    }

    private double Descent(double α, double δ, double u, double b, double ξ2)
    {
        double a = HasRatioSquared ? α : Math.Sqrt(Curvature * α * u * ξ2);
        if (!(a > 0))
            return -Rate / α * δ * Slack;
        double edge = SpectralEdge.Of(α, a, b), share = ξ2 / SpectralEdge.Minimizer(α, a, b);
        // A random direction has y′By = 0 and y′∇²Ry = nb: the eigenvector keeps this share of the square.
        double kept = Slack > 0 ? Math.Max(0, 1 - Slack / (α * b + edge)) : 1;
        return Rate / α * δ * (edge - Slack) - δ * δ * u * (share * kept) * (share * kept);
    }
}
