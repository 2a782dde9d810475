namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

/// <summary>Slides 7 to 13: the landscape and the conditioning of the tangent kernel.</summary>
internal static class ConditioningCoverage
{
    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new("Setting (7/23)", "F, ∇F, H_{F_i}, the square loss and its Hessian", ["loss-hessian"]),
        new(
            "Loss landscapes (8/23)",
            "Under-parameterized: isolated local minima; over-parameterized: manifolds of global minima",
            ["landscape-dimension"]),
        new("Loss landscapes (8/23)", "Over-parameterized: non-convex, even locally", ["local-nonconvexity"]),
        new("Loss landscape in overparameterized case (9/23)", "Prop 1, local non-convexity", ["local-nonconvexity"]),
        new(
            "Loss landscape in overparameterized case (9/23)",
            "Prop 1 “can be generalized”",
            ["generalized-losses"],
            "Neither losses nor conditions are named."),
        new(
            "Loss landscape in overparameterized case, proof idea (9/23)",
            "H_L = ∇Fᵀ(∂²L/∂F²)∇F + Σ(F − y)_i H_{F_i}; ranks of both terms",
            ["loss-hessian"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "Theorem 1, with its proof",
            ["uniform-conditioning-implies-pl"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "① E log κ of a Gaussian MMᵀ",
            ["gaussian-condition-number"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "② λ_min(K(w_0)) = O(1) w.h.p. for data that is not degenerate",
            ["kernel-at-initialization", "degenerate-data", "kernel-on-the-line"]),
        new(
            "Picture so far (12/23)",
            "Regions λ_min(K) = 0 and λ_min(K) < μ beside the μ-PL* domain; the initializer is good w.h.p.",
            ["singular-set", "kernel-at-initialization", "sketches"]),
        new("Theorem 2 (13/23)", "Small Hessians keep K well conditioned in B(w_0, R)", ["small-hessian-radius"]),
        new(
            "Theorem 2, proof idea (13/23)",
            "∇F_i(w) = ∇F_i(w_0) + ∫H_{F_i}(w − w_0)dτ",
            [],
            "The fundamental theorem of calculus; what follows from it is examined in small-hessian-radius."),
    ];
}
