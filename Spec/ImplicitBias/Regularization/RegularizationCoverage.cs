namespace Verification.Spec.ImplicitBias.Regularization;

/// <summary>Explicit regularization, completion, losses.</summary>
internal static class RegularizationCoverage
{
    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new("Relationship to Explicit Reg", "whether initializing is regularizing", ["explicit-is-depth-four"]),
        new("Relationship to Explicit Reg", "R_α and its quartic", ["explicit-penalty"]),
        new(
            "Kernel and Deep Regimes in Matrix Completion",
            "the tangent kernel, and that it is ∝ δ for orthogonal initialization",
            ["unobserved-entries"]),
        new(
            "Kernel and Deep Regimes in Matrix Completion",
            "figure: change on unobserved entries",
            ["unobserved-entries"]),
        new("Squared Loss vs Exp Loss", "the squared-loss limit once more", ["scaling-limit", "scaled-predictor"]),
        new("Squared Loss vs Exp Loss", "what the exponential loss does instead (figure)", ["kernel-machine-limit"]),
    ];
}
