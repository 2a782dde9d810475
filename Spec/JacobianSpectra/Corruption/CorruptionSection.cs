namespace Verification.Spec.JacobianSpectra.Corruption;

/// <summary>The claims about early stopping and label corruption.</summary>
internal static class CorruptionSection
{
    private const string First = "Experiment I: Overfitting to corruption", Model = "Model (without corruption)";

    private const string Robustness = "Robustness to corruption", Intuition = "Key Intuition";

    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims =>
    [
        new CorruptionModel(),
        new EarlyStoppingRobustness(),
        new PluralityDecides(),
        new LowRankAndDiffuse(),
        new CorruptionOnInformationSpace(),
        new ResidualTerms(),
    ];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } =
    [
        new(First, "corrupt a fraction of training labels", ["corruption-model"],
            "the labels 5, 8, 4, 1 of the picture differ from 5, 0, 4, 1 in one of four, as its ticks say"),
        new(Model, "clusterable data", ["early-stopping-robustness", "plurality-decides"],
            "sizes and radius of the clusters are not printed; all samples at their centers here"),
        new(Robustness, "the theorem: perfect accuracy", ["early-stopping-robustness", "plurality-decides"],
            "# parameters ≳ L⁴ up to a constant that is not printed"),
        new(Robustness, "the loss, fitted by gradient descent", ["loss-and-gradient", "early-stopping-robustness"]),
        new(Robustness, "Theorem (Oymak and Soltanolkotabi 2019)", [],
            "an attribution: the paper with this theorem, arXiv:1903.11680, is by Li, Soltanolkotabi and Oymak"),
        new(Intuition, "Jacobian is low-rank, prominent eigenvectors are diffused", ["low-rank-and-diffuse"]),
        new(Intuition, "interaction of Jacobian and residual: the gradient Jᵀ(f − y)",
            ["loss-and-gradient", "residual-terms"]),
        new(Intuition, "the two terms of the residual", ["residual-terms"]),
        new(Intuition, "corruption falls mostly onto N", ["corruption-on-information-space"]),
        new("Conclusion", "Early stopping and robustness to label corruption",
            ["early-stopping-robustness", "low-rank-and-diffuse"]),
    ];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } = [];
}
