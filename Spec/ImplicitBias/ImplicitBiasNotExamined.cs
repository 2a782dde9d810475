namespace Verification.Spec.ImplicitBias;

/// <summary>What stands in the talk without being examined.</summary>
internal static class ImplicitBiasNotExamined
{
    /// <summary>All of it, with the reasons.</summary>
    public static IReadOnlyList<NotExamined> All { get; } =
    [
        new(
            "implicit-bias/network-size-figures",
            "Training and test error against the number of hidden units",
            ImplicitBiasTalk.At(
                "[Neyshabur Tomioka S ICLR'15]",
                "B. Neyshabur, R. Tomioka, N. Srebro, arXiv:1412.6614"),
            "The curves are missing from the document, and their data (MNIST, CIFAR-10) are not at hand. What of it is "
                + "a statement, that the size of the weights bounds the complexity at every width, is size-of-weights."
        ),
        new(
            "implicit-bias/language-model-figure",
            "Perplexities of SGD and ADAM on Penn Treebank with a 3-layer LSTM",
            ImplicitBiasTalk.At("SGD vs ADAM", "A. Wilson et al., arXiv:1705.08292"),
            "The curves are missing from the document, and neither data nor training are at a desk's scale. The cited "
                + "paper's construction is adaptive-methods."),
        new(
            "implicit-bias/recurrent-residual-boosting",
            "Learning is arg min of the training loss",
            ImplicitBiasTalk.At("The Deep Recurrent Residual Boosting Machine"),
            "Satire: no model is named. Its point, that the minimizers are many and differ on new examples, is "
                + "adaptive-methods. As printed the summand does not depend on i; (x_i; y_i) is meant."),
        new(
            "implicit-bias/generic-factorizations",
            "Factorizations with generic measurements go at least approximately to the least nuclear norm",
            ImplicitBiasTalk.At(
                "Effect of Optimization Geometry, “empirically at least approx”",
                "S. Gunasekar et al., arXiv:1705.09280"),
            "Approximately names no size. commuting-factorization examines the special case, "
                + "nuclear-norm-counterexample and unbounded-completion refute the conjecture; for Gaussian "
                + "measurements the excess over the least trace is a few percent and need not fall with α."),
        new(
            "implicit-bias/factorization-class",
            "W = UV is an over-parametrization of all matrices",
            ImplicitBiasTalk.At("Effect of Parametrization"),
            "True exactly for an inner dimension of min(n, m) or more, by the rank; the slide names none, and no "
                + "computation adds to that."),
        new(
            "implicit-bias/all-functions-on-the-line",
            "Infinite-width ReLU networks are a parametrization of essentially all functions on the line",
            ImplicitBiasTalk.At(
                "Effect of Parametrization",
                "P. Savarese, I. Evron, D. Soudry, N. Srebro, arXiv:1902.05040"),
            "Essentially all is left open. What the weights cost is relu-function-norm, for piecewise linear "
                + "functions, which are dense."),
        new(
            "implicit-bias/homogeneous-directions",
            "The direction of a homogeneous model has a limit, which is a stationary point of the margin problem",
            ImplicitBiasTalk.At(
                "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]",
                ImplicitBiasTalk.HomogeneousModels),
            "A limit at times that only closed forms reach: hard-margin-direction and convolution-depth have them. "
                + "What "
                + "the proof says at every point is stationary-direction and smoothed-margin. Where rectified units "
                + "stop at a kink the gradient has to be Clarke's, which the slide does not say."),
        new(
            "implicit-bias/questions",
            "Which complexity measure, how it is minimized by the optimization algorithm, how it changes with the "
                + "algorithm",
            ImplicitBiasTalk.At(
                "For valid generalization, the size of the weights is more important than the size of the network"),
            "Questions, which the other claims answer model by model."),
        new(
            "implicit-bias/diagonal-exponential-loss",
            "Depth D ≥ 3 under the exponential loss: stationary points of ‖β‖_{2/D}",
            ImplicitBiasTalk.At("Is implicit bias of GD just ℓ2 in param space", ImplicitBiasTalk.HomogeneousModels),
            "The distance of this flow from stationarity falls only like 1/log t, and no bound of the integration "
                + "error survives so long a time. The regularizer is examined in layered-norm, points of such networks "
                + "in stationary-direction, the limit for depth 2 and one sample in kernel-machine-limit."),
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
