namespace Verification.Spec.JacobianSpectra.Optimization;

/// <summary>The claims about gradient descent with smooth activations.</summary>
internal static class OptimizationSection
{
    private const string Theory = "Theory for smooth activations";

    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims =>
    [
        new SmoothDescentStep(),
        new DistinctInputs(),
        new WidthHalf(),
        new LocalConvergence(),
        new ParameterCount(),
    ];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } =
    [
        new("One-hidden layer", "y_i = vᵀφ(Wx_i)", ["smooth-descent-step"],
            "the output stands under the name of the label; the loss of the next slide tells them apart"),
        new(Theory, "the loss, and gradient descent", ["smooth-descent-step"],
            "some slides print the update with τ + 1 on both sides, which says that the gradient vanishes"),
        new(Theory, "v_0 i.i.d. N(0, ν²) with ν ≫ 1, W_0 i.i.d. N(0, 1)", ["local-convergence", "width-half"],
            "σ², ‖r₀‖ and the Lipschitz constant grow together with ν, and where no weights fit none helps"),
        new(Theory, "Theorem: distinct data points", ["distinct-inputs"]),
        new(Theory, "Theorem: # training data ≤ 2 × # width", ["width-half"]),
        new(Theory, "Theorem: zero training error at a linear rate", ["local-convergence"],
            "ρ and μ are not printed; near the start with constants, from the random start it is false as printed"),
        new(Theory, "Possible extension: # training data ≤ 2 × # parameters", ["parameter-count"]),
        new(Theory, "Prior work requires very wide networks", ["prior-work-width"]),
        new("Conclusion", "Global optimization: neural networks can fit any data", ["distinct-inputs"]),
    ];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "jacobian-spectra/prior-work-width",
            "Prior work needs a width of n⁴/λ⁴",
            JacobianSpectraTalk.At(Theory, "arXiv:1810.02054 and others"),
            "A statement about what others proved, up to a constant; the first of the papers named has n⁶/λ⁴ in its "
                + "theorem. For n = 20 and λ = 0.01 the formula gives 1.6·10¹³ neurons; local-convergence fits labels "
                + "near the outputs with n/2."),
    ];
}
