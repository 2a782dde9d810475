namespace Verification.Spec.PolyakLojasiewicz.Remedies;

/// <summary>Slides 22 and 23 and the backup slide on learning theory.</summary>
internal static class RemediesCoverage
{
    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(
            "Limitations (22/23)",
            "m unrealistically large, m = Ω̃(nR^{6L+2})",
            ["width-constant"],
            "The figure width-requirement sets the constant to 1."),
        new("Limitations (22/23)", "Still in the NTK regime, ∇F(w_0) ≈ ∇F(w_t)", ["lazy-regime"]),
        new("Limitations (22/23)", "This ignores the network's ability to learn features", ["feature-learning"]),
        new("Limitations (22/23)", "Beyond PL? To incorporate (good) non-global minima?", ["beyond-pl"]),
        new(
            "Limitations (22/23)",
            "The square loss isn't the most commonly used one; other losses?",
            ["common-loss", "cross-entropy-has-no-pl"]),
        new("Limitations (22/23)", "F may not be smooth, e.g. ReLU", ["nonsmooth-relu"]),
        new(
            "Remedies (23/23)",
            "Proxy convexity, printed under the name proxy-PL",
            ["proxy-convexity", "one-neuron-proxy-convexity", "proxy-descent"]),
        new(
            "Remedies (23/23)",
            "“if ∃ g, h”, “∃ h and ξ, α, μ”",
            ["proxies-always-exist"],
            "Both existence statements are void; h = 0 satisfies the second."),
        new("Remedies (23/23)", "Proxy PL", ["proxy-pl", "proxy-descent"]),
        new(
            "Remedies (23/23)",
            "Think of h(w) ≥ L(w)",
            ["proxy-below-the-loss"],
            "An advice, no theorem; that the standard proxy lies below the loss is derived here."),
        new("Remedies (23/23)", "ξ ≥ 0 allows good local minimum", ["good-local-minimum", "proxy-pl"]),
        new(
            "Backup slide, Classical statistical learning theory",
            "Expected risk, Bayes-optimal function, empirical risk minimization",
            ["learning-theory-definitions"]),
        new(
            "Backup slide, Classical statistical learning theory",
            "R(f) − R_emp(f) < Õ(√(cap(H)/n)) w.h.p., for any f ∈ H",
            ["uniform-deviation"]),
    ];
}
