namespace Verification.Spec.QuadraticNetworks.Initialization;

/// <summary>The statements of the talk about initialization, in its order, with what examines them.</summary>
internal static class InitializationCoverage
{
    private const string Intuition = "Proper Initialization";

    private const string Result = "Proper Initialization. Main Result.";

    /// <summary>Both headings.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(
            Intuition,
            "(a) gradient descent is successful provided initialized properly",
            [],
            "A recapitulation of the theorem on gradient descent."),
        new(
            Intuition,
            "(b) networks with random weights: landscapes, random features, dynamical systems, learning machines",
            ["random-weights"]),
        new(
            Intuition,
            "(c) the loss is determined by the spectrum of WᵀW − W*ᵀW* and data moments",
            ["loss-from-spectrum"]),
        new(
            Intuition,
            "(c) the spectrum of W*ᵀW* is tightly concentrated",
            ["wishart-semicircle", "gaussian-extreme-singular-values"]),
        new(Intuition, "(c) semicircle law", ["wishart-semicircle"], "Under m/d → ∞, which is not printed there."),
        new(
            Intuition,
            "(c) the spectrum of WᵀW − W*ᵀW* can be controlled by choosing W",
            ["wishart-semicircle", "expected-initial-loss"],
            "Centering at mI is that choice; no other start has a smaller expected risk."),
        new(
            Result,
            "theorem: W0ᵀW0 = mI has L̂(W0) < ½C5σ_min(W*)⁴ w.h.p.",
            ["initialization-beats-the-barrier", "initialization-needs-samples"]),
        new(
            Result,
            "theorem: provided m > Cd² for a large constant C",
            ["initialization-constant", "initialization-beats-the-barrier"]),
        new(
            Result,
            "(a) a deterministic initialization beats the barrier if m = Ω(d²)",
            ["initialization-beats-the-barrier"]),
        new(
            Result,
            "(a) based on the semicircle law",
            [],
            "A remark on the proof; the law is examined in wishart-semicircle."),
        new(
            Result,
            "(b) an analogous result for the population risk",
            ["initialization-beats-the-barrier", "expected-initial-loss"]),
        new(
            Result,
            "(b) non-asymptotic guarantees for standard normal W*",
            ["gaussian-initialization", "gaussian-extreme-singular-values"],
            "The talk says that they exist; one is derived."),
    ];
}
