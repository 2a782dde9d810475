namespace Verification.Spec.ImplicitBias.Motivation;

/// <summary>What the talk starts from.</summary>
internal static class MotivationCoverage
{
    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(
            "[Neyshabur Tomioka S ICLR'15]",
            "three figures: error against the number of hidden units",
            ["network-size-figures"]),
        new(
            "For valid generalization, the size of the weights is more important than the size of the network",
            "the sentence of the title",
            ["size-of-weights"]),
        new(
            "For valid generalization, the size of the weights is more important than the size of the network",
            "which measure, how it is controlled, how it changes with the algorithm",
            ["questions"]),
        new("SGD vs ADAM", "figure: perplexity on Penn Treebank", ["language-model-figure", "adaptive-methods"]),
        new(
            "The Deep Recurrent Residual Boosting Machine",
            "learning is arg min of the training loss",
            ["recurrent-residual-boosting"]),
        new(
            "Different optimization algorithm",
            "different optimum, hence different bias and different generalization (twice)",
            ["adaptive-methods", "gradient-descent-minimum-norm", "mirror-descent-bregman", "sparse-learning"],
            "On the same data: descent classifies without error, adaptive methods do not."),
    ];
}
