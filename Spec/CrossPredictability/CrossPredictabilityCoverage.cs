using Verification.Spec.CrossPredictability.Emulation;

namespace Verification.Spec.CrossPredictability;

/// <summary>The statements of the talk, with what examines them.</summary>
internal static class CrossPredictabilityCoverage
{
    private const string Problem = "Formalizing the problem", Results = "Results";

    private const string Argument = "CP: information-theoretic argument";

    /// <summary>In the order of the talk.</summary>
    internal static IReadOnlyList<CoverageEntry> Entries { get; } =
    [
        new("Class 1", "odd and even, Minsky and Papert: the figures", ["perceptron-on-parities"],
            "the figures are missing from the document"),
        new("2019", "ResNet-50: nodes and edges of the picture", ["resnet-picture"]),
        new(Problem, "Approximation: poly-time functions by poly-size networks",
            ["emulation-exactness"], "cited; elimination over GF(2) as a network of rectifiers is an instance"),
        new(Problem, "Estimation: ERM with poly(n) samples", ["weak-learning-of-parities"],
            "for parities; other classes are not examined"),
        new(Problem, "Optimization: ERM is NP-hard", ["erm-hardness"]),
        new(Problem, "the ultimate learning paradigm", ["ultimate-paradigm"]),
        new(Problem, "Example. Parities", ["parity-orthonormality"]),
        new(Problem, "under symmetry: failure at 2 implies failure at 1",
            ["permutation-symmetry"]),
        new(Problem, "balanced classes", ["balanced-parities"]),
        new(Problem, "Definition. Weak learning",
            ["weak-learning-of-parities", "recovery-probability"]),
        new(Problem, "Definition. Neural nets = weighted DAG",
            ["emulation-exactness"], "a definition; the emulation network is one"),
        new(Results, "Theorem 1", ["low-cross-predictability", "junk-flow", "random-parity-descent"]),
        new(Results, "CP(P_X, P_F)", ["class-table", "dual-form"]),
        new(Results, "related to statistical dim.", ["statistical-queries"]),
        new(Results, "average-case v.s. worst-case SQ", ["class-table", "statistical-queries"]),
        new(Results, "Parities [Shalev-Shwartz, Shamir, Shammah 17]", ["parity-gradient-variance"]),
        new(Results, "Corollary. Monomials of degree k",
            ["monomials-of-bounded-degree", "monomial-descent", "order-of-degrees"]),
        .. EmulationSection.Results,
        new(Argument, "Gradient descent with noise, true and junk data",
            ["random-parity-descent"], "a definition"),
        new(Argument, "Total-variation bound", ["total-variation-bound"]),
        new(Argument, "the brace 1/2", ["junk-accuracy"]),
        new(Argument, "Data-processing + triangular inequality", ["data-processing"]),
        new(Argument, "Pinsker's inequality", ["pinsker-gaussian"]),
        new(Argument, "Radon-Nikodym", ["radon-nikodym"]),
        new(Argument, "Tensorization", ["tensorization"]),
        new(Argument, "CS+replica", ["replica-bound"]),
        new("Junk-flow and cross-predictability", "Theorem", ["junk-flow"]),
        new("Junk-flow and cross-predictability", "CP := E(E F(X)F(X'))²", ["second-definition"]),
        .. EmulationSection.Argument,
    ];

    /// <summary>What is left out, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "cross-predictability/resnet-picture",
            "ResNet-50 has about 3 million nodes and 10 million edges",
            CrossPredictabilityTalk.At("2019", "no paper"),
            "The caption of a picture from elsewhere; the graph that was laid out is not at hand."),
        new(
            "cross-predictability/erm-hardness",
            "Empirical risk minimization is NP-hard",
            CrossPredictabilityTalk.At(Problem, "P. Bartlett, S. Ben-David, 2002; A. Klivans et al., 2009"),
            "A statement about the running time of every algorithm on the worst input."),
        new(
            "cross-predictability/ultimate-paradigm",
            "Whether poly-size networks with SGD are the ultimate learning paradigm",
            CrossPredictabilityTalk.At(Problem),
            "A question; the theorems behind it have claims of their own."),
        .. EmulationSection.NotExamined,
    ];
}
