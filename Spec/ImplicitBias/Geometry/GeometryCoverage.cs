namespace Verification.Spec.ImplicitBias.Geometry;

/// <summary>What descent minimizes in different geometries.</summary>
internal static class GeometryCoverage
{
    private const string OptimizationGeometry = "Effect of Optimization Geometry";

    /// <summary>The statements of these slides with what examines them.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
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
}
