using Verification.Spec.ImplicitBias.Geometry;
using Verification.Spec.ImplicitBias.Homogeneous;
using Verification.Spec.ImplicitBias.MatrixFactorization;
using Verification.Spec.ImplicitBias.Motivation;

namespace Verification.Spec.ImplicitBias;

/// <summary>The claims on optimization geometry, on parametrization and on homogeneous models, in the order of the
/// talk.</summary>
internal static class GeometryClaims
{
    public static IReadOnlyList<Claim> All =>
    [
        new SizeOfWeights(),
        new AdaptiveMethods(),
        new GradientDescentMinimumNorm(),
        new MirrorDescentBregman(),
        new NaturalGradientOrder(),
        new HardMarginDirection(),
        new CoordinateDescentMargin(),
        new CommutingFactorization(),
        new NuclearNormCounterexample(),
        new UnboundedCompletion(),
        new ConvolutionNorm(),
        new ConvolutionDepth(),
        new ReluFunctionNorm(),
        new Homogeneity(),
        new SmoothedMargin(),
        new UnobservedEntries(),
    ];

    public static IReadOnlyList<NotExamined> NotExamined =>
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
            "Directions of homogeneous models converge to first-order stationary points of the margin problem",
            ImplicitBiasTalk.At(
                "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]",
                ImplicitBiasTalk.HomogeneousModels),
            "A limit at times that only closed forms reach: convolution-depth and hard-margin-direction have them. The "
                + "step of the proof that a point can show is smoothed-margin. Where rectified units stop at a kink "
                + "the gradient has to be Clarke's, which the slide does not say."),
        new(
            "implicit-bias/questions",
            "Which complexity measure, how it is minimized by the optimization algorithm, how it changes with the "
                + "algorithm",
            ImplicitBiasTalk.At(
                "For valid generalization, the size of the weights is more important than the size of the network"),
            "Questions, which the other claims answer model by model."),
    ];
}
