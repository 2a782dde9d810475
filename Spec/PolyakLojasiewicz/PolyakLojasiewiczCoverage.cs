namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The statements of the talk, slide by slide, with what examines them.</summary>
internal static class PolyakLojasiewiczCoverage
{
    private const string Definition = "Polyak-Lojasiewicz (PL) condition (3/23)";

    private const string Aside = "Aside (5/23)";

    private const string Local = "Convexity → PL → Local PL (10/23)";

    /// <summary>Slides 3, 5, 10 and 21: PL among its neighbors.</summary>
    public static IReadOnlyList<CoverageEntry> Conditions { get; } =
    [
        new(Definition, "strong convexity and the PL condition", [], "Definitions."),
        new(Definition, "SC ⇒ PL", ["strong-convexity-implies-pl"], "With the same constant, and no larger one."),
        new(Definition, "all stationary points are global minima", ["stationary-points-are-global"]),
        new(Definition, "PL is somewhat easier to verify than SC", ["easier-to-verify"]),
        new(
            Aside,
            "weak strong convexity is another condition for linear convergence",
            ["condition-chain", "chain-converses", "nearest-minimizer"],
            "With x* the minimizer nearest to x."),
        new(
            Aside,
            "quadratic growth is another condition for linear convergence",
            ["quadratic-growth", "condition-chain", "nearest-minimizer"],
            "Only together with convexity."),
        new(
            Aside,
            "an ellipsis: further conditions",
            ["condition-chain", "chain-converses", "pl-without-secant"],
            "Error bound and restricted secant, derived here."),
        new(
            Local,
            "from convexity to PL",
            ["pl-without-convexity", "best-pl-constant"],
            "That PL does not need convexity, with exact thresholds."),
        new(Local, "local PL / PL*: ‖∇L(w)‖² ≥ μL(w) on S", ["pl-star-convention"], "Its factor ½ is missing."),
        new(
            "Summary (21/23)",
            "PL*, i.e. all stationary points are global minima",
            ["stationarity-without-pl", "stationary-points-are-global"]),
    ];

    /// <summary>Slides 4 and 5: linear rates.</summary>
    public static IReadOnlyList<CoverageEntry> Rates { get; } =
    [
        new(
            "Smoothness + PL ⇒ Linear convergence of gradient descent (4/23)",
            "L(x^{k+1}) − L* ≤ (1 − ημ)(L(x^k) − L*) at η = 1/β, with its proof",
            ["gradient-descent-rate", "one-dimensional-rate", "sharper-descent-rate", "turning-gradient"],
            "The last three are derived here: what the best factor is."),
        new(
            "Aside (5/23)",
            "Similar proofs for stochastic gradient descent",
            ["sgd-constant-step", "sgd-decreasing-step", "sgd-interpolation"],
            "No rate is printed; without interpolation a constant step leaves a floor."),
        new(
            "Aside (5/23)",
            "Similar proofs for randomized and greedy coordinate descent",
            ["randomized-coordinate-rate", "greedy-coordinate-rate"],
            "The rates are those of the paper."),
        new("Aside (5/23)", "Proximal gradient generalization, min L + g", ["proximal-gradient-rate"]),
    ];

