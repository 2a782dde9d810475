namespace Verification.Spec.ImplicitBias.MatrixFactorization;

/// <summary>What parametrizations minimize.</summary>
internal static class ParametrizationCoverage
{
    private const string Parametrizations = "Effect of Parametrization";

    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
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
}
