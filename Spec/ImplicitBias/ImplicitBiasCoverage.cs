namespace Verification.Spec.ImplicitBias;

/// <summary>The statements of the talk, slide by slide, with what examines them or the reason why nothing
/// does.</summary>
internal static class ImplicitBiasCoverage
{
    private const string OptimizationGeometry = "Effect of Optimization Geometry";

    private const string Parametrizations = "Effect of Parametrization";

    private const string Theorem = "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]";

    private const string JustL2 = "Is implicit bias of GD just ℓ2 in param space + mapping to func space?";

    private const string JustAKernel = "Is it all just a Kernel?";

    private const string ScaleOfInit = "Kernel Regime and Scale of Init";

    private const string KernelVsDeep = "Scale of Init: Kernel vs Deep";

    /// <summary>What the talk starts from.</summary>
    public static IReadOnlyList<CoverageEntry> Motivation { get; } =
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

    /// <summary>What descent minimizes in different geometries.</summary>
    public static IReadOnlyList<CoverageEntry> Geometry { get; } =
    [
        new(OptimizationGeometry, "gradient descent: least ℓ2 norm", ["gradient-descent-minimum-norm"]),
        new(
            OptimizationGeometry,
            "natural gradient, mirror descent: least Ψ",
            ["mirror-descent-bregman", "natural-gradient-order"]),
        new(OptimizationGeometry, "logistic regression: the hard-margin separator", ["hard-margin-direction"]),
        new(OptimizationGeometry, "coordinate descent: the ℓ1 margin", ["coordinate-descent-margin"]),
        new(
            OptimizationGeometry,
            "matrix factorization: least nuclear norm; proven in special cases, empirically at least approximately, "
                + "conjectured in general",
            [
                "commuting-factorization",
                "nuclear-norm-counterexample",
                "unbounded-completion",
                "generic-factorizations",
            ]),
    ];

    /// <summary>What parametrizations minimize.</summary>
    public static IReadOnlyList<CoverageEntry> Parametrization { get; } =
    [
        new(Parametrizations, "W = UV is an over-parametrization of all matrices", ["factorization-class"]),
        new(
            Parametrizations,
            "descent on U, V minimizes ‖W‖_*",
            ["commuting-factorization", "nuclear-norm-counterexample", "unbounded-completion"]),
        new(
            Parametrizations,
            "linear convolutional networks: ‖DFT(β)‖_p, p = 2/depth",
            ["convolution-norm", "convolution-depth"]),
        new(
            Parametrizations,
            "infinite-width ReLU networks parametrize essentially all functions on the line",
            ["all-functions-on-the-line"]),
        new(
            Parametrizations,
            "weight decay: max(∫|f″|, |f′(−∞) + f′(+∞)|)",
            ["relu-function-norm"]),
        new(
            "All Functions, Parameter Space",
            "optimization geometry is effected by the local search and by the parametrization",
            [],
            "A summary, which the claims on both make precise; the drawings have no scale."),
    ];

    /// <summary>Homogeneous models.</summary>
    public static IReadOnlyList<CoverageEntry> Homogeneous { get; } =
    [
        new("Model, Model Class", "models, linear models, loss", [], "Definitions."),
        new("Model, Model Class", "D-homogeneous models and the examples of each degree", ["homogeneity"]),
        new(
            Theorem,
            "directions converge to first-order stationary points of the margin problem",
            ["stationary-direction", "smoothed-margin", "hard-margin-direction", "homogeneous-directions"]),
        new(
            Theorem,
            "the induced regularizer R_F",
            ["layered-norm", "convolution-norm"],
            "Printed as an arg min where the minimum is meant."),
        new(
            Theorem,
            "a stationary point in weights need not be one in predictors",
            ["stationary-in-weights-only"]),
        new(
            JustL2,
            "matrix factorization, R(β)² ∝ ‖β‖_tr",
            ["layered-norm"],
            "By the singular value decomposition it is the case D = 2: min ‖U‖² + ‖V‖² = 2‖W‖_*."),
        new(
            JustL2,
            "linear conv nets, diagonal nets with exp loss, R ∝ ‖β‖_{2/D}",
            ["layered-norm", "convolution-norm", "diagonal-exponential-loss"]),
        new(JustL2, "generic result for homogeneous models", ["stationary-direction", "smoothed-margin"]),
        new(
            JustL2,
            "do those conditions hold; from stationary in w to stationary or locally optimal in R",
            ["stationary-in-weights-only", "convolution-depth"],
            "Questions; both claims answer that the step can fail."),
        new(
            JustL2,
            "squared loss: ‖β‖₁ for any depth",
            ["rich-limit", "rich-limit-rate", "potential-of-depth"]),
    ];

    /// <summary>The kernel regime.</summary>
    public static IReadOnlyList<CoverageEntry> KernelRegime { get; } =
    [
        new("Doesn't it all boil down to the NTK?", "a question", [], "What follows answers it."),
        new(JustAKernel, "first-order approximation", ["linearization"]),
        new(JustAKernel, "tangent kernel", ["tangent-kernel-constant"]),
        new(
            JustAKernel,
            "squared loss: argmin ‖h − h_{w0}‖_K",
            ["scaled-predictor", "biased-kernel-flow"]),
        new(JustAKernel, "logistic loss: argmin ‖h‖_K with margins", ["kernel-machine-limit"]),
        new(ScaleOfInit, "the scaling limit", ["scaling-limit", "other-kernel-conditions"]),
        new(ScaleOfInit, "(1/α)h_α(∞) → ĥ", ["scaled-predictor"]),
        new(ScaleOfInit, "when α → 0, a bias that no RKHS norm has", ["rich-limit"]),
    ];

    /// <summary>Diagonal networks of depth 2.</summary>
    public static IReadOnlyList<CoverageEntry> DiagonalNetworks { get; } =
    [
        new(
            KernelVsDeep,
            "the squared parametrization and its unbiased start",
            [],
            "Definitions; the first slide prints x_i for x_j."),
        new(KernelVsDeep, "K_0 = 4⟨x, x′⟩", ["tangent-kernel-constant"]),
        new(KernelVsDeep, "the ℓ2 limit", ["kernel-limit"]),
        new(KernelVsDeep, "the ℓ1 limit", ["rich-limit", "rich-limit-rate"]),
        new(
            KernelVsDeep,
            "it is a special case of matrix factorization with commutative measurements",
            ["commuting-factorization", "potential-of-the-flow"],
            "Diagonal measurements diag(x_i, −x_i) commute; the exponential form of one is the link of the other."),
        new(KernelVsDeep, "Q_α at every α", ["potential-of-the-flow"]),
        new("Interpolating between Kernel and Deep", "Q_α, with a figure of q", ["potential-of-the-flow"]),
        new("Interpolating between Kernel and Deep", "induced dynamics", ["induced-dynamics"]),
        new("Sparse Learning, first slide", "population error against α", ["sparse-learning"]),
        new("Sparse Learning, second slide", "how small α needs to be", ["alpha-needed"]),
    ];

    /// <summary>Explicit regularization, completion, losses.</summary>
    public static IReadOnlyList<CoverageEntry> Regularization { get; } =
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
