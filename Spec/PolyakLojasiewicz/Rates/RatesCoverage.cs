namespace Verification.Spec.PolyakLojasiewicz.Rates;

/// <summary>What the slides on linear convergence state (4/23, 5/23), with what examines it.</summary>
internal static class RatesCoverage
{
    private const string Descent = "Smoothness + PL ⇒ Linear convergence of gradient descent (4/23)";

    private const string Aside = "Aside (5/23)";

    /// <summary>In the order of the slides.</summary>
    public static IReadOnlyList<CoverageEntry> All { get; } =
    [
        new(Descent, "η = 1/β: L(x^{k+1}) − L* ≤ (1 − ημ)(L(x^k) − L*)", ["gradient-descent-rate"]),
        new(
            Descent,
            "the factor 1 − ημ is one that the proof gives",
            ["sharper-descent-rate", "one-dimensional-rate", "turning-gradient"],
            "Nothing is said of sharpness; what is known of it is derived or quoted."),
        new(
            Aside,
            "similar proofs for stochastic gradient descent",
            ["sgd-constant-step", "sgd-decreasing-step"],
            "“Similar” names no rate; those of Karimi, Nutini and Schmidt are examined."),
        new(Aside, "similar proofs for randomized coordinate descent", ["randomized-coordinate-rate"]),
        new(Aside, "similar proofs for greedy coordinate descent", ["greedy-coordinate-rate"]),
        new(Aside, "proximal gradient generalization (via proximal-PL)", ["proximal-gradient-rate"]),
        new("PL* ⇒ linear convergence of (S)GD (17/23, 21/23)", "linear convergence of SGD under PL*", ["sgd-interpolation"]),
    ];
}
