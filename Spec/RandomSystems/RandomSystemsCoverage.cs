namespace Verification.Spec.RandomSystems;

/// <summary>The statements of the talk, with what examines them.</summary>
internal static class RandomSystemsCoverage
{
    /// <summary>In the order of the talk.</summary>
    internal static IReadOnlyList<CoverageEntry> Entries { get; } =
    [
        new("The optimization puzzle in modern machine learning",
            "ERM becomes easy if sufficiently overparametrized",
            ["overparametrization-hypothesis", "risk-falls-with-parameters"]),
        new("An experiment: 2-Layer ELU network", "network and constraint", ["elu-network"]),
        new("Empirical Risk Minimization via SGD", "risk, projected SGD, learning rate, start",
            ["elu-network", "elu-training"], "the size of a batch, a and s_j are not in the text"),
        new("Data distribution", "normal data, random labels", ["elu-network"]),
        new("Varying number of epochs", "the figure", ["elu-training", "risk-falls-with-parameters"],
            "the figure is missing from the text; redrawn"),
        new("Varying learning rate", "the figure", ["elu-training"], "the figure is missing from the text; redrawn"),
        new("Gaussian model", "covariance ξ(⟨x¹, x²⟩)", ["derivative-covariances"]),
        new("Cost function and approximate solutions", "R_n(x₀) = nξ(1)/2 + o(n)", ["risk-level"]),
        new("Cost function and approximate solutions", "Sol(ε)", ["solution-set"]),
        new("History: Classical (complex) setting", "Bezout's theorem", ["bezout-number"]),
        new("History: Classical (complex) setting",
            "Smale's 17th problem, its answer, homotopy methods", ["smale17-history"]),
        new("History: Real setting", "|Sol(0)| = (1 + o(1))∏√p_i with high probability",
            ["concentration-of-real-zeros", "mean-of-real-zeros"],
            "the limit d → ∞ beyond the sizes named is not examined"),
        new("Q1: ξ(q) = ξ_0 + q^11", "regions of existence", ["existence-bounds", "existence-thresholds"]),
        new("Projected Gradient Descent", "iteration and flow", ["projected-gradient-descent"]),
        new("Local analysis: Taylor expand around initialization", "the linearized dynamics",
            ["gradient-flow-linearized"]),
        new("Local analysis", "theorem on gradient descent", ["gradient-descent-theorem"],
            "the constant c₀ and the limit are not examined"),
        new("Special case: ξ(q) = ξ_0 + q^p", "α_GD ≍ 1/(ξ_0 log p)", ["gradient-descent-threshold"]),
        new("Special case: ξ(q) = ξ_0 + q^p", "α_LB = (log p/ξ_0)(1 + o_p(1))",
            ["lower-bound-asymptotics"]),
        new("Problem with GD", "the gradient cannot be bounded below uniformly", ["no-uniform-gradient-bound"]),
        new("Problem with Hessian Descent", "Riemannian Hessian", ["riemannian-hessian"]),
        new("Problem with Hessian Descent", "⟨x, ∇R_n(x)⟩ does not concentrate", ["radial-derivative"]),
        new("Algorithm: Orthogonal steps", "orthogonal steps to the sphere", ["orthogonal-steps"],
            "the slide's figure is missing from the text"),
        new("Algorithm: Simplified", "Hessian descent", ["orthogonal-steps", "hessian-descent-step"]),
        new("Full algorithm", "Hessian descent with slack",
            ["hessian-descent-with-slack", "hessian-descent-theorem"]),
        new("Analysis", "z_*, the differential equation",
            ["threshold-equation", "lowest-eigenvalue"]),
        new("Analysis", "R_n(x^HD)/n ≤ u(1) + C_0δ with high probability",
            ["hessian-descent-theorem"], "the limit d → ∞ beyond the sizes named is not examined"),
        new("Where does this come from?", "the Hessian and its law", ["hessian-law"]),
        new("Where does this come from?", "the least eigenvalue", ["lowest-eigenvalue", "spectral-edge-duality"]),
        new("Special case: ξ(q) = ξ_0 + q^p", "bounds of α_HD",
            ["hessian-descent-threshold", "threshold-in-closed-form"]),
        new("Phase diagram (ξ(q) = ξ_0 + q^3)", "regions of existence, the line of Hessian descent",
            ["existence-bounds", "existence-thresholds"]),
        new("Phase diagram (ξ(q) = ξ_0 + q^p)", "the figure, for other p", ["existence-thresholds"],
            "drawn for p = 3 and 11; p is missing from the text"),
        new("Is HD optimal (among polytime algs)?", "suboptimal with a term of degree 1", ["two-phase"]),
        new("Is HD optimal (among polytime algs)?", "optimal among stable algorithms", ["stable-algorithms"]),
        new("What is an exact solution?", "approximate solutions", ["approximate-solution", "newton-certificate"]),
        new("What is an exact solution?", "theorem on n ≤ d − C√(d log d)", ["exact-solutions"],
            "the constant C and the limit are not examined"),
        new("Conclusion #1", "rich structure; comparison with networks", ["conclusion"]),
        new("Experiments vs Gaussian Theory", "α = 1, 2, 5", ["matched-covariance", "network-against-theory"],
            "the figures are missing from the text; redrawn"),
    ];

    /// <summary>What is left out, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "random-systems/overparametrization-hypothesis",
            "Empirical risk minimization becomes easy with enough parameters",
            RandomSystemsTalk.At("The optimization puzzle in modern machine learning"),
            "A working hypothesis about many models, which the talk makes precise in one."),
        new(
            "random-systems/smale17-history",
            "Smale's 17th problem, its positive answer, and homotopy methods",
            RandomSystemsTalk.At("History: Classical (complex) setting", "P. Lairez, arXiv:1711.03420"),
            "History, and a statement about the running time of all inputs on average."),
        new(
            "random-systems/stable-algorithms",
            "Hessian descent is conjectured to be optimal among stable algorithms",
            RandomSystemsTalk.At("Is HD optimal (among polytime algs)?"),
            "A conjecture about all algorithms of a class."),
        new(
            "random-systems/conclusion",
            "Rich structure, and the question of a quantitative comparison with networks",
            RandomSystemsTalk.At("Conclusion #1"),
            "An opinion and a question."),
    ];
}
