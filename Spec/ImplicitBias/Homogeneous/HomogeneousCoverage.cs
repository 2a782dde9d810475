namespace Verification.Spec.ImplicitBias.Homogeneous;

/// <summary>Homogeneous models.</summary>
internal static class HomogeneousCoverage
{
    private const string Theorem = "Theorem [Nacson Gunasekar Lee S Soudry 2019][Lyu Li 2019]";

    private const string JustL2 = "Is implicit bias of GD just ℓ2 in param space + mapping to func space?";

    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
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
}