    /// <summary>Slides 7 to 13: the landscape and the conditioning of the tangent kernel.</summary>
    public static IReadOnlyList<CoverageEntry> Conditioning { get; } =
    [
        new("Setting (7/23)", "F, ∇F, H_{F_i}, the square loss and its Hessian", ["loss-hessian"]),
        new(
            "Loss landscapes (8/23)",
            "Under-parameterized: isolated local minima; over-parameterized: manifolds of global minima",
            ["landscape-dimension"]),
        new("Loss landscapes (8/23)", "Over-parameterized: non-convex, even locally", ["local-nonconvexity"]),
        new("Loss landscape in overparameterized case (9/23)", "Prop 1, local non-convexity", ["local-nonconvexity"]),
        new(
            "Loss landscape in overparameterized case (9/23)",
            "Prop 1 “can be generalized”",
            ["generalized-losses"],
            "Neither losses nor conditions are named."),
        new(
            "Loss landscape in overparameterized case, proof idea (9/23)",
            "H_L = ∇Fᵀ(∂²L/∂F²)∇F + Σ(F − y)_i H_{F_i}; ranks of both terms",
            ["loss-hessian"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "Theorem 1, with its proof",
            ["uniform-conditioning-implies-pl"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "① E log κ of a Gaussian MMᵀ",
            ["gaussian-condition-number"]),
        new(
            "Can we get PL* for our overparam. system? (11/23)",
            "② λ_min(K(w_0)) = O(1) w.h.p. for data that is not degenerate",
            ["kernel-at-initialization", "degenerate-data", "kernel-on-the-line"]),
        new(
            "Picture so far (12/23)",
            "Regions λ_min(K) = 0 and λ_min(K) < μ beside the μ-PL* domain; the initializer is good w.h.p.",
            ["singular-set", "kernel-at-initialization", "sketches"]),
        new("Theorem 2 (13/23)", "Small Hessians keep K well conditioned in B(w_0, R)", ["small-hessian-radius"]),
        new(
            "Theorem 2, proof idea (13/23)",
            "∇F_i(w) = ∇F_i(w_0) + ∫H_{F_i}(w − w_0)dτ",
            [],
            "The fundamental theorem of calculus; what follows from it is examined in small-hessian-radius."),
    ];

    /// <summary>Slides 15 to 21 and the backup slide on output layers: networks.</summary>
    public static IReadOnlyList<CoverageEntry> Networks { get; } =
    [
        new("A shallow neural network (15/23)", "① entries and norm of H_{F_i}", ["shallow-hessian"]),
        new("A shallow neural network (15/23)", "② ‖∇F_i‖² ≤ L_σ²", ["shallow-gradient"]),
        new(
            "Deeper neural nets (16/23)",
            "Definition of the L-layer network",
            ["deep-hessian"],
            "The size of its Hessian, which the theorem rests on, is derived here."),
        new(
            "Deeper neural nets, Theorem 3 (16/23)",
            "m = Ω̃(nR^{6L+2}/(λ_0 − μp⁻²)²) gives PL* on B(w_0, R)",
            ["width-certificates", "width-constant", "deep-convergence", "deep-networks-in-the-ball"],
            "With explicit constants for one hidden layer; deep networks along the path of gradient descent; the "
                + "exponents are not examined."),
        new(
            "Summary so far (17/23)",
            "Wide ⇒ K well conditioned ⇒ PL* ⇒ linear convergence of (S)GD",
            ["chain-of-certificates", "sgd-interpolation"]),
        new(
            "Theorem 4 (18/23)",
            "① gradient descent converges to a global minimizer in B(w_0, R), R = O(1/μ)",
            ["convergence-in-the-ball", "deep-convergence", "lazy-displacement", "deep-networks-in-the-ball"],
            "One build of the slide has R = O(1/m), the others O(1/μ): a slip, which lazy-displacement refutes as a "
                + "mutant."),
        new(
            "Theorem 4 (18/23)",
            "② L(w_t) ≤ (1 − ημ)ᵗL(w_0)",
            ["convergence-in-the-ball", "deep-convergence", "chain-of-certificates"]),
        new("Theorem 4, remarks (18/23)", "κ = 1/(ημ) = sup λ_max(H_L)/μ; κ of linear systems", ["condition-number"]),
        new(
            "Aside (19/23)",
            "This theory covers wide networks with linear output layer, CNN, resnet",
            ["convolutional-hessian", "convolutional-and-residual-networks", "chain-of-certificates"],
            "Hessian and kernel of convolutional and residual networks at their initialization; the talk names no "
                + "architecture."),
        new(
            "Aside (19/23)",
            "Doesn't cover networks with nonlinear output layer, bottleneck layers",
            ["coverage", "deep-hessian", "convolutional-hessian", "bottleneck-coverage"]),
        new(
            "Summary (21/23)",
            "Under-parameterized: capacity control, many non-global minima, local convexity, GD oscillates",
            ["under-parameterized-practice", "landscape-dimension"],
            "Local convexity where H_L ≻ 0 is examined in landscape-dimension; the rest names no quantity."),
        new(
            "Summary (21/23)",
            "Over-parameterized: not locally convex; satisfies PL* (i.e. all stationary points are global minima); "
                + "fast convergence",
            ["local-nonconvexity", "singular-set", "chain-of-certificates"],
            "“i.e.”: the converse fails as well, x⁴ has only global stationary points and no PL* on any neighborhood "
                + "of 0."),
        new(
            "Backup slide, Non-linear vs linear output layer",
            "[φ(f)]'' = φ''(f)f' + φ'(f)f''",
            ["nonlinear-output-hessian"]),
    ];

    /// <summary>Slides 22 and 23 and the backup slide on learning theory.</summary>
    public static IReadOnlyList<CoverageEntry> Remedies { get; } =
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
        new("Remedies (23/23)", "Think of h(w) ≥ L(w)", ["proxy-below-the-loss"],
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
