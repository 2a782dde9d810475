namespace Verification.Spec.ImplicitBias;

/// <summary>
/// The statements of the talk about induced regularizers, kernels and diagonal networks, with what examines them.
/// </summary>
internal static class DiagonalCoverage
{
    /// <summary>In the order of the talk.</summary>
    internal static IReadOnlyList<CoverageEntry> Entries { get; } =
    [
        new(
            "Theorem [Nacson et al., Lyu and Li]",
            "the induced regularizer R_F",
            ["layered-norm"],
            "matrix factorization and convolutions: with those models"),
        new(
            "Theorem, last remark",
            "a stationary point in weights need not be one in predictors",
            ["stationary-in-weights-only"]),
        new(
            "Is implicit bias of GD just ℓ2 in param space",
            "diagonal nets with exp loss, R ∝ ‖β‖_{2/D}",
            ["layered-norm", "diagonal-exponential-loss"]),
        new(
            "Is implicit bias of GD just ℓ2 in param space",
            "squared loss: ‖β‖₁ for any depth",
            ["rich-limit", "rich-limit-rate", "potential-of-depth"]),
        new("Is it all just a Kernel?", "first-order approximation", ["linearization"]),
        new("Is it all just a Kernel?", "tangent kernel", ["tangent-kernel-constant"]),
        new(
            "Is it all just a Kernel?",
            "squared loss: argmin ‖h − h_{w0}‖_K",
            ["scaled-predictor", "biased-kernel-flow"]),
        new("Is it all just a Kernel?", "logistic loss: argmin ‖h‖_K with margins", ["kernel-machine-limit"]),
        new("Kernel Regime and Scale of Init", "the scaling limit", ["scaling-limit"]),
        new("Kernel Regime and Scale of Init", "(1/α)h_α(∞) → ĥ", ["scaled-predictor"]),
        new("Kernel Regime and Scale of Init", "when α → 0, a bias that no RKHS norm has", ["rich-limit"]),
        new("Scale of Init: Kernel vs Deep", "K_0 = 4⟨x, x′⟩", ["tangent-kernel-constant"]),
        new("Scale of Init: Kernel vs Deep", "the ℓ2 limit", ["kernel-limit"]),
        new("Scale of Init: Kernel vs Deep", "the ℓ1 limit", ["rich-limit", "rich-limit-rate"]),
        new("Scale of Init: Kernel vs Deep", "Q_α at every α", ["potential-of-the-flow"]),
        new("Interpolating between Kernel and Deep", "induced dynamics", ["induced-dynamics"]),
        new("Sparse Learning, first slide", "population error against α", ["sparse-learning"]),
        new(
            "Sparse Learning, second slide",
            "how small α needs to be",
            [],
            "Drawn in the figure of that name; a statement about the order of the scales in m and k has no calibrated "
                + "threshold yet."),
        new("Relationship to Explicit Reg", "whether initializing is regularizing", ["explicit-is-depth-four"]),
        new("Relationship to Explicit Reg", "R_α and its quartic", ["explicit-penalty"]),
        new("Squared Loss vs Exp Loss", "the squared-loss limit once more", ["scaling-limit", "scaled-predictor"]),
        new("Squared Loss vs Exp Loss", "what the exponential loss does instead (figure)", ["kernel-machine-limit"]),
    ];

    /// <summary>What is left out, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "implicit-bias/diagonal-exponential-loss",
            "Depth D ≥ 3 under the exponential loss: stationary points of ‖β‖_{2/D}",
            ImplicitBiasTalk.At("Is implicit bias of GD just ℓ2 in param space", ImplicitBiasTalk.HomogeneousModels),
            "The limit direction of this flow is not followed here: its distance from stationarity falls only "
                + "like 1/log t, and no bound of the integration error survives so long a time. The regularizer itself "
                + "is examined in layered-norm, the limit for depth 2 and one sample in kernel-machine-limit."),
        new(
            "implicit-bias/biased-kernel-flow",
            "The linearized flow from a biased start ends at argmin ‖h − h_{w0}‖_K",
            ImplicitBiasTalk.At("Is it all just a Kernel?", ImplicitBiasTalk.LazyTraining),
            "It is gradient descent on a linear model in w − w₀, hence the claim on least ℓ2 norm from any start; "
                + "the unbiased case is examined with its rate in scaled-predictor."),
        new(
            "implicit-bias/other-kernel-conditions",
            "“Under some conditions” of the scaling limit beyond diagonal networks",
            ImplicitBiasTalk.At("Kernel Regime and Scale of Init", ImplicitBiasTalk.LazyTraining),
            "The talk names no conditions; the corrected form is examined for diagonal networks, for which its "
                + "envelope is derived."),
    ];
}
