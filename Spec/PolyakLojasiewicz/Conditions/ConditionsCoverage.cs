namespace Verification.Spec.PolyakLojasiewicz.Conditions;

/// <summary>The statements of slides 3, 5, 10 and 21 about conditions, in their order, with what examines
/// them.</summary>
internal static class ConditionsCoverage
{
    private const string Definition = "Polyak-Lojasiewicz (PL) condition (3/23)";

    private const string Aside = "Aside (5/23)";

    private const string Local = "Convexity → PL → Local PL (10/23)";

    /// <summary>In the order of the slides.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(Definition, "strong convexity and the PL condition", [], "Definitions."),
        new(Definition, "SC ⇒ PL", ["strong-convexity-implies-pl"], "With the same constant, and no larger one."),
        new(Definition, "all stationary points are global minima", ["stationary-points-are-global"]),
        new(Definition, "PL is somewhat easier to verify than SC", ["easier-to-verify"]),
        new(
            Aside,
            "weak strong convexity is another condition for linear convergence",
            ["condition-chain", "chain-converses", "nearest-minimizer"],
            "With x* the minimizer nearest to x."),
        new(
            Aside,
            "quadratic growth is another condition for linear convergence",
            ["quadratic-growth", "condition-chain", "nearest-minimizer"],
            "Only together with convexity."),
        new(Aside, "an ellipsis: further conditions", ["condition-chain", "chain-converses", "pl-without-secant"], "Error bound and restricted secant, derived here."),
        new(Local, "from convexity to PL", ["pl-without-convexity", "best-pl-constant"], "That PL does not need convexity, with exact thresholds."),
        new(Local, "local PL / PL*: ‖∇L(w)‖² ≥ μL(w) on S", ["pl-star-convention"], "Its factor ½ is missing."),
        new("Summary (21/23)", "PL*, i.e. all stationary points are global minima", ["stationarity-without-pl", "stationary-points-are-global"]),
    ];
}
