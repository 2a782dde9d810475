namespace Verification.Spec.QuadraticNetworks;

/// <summary>Every statement of the talk, in its order, with what examines it or the reason why nothing does.</summary>
internal static class QuadraticNetworksCoverage
{
    /// <summary>Motivation, model and prior work.</summary>
    public static IReadOnlyList<CoverageEntry> Model { get; } =
    [
        new(
            "Motivation",
            "(a), (b) networks are powerful in practice; a mathematical understanding is largely missing",
            [],
            "No quantity: background."),
        new(
            "Motivation",
            "(c) training is NP-hard; gradient descent has great empirical success",
            ["training-is-np-hard"]),
        new(
            "Motivation",
            "(d) focus on training, initialization and generalization",
            [],
            "An announcement of what follows."),
        new(
            "Model",
            "(a) one hidden layer, σ(x) = x², i.i.d. centered sub-Gaussian coordinates, planted weights",
            [],
            "Definitions."),
        new("Model", "(b) f(W*; X) = Σ⟨W_j*, X⟩² = ‖W*X‖², rank(W*) = d", ["network-identities"]),
        new("Model", "(c) the empirical risk; it is highly non-convex", ["network-identities"]),
        new(
            "Model",
            "(d) empirical risk minimization; the population risk",
            ["population-risk-closed-form", "population-risk-sandwich"],
            "The definition; closed form and bounds are derived."),
        new(
            "Some Prior Work (and also more motivation!)",
            "(a), (b) earlier work on planted and quadratic networks",
            ["prior-work"]),
        new(
            "Some Prior Work (and also more motivation!)",
            "(c) blocks of quadratic activations approximate deeper sigmoid networks",
            ["stacked-quadratics"]),
        new(
            "Some Prior Work (and also more motivation!)",
            "(c) a second order approximation of general activations",
            ["second-order-activations"]),
        new(
            "Some Prior Work (and also more motivation!)",
            "(d) an attempt to gain further insights on more complex networks",
            ["prior-work"]),
    ];

    /// <summary>The optimization landscape.</summary>
    public static IReadOnlyList<CoverageEntry> Landscape { get; } =
    [
        new(
            "Optimization Landscape: An Energy Barrier",
            "theorem: w.h.p. the least empirical risk of rank-deficient W is at least ½C5σ_min(W*)⁴",
            ["empirical-energy-barrier", "tensor-condition-concentration"]),
        new(
            "Optimization Landscape: An Energy Barrier",
            "C5 > 0 is a constant determined by the (conditional) moments",
            ["truncated-constants"]),
        new(
            "Optimization Landscape: An Energy Barrier",
            "(a) bounded away from zero; analogue for the population risk",
            ["population-energy-barrier"]),
        new(
            "Optimization Landscape: An Energy Barrier",
            "(b) tight up to a multiplicative constant",
            ["barrier-tightness", "barrier-ratio-is-unbounded"],
            "The constant is one of the law."),
        new(
            "Optimization Landscape: An Energy Barrier",
            "(b) tails exp(−Ct^α) are ok",
            ["barrier-for-heavier-tails"],
            "Laplace data stand beside α = ½."),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "theorem: rank(W) = d and a vanishing gradient imply zero empirical risk",
            ["full-rank-stationary-points"]),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "theorem: if N ≥ d(d+1)/2 then W = QW*",
            ["teacher-identification"]),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "(a) an analogue for the population risk",
            ["population-stationary-points"]),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "(b) no full-rank saddle points",
            ["no-full-rank-saddles", "strict-saddles"]),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "(c) fairly benign below the barrier, where no rank-deficient W is",
            ["below-the-barrier", "critical-levels"],
            "\"Fairly benign\" has no quantity; what is meant is examined."),
        new(
            "Optimization Landscape: Global Optimality of Full-Rank Stationary Points",
            "(d) benign landscape implies convergence of gradient descent",
            ["gradient-descent-converges"],
            "Announces the next theorem; as an implication for all landscapes it is not meant (x ↦ x²/(1 + x²) has no "
            + "spurious stationary point, and descent can run off to infinity)."),
    ];

    /// <summary>Gradient descent.</summary>
    public static IReadOnlyList<CoverageEntry> Descent { get; } =
    [
        new(
            "Optimization Landscape: Convergence of Gradient Descent",
            "theorem, first bullet: from below the barrier a full-rank ε-approximate stationary point",
            ["gradient-descent-converges", "descent-needs-samples", "rank-never-increases"]),
        new(
            "Optimization Landscape: Convergence of Gradient Descent",
            "theorem, first bullet: in time poly(1/ε, d); (a) in polynomial time",
            ["descent-time-needs-conditioning"]),
        new(
            "Optimization Landscape: Convergence of Gradient Descent",
            "theorem, second bullet: bounds of both risks and of the distance",
            ["descent-bounds", "risk-at-small-gradient"]),
        new(
            "Optimization Landscape: Convergence of Gradient Descent",
            "(b) WᵀW close to the planted weights, well-controlled generalization error",
            ["descent-bounds", "descent-with-few-samples"]),
        new(
            "Optimization Landscape: Convergence of Gradient Descent",
            "(c) condition number of tensorized data, spectrum of expected covariance matrices",
            ["tensor-condition-concentration", "tensor-covariance-spectrum"]),
        new("Remarks.", "(a) below the barrier only full-rank points survive", ["below-the-barrier"]),
        new(
            "Remarks.",
            "(b) any full-rank stationary point is globally optimal; no spurious stationary points of full rank",
            ["full-rank-stationary-points", "full-rank-means-rank-d", "strict-saddles", "critical-levels"]),
        new(
            "Remarks.",
            "(c) gradient descent, initialized properly, minimizes approximately and recovers the planted weights",
            ["identity-start-reaches-the-teacher", "descent-above-the-barrier"],
            "Recovered is W*ᵀW*, that is W* up to an orthogonal factor on the left: no risk tells QW* from W*."),
        new(
            "Remarks.",
            "(d) covering number and concentration arguments, a novel concentration result",
            ["covering-arguments", "tensor-condition-concentration"]),
        new("Remarks.", "(e) how to initialize properly?", [], "A question, taken up by the next section."),
    ];
}
