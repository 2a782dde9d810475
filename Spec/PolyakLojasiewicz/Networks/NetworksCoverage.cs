namespace Verification.Spec.PolyakLojasiewicz.Networks;

/// <summary>Slides 15 to 21 and the backup slide on output layers: networks.</summary>
internal static class NetworksCoverage
{
    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
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
            ["local-nonconvexity", "stationary-points-are-global", "chain-of-certificates"],
            "“i.e.”: the converse fails as well, x⁴ has only global stationary points and no PL* on any neighborhood "
                + "of 0."),
        new(
            "Backup slide, Non-linear vs linear output layer",
            "[φ(f)]'' = φ''(f)f' + φ'(f)f''",
            ["nonlinear-output-hessian"]),
    ];
}
