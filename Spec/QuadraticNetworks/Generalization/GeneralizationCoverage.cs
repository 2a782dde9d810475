namespace Verification.Spec.QuadraticNetworks.Generalization;

/// <summary>The statements of the talk about sample complexity, in its order, with what examines them.</summary>
internal static class GeneralizationCoverage
{
    private const string Complexity = "Sample Complexity";

    private const string Planted = "Sample Complexity Bound for Planted Network.";

    /// <summary>Both headings.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(
            Complexity,
            "main question: the smallest number of samples",
            ["sample-threshold"],
            "A question, which it answers."),
        new(
            Complexity,
            "theorem, first part: where the X_iX_iᵀ span, interpolants of any width have WᵀW = W*ᵀW* and L(W) = 0",
            ["overparametrization-is-harmless", "span-condition"]),
        new(
            Complexity,
            "theorem, second part: where they do not, for any m̂ some interpolant has WᵀW ≠ W*ᵀW*",
            ["student-width", "span-condition", "narrow-interpolants", "span-needs-full-rank-teacher"],
            "False for narrow students; rank(W*) = d is that of the Model slide."),
        new(
            Complexity,
            "theorem, second part: L(W) > 0 under any jointly continuous distribution",
            ["planted-zero-generalization"],
            "For product laws, correlated coordinates and a shared radius."),
        new(
            Complexity,
            "(a) under the span condition minimizers have zero generalization error",
            ["span-condition", "overparametrization-is-harmless"]),
        new(Complexity, "(b) the condition can be checked ahead of the optimization task", ["span-condition"]),
        new(
            Complexity,
            "(c) no randomness; geometric, necessary and sufficient",
            ["span-condition", "span-is-geometric"]),
        new(
            Complexity,
            "(d) small training loss bounds distance and population risk",
            ["small-training-loss"],
            "The constants are derived."),
        new(Complexity, "(e) any width; overparametrization does not hurt", ["overparametrization-is-harmless"]),
        new(
            Complexity,
            "(f) random data span from N = d(d+1)/2 on with probability one",
            ["sample-threshold", "discrete-span-probability"],
            "Under a jointly continuous law."),
        new(
            Planted,
            "first part: N ≥ d(d+1)/2 and f(W; X_i) = f(W*; X_i) give f(W; x) = f(W*; x) for every x",
            ["planted-zero-generalization", "sample-threshold"]),
        new(
            Planted,
            "second part: N < d(d+1)/2 and some interpolant has L(W) ≥ min{μ4 − μ2², 2μ2²}σ_min(W*)⁴",
            ["planted-lower-bound"]),
        new(
            Planted,
            "the lower bound coincides with the earlier energy barrier",
            ["planted-lower-bound", "population-energy-barrier"],
            "Its constant is that of the barrier of the population risk; the barrier that is displayed, ½C5σ_min(W*)⁴ "
            + "for the empirical risk, is half of it at most."),
    ];
}
