using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Limitations": "square loss isn't the most commonly used loss function. What about other loss functions?"
// Cross-entropy has no PL* inequality on unbounded sets: ‖∇L‖ ≤ B·Ĝ with Ĝ ≤ min{L, 1}, hence ½‖∇L‖²/L ≤ ½B²min{L,
// 1/L}, which vanishes at both ends: far on the good side as the loss, far on the bad side as its inverse.

/// <summary>The logistic loss satisfies PL* with no constant, on separable data in particular.</summary>
public sealed record CrossEntropyHasNoPl : Claim<CrossEntropyCell, CrossEntropyOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/cross-entropy-has-no-pl",
        Title = "Cross-entropy satisfies PL* with no constant: the ratio vanishes like L and like 1/L",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Limitations, fourth item (22/23); the inequality is derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \frac{\tfrac12\|\nabla L(W)\|^2}{L(W)}\le\tfrac12B^2\min\Big\{L(W),\frac1{L(W)}\Big\}, \
            B=\max_i\|x_i\|;
            \quad \text{along } W=tV, \ y_iv\cdot x_i\ge\gamma_0, \ t\to\infty \text{ the ratio is at least }
            \tfrac18\gamma^2\gamma_0^2L
            """),
        Hypotheses = ["mean logistic loss of a leaky-ReLU network with |a_j| = 1/√m (γ = 1: logistic regression); V "
            + "has the rows a_jv, ‖v‖ = 1",
            "½ convention: PL*(μ) says ½‖∇L‖² ≥ μL"],
        Method =
            "The ratio along the planted direction of separable data, from t = −64 to 64, against the bound; on "
            + "the good side also against the lower bound, so that the ratio falls exactly like L.",
    };

    [Parameter("width", "numbers of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public Choices<int> Widths { get; init; } = [1, 8];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 200, Size = true)]
    public int Samples { get; init; } = 10;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("slope", "slope γ of the activation on negative arguments", Minimum = 0.01, Maximum = 1)]
    public double Slope { get; init; } = 0.5;

    [Parameter("power", "power of L in the bound where L ≤ 1", Minimum = 0, Maximum = 3)]
    public double Power { get; init; } = 1;

    [Parameter("mu", "constant with which PL* is claimed, 0 for none", Minimum = 0, Maximum = 10)]
    public double ClaimedConstant { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("PL* with μ = 10⁻⁶", this with { ClaimedConstant = 1e-6 }, "constant"),
        new("the ratio falls like L^1.25", this with { Power = 1.25 }, "ceiling"),
        new("the ratio falls like L^0.75", this with { Power = 0.75 }, "floor"),
    ];

    public override int Decisions => ClaimedConstant == 0 ? 2 : 3;

    protected override Experiment<CrossEntropyCell, CrossEntropyOutcome> Experiment { get; } =
        new CrossEntropyExperiment();

    protected override IReadOnlyList<CrossEntropyCell> Cells =>
        [.. Widths.Select(m => new CrossEntropyCell(m, Samples, Dimension, Slope, Margin: 1))];

    protected override Evidence Judge(Examination<CrossEntropyCell, CrossEntropyOutcome> examination)
    {
        Evidence above = examination
            .ForAll(
                "the ratio stays below ½B² min{L, 1/L}",
                (_, o) => o.Losses.Zip(o.Ratios, (loss, ratio) => ratio / Ceiling(o, loss) - 1).Max(),
                Tolerance,
                Derivation)
            .Named("ceiling");
        Evidence below = examination
            .ForAll(
                "on the good side the ratio is at least ⅛γ²γ_0²L",
                (cell, o) =>
                    o
                        .Losses.Zip(o.Ratios, (loss, ratio) => Floor(cell) * PowerOf(loss) / ratio - 1)
                        .TakeLast(CrossEntropyExperiment.GoodSide)
                        .Max(),
                Tolerance,
                Derivation).Named("floor");
        return ClaimedConstant == 0 ? Evidence.All(above, below) : Evidence.All(
            above,
            below,
            examination
                .ForAll(
                    "the ratio stays above the constant that is claimed",
                    (_, o) => 1 - o.Ratios.Min() / ClaimedConstant,
                    Tolerance,
                    Derivation)
                .Named("constant"));
    }

    // −ℓ' ≥ ℓ/2 for ℓ ≤ 1, as holds for every sample on the good side, and ‖∇L‖ ≥ γγ_0Ĝ.
    private static double Floor(CrossEntropyCell cell) => cell.Slope * cell.Slope * cell.Margin * cell.Margin / 8;

    private double PowerOf(double loss) => ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(loss));

    private double Ceiling(CrossEntropyOutcome o, double loss) =>
        o.LargestInput * o.LargestInput / 2 * (loss < 1 ? PowerOf(loss) : 1 / loss);

    private static double Tolerance(CrossEntropyCell cell, CrossEntropyOutcome o) =>
        16.0 * (cell.Samples + cell.Width + cell.Dimension + 64) * UnitRoundoff;

    private const string Derivation =
        "relative: chains of n, m and d operations on terms of one sign, arguments up to 64 times the inputs in "
        + "exponentials, the logarithm of L";
}
