namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The statements of the talk, slide by slide, with what examines them.</summary>
internal static class PolyakLojasiewiczCoverage
{
    private const string Definition = "Polyak-Lojasiewicz (PL) condition (3/23)";

    private const string Aside = "Aside (5/23)";

    private const string Local = "Convexity → PL → Local PL (10/23)";

    /// <summary>Slides 3, 5, 10 and 21: PL among its neighbors.</summary>
    public static IReadOnlyList<CoverageEntry> Conditions { get; } =
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
        new(
            Aside,
            "an ellipsis: further conditions",
            ["condition-chain", "chain-converses", "pl-without-secant"],
            "Error bound and restricted secant, derived here."),
        new(
            Local,
            "from convexity to PL",
            ["pl-without-convexity", "best-pl-constant"],
            "That PL does not need convexity, with exact thresholds."),
        new(Local, "local PL / PL*: ‖∇L(w)‖² ≥ μL(w) on S", ["pl-star-convention"], "Its factor ½ is missing."),
        new(
            "Summary (21/23)",
            "PL*, i.e. all stationary points are global minima",
            ["stationarity-without-pl", "stationary-points-are-global"]),
    ];

    /// <summary>Slides 4 and 5: linear rates.</summary>
    public static IReadOnlyList<CoverageEntry> Rates { get; } =
    [
        new(
            "Smoothness + PL ⇒ Linear convergence of gradient descent (4/23)",
            "L(x^{k+1}) − L* ≤ (1 − ημ)(L(x^k) − L*) at η = 1/β, with its proof",
            ["gradient-descent-rate", "one-dimensional-rate", "sharper-descent-rate", "turning-gradient"],
            "The last three are derived here: what the best factor is."),
        new(
            "Aside (5/23)",
            "Similar proofs for stochastic gradient descent",
            ["sgd-constant-step", "sgd-decreasing-step", "sgd-interpolation"],
            "No rate is printed; without interpolation a constant step leaves a floor."),
        new(
            "Aside (5/23)",
            "Similar proofs for randomized and greedy coordinate descent",
            ["randomized-coordinate-rate", "greedy-coordinate-rate"],
            "The rates are those of the paper."),
        new("Aside (5/23)", "Proximal gradient generalization, min L + g", ["proximal-gradient-rate"]),
    ];
}
