namespace Verification.Spec.JacobianSpectra.BiasVariance;

/// <summary>The claims about information and nuisance space, and the bias and variance of what is learned.</summary>
internal static class BiasVarianceSection
{
    private const string RandomStart = "Theory (random initialization)", FixedStart = "Theory (deterministic)";

    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims =>
    [
        new LossAndGradient(),
        new InformationAndNuisance(),
        new ExpectedKernel(),
        new LinearResidualDynamics(),
        new StoppingTime(),
        new StartInTheBias(),
        new DistanceInFullSpace(),
        new ScaleOfTheStart(),
        new JacobianNorm(),
        new FrozenKernelLimit(),
    ];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } =
    [
        new("Model and training", "softmax and maximum", [], "The softmax rises with its argument: the class of the "
            + "largest output is that of the largest softmax, by definition."),
        new("Model and training", "gradient descent from random initialization", ["loss-and-gradient"]),
        new(RandomStart, "the cut-off √(nKᾱ), and √(nK)·ᾱ on other slides",
            ["mixture-substitution", "jacobian-norm"],
            "read as √(nK)·ᾱ, as in the paper: with the other one Γ⁴/ᾱ⁸ would be Γ⁴K¹⁶C⁸ for mixtures, not Γ⁴K⁸C⁴"),
        new(RandomStart, "a number ᾱ ≥ 0", ["stopping-time"],
            "read as ᾱ > 0: at 0 the width, the number of iterations and the variance are 1/0"),
        new(RandomStart, "Π_N(y)/√n as a term of the bound", ["start-in-the-bias"],
            "a vector where its norm is meant, as the tables have it; likewise for the deterministic start"),
        new(RandomStart, "K = 1, for the output weights 1/√(kK log K)", ["expected-kernel"],
            "log 1 = 0: the scale is infinite there"),
        new(RandomStart, "the bound of the error", ["error-constants", "stopping-time", "start-in-the-bias"]),
        new(RandomStart, "structured data need smaller networks, and a constant ᾱ constant ones",
            ["stopping-time", "mixture-substitution"],
            "Monotone in ᾱ by the formulas; for random initialization the paper's width has log n besides."),
        new(RandomStart, "improves upon Arora et al.", ["distance-in-full-space", "width-against-arora"]),
        new(FixedStart, "the bound of the error", ["error-constants", "stopping-time", "scale-of-the-start"]),
        new(FixedStart, "applies to pre-trained models and to any iterate",
            ["linear-residual-dynamics"],
            "Nothing is asked of W₀ but the scale of its residual; a run that goes on from W_τ starts there."),
        new(FixedStart, "Question: What can we say about pretrained networks vs random?", [],
            "a question, which the talk leaves open"),
        new(FixedStart, "kernel adaptation", ["kernel-adaptation-literature"]),
    ];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "jacobian-spectra/error-constants",
            "The error of classification is at most a constant times bias and variance",
            JacobianSpectraTalk.At(RandomStart),
            "The constants behind ≲ and behind the width are not named, and a bound with any constant cannot be "
                + "refuted by instances. Its engine is examined in linear-residual-dynamics, its number of iterations "
                + "in stopping-time, its hypotheses in start-in-the-bias and scale-of-the-start, by families along "
                + "which every constant fails."),
        new(
            "jacobian-spectra/width-against-arora",
            "A width of n⁴ log n/λ⁴ improves upon Arora et al.",
            JacobianSpectraTalk.At(RandomStart, "arXiv:1901.08584"),
            "A comparison of two sufficient widths with unnamed constants. That ᾱ² = λ/(nK) makes Γ⁴/ᾱ⁸ the fourth "
                + "power of nK/λ is arithmetic; the logarithm, which the general width lacks, stands here alone."),
        new(
            "jacobian-spectra/kernel-adaptation-literature",
            "A step towards kernel adaptation, as Bach and Chizat, Mei and Montanari, Yang, and Soudry et al. see it",
            JacobianSpectraTalk.At(FixedStart),
            "Pointers to the literature; what trained kernels do is examined in the part on training."),
    ];
}
