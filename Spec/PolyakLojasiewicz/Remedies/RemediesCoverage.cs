namespace Verification.Spec.PolyakLojasiewicz.Remedies;

/// <summary>What the slides on limitations, remedies and learning theory state (22/23, 23/23, backup), with what examines it.</summary>
internal static class RemediesCoverage
{
    private const string Limitations = "Limitations (22/23)";

    private const string Remedies = "Remedies (23/23)";

    private const string Backup = "Classical statistical learning theory (backup)";

    /// <summary>In the order of the slides.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(Limitations, "m unrealistically large, m = Ω̃(nR^(6L+2))", ["width-constant"]),
        new(Limitations, "still in the NTK regime, ∇F(w_0) ≈ ∇F(w_t)", ["lazy-regime"]),
        new(Limitations, "this ignores the network's ability to learn features", ["feature-learning"]),
        new(Limitations, "beyond PL? to incorporate (good) non-global minima?", ["beyond-pl"]),
        new(Limitations, "the square loss is not the most commonly used", ["common-loss"]),
        new(Limitations, "what about other loss functions?", ["cross-entropy-has-no-pl"], "A question; the answer for cross-entropy is derived."),
        new(Limitations, "the model may not be smooth, e.g. ReLU", ["nonsmooth-relu"], "What happens then is not said; it is measured."),
        new(
            Remedies,
            "definition of (g, h)-proxy convexity, “∃ g, h”",
            ["proxies-always-exist", "proxy-convexity", "one-neuron-proxy-convexity"],
            "The definition as printed holds of every differentiable loss; named pairs are examined."),
        new(
            Remedies,
            "definition of the proxy PL inequality, “∃ h and ξ ≥ 0, α, μ > 0”",
            ["proxies-always-exist", "proxy-pl", "proxy-descent"],
            "As printed it holds of every differentiable loss too: h = ξ + ‖∇L‖^α/μ."),
        new(Remedies, "think of h(w) ≥ L(w)", ["proxy-below-the-loss"], "Advice; the standard example is the other way round."),
        new(Remedies, "ξ ≥ 0 allows good local minima", ["good-local-minimum"]),
        new(Backup, "expected risk, Bayes-optimal function, empirical risk minimization", ["learning-theory-definitions"]),
        new(Backup, "w.h.p., for any f ∈ H, R(f) − R_emp(f) < Õ(√(cap(H)/n))", ["uniform-deviation"]),
    ];
}
