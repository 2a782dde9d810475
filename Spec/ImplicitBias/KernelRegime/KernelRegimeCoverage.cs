namespace Verification.Spec.ImplicitBias.KernelRegime;

/// <summary>The kernel regime.</summary>
internal static class KernelRegimeCoverage
{
    private const string JustAKernel = "Is it all just a Kernel?";

    private const string ScaleOfInit = "Kernel Regime and Scale of Init";

    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new("Doesn't it all boil down to the NTK?", "a question", [], "What follows answers it."),
        new(JustAKernel, "first-order approximation", ["linearization"]),
        new(JustAKernel, "tangent kernel", ["tangent-kernel-constant"]),
        new(
            JustAKernel,
            "squared loss: argmin ‖h − h_{w0}‖_K",
            ["scaled-predictor", "biased-kernel-flow"]),
        new(JustAKernel, "logistic loss: argmin ‖h‖_K with margins", ["hard-margin-direction", "kernel-machine-limit"]),
        new(ScaleOfInit, "the scaling limit", ["scaling-limit", "other-kernel-conditions"]),
        new(ScaleOfInit, "(1/α)h_α(∞) → ĥ", ["scaled-predictor"]),
        new(ScaleOfInit, "when α → 0, a bias that no RKHS norm has", ["rich-limit"]),
    ];
}
