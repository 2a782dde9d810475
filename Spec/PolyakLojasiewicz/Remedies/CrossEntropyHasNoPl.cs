using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Limitations": "square loss isn't the most commonly used loss function. What about other loss functions?" Cross-entropy has no PL* inequality on unbounded sets: ‖∇L‖ ≤ B·Ĝ with Ĝ ≤ min{L, 1}, hence
// ½‖∇L‖²/L ≤ ½B²min{L, 1/L}, which vanishes at both ends: far on the good side as the loss, far on the bad side as its inverse.

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
            "Limitations, fourth item (22/23), asks about other losses; the inequality is derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \frac{\tfrac12\|\nabla L(W)\|^2}{L(W)}\le\tfrac12B^2\min\Big\{L(W),\frac1{L(W)}\Big\}, \ B=\max_i\|x_i\|; \quad
            \text{along } W=tV, \ y_iv\cdot x_i\ge\gamma_0, \ t\to\infty \text{ the ratio is at least } \tfrac18\gamma^2\gamma_0^2L
            """),
        Hypotheses =
        [
            "mean logistic loss of a leaky-ReLU network with |a_j| = 1/√m (γ = 1: logistic regression)",
            "½ convention: PL*(μ) says ½‖∇L‖² ≥ μL",
        ],
        Method =
            "The ratio along the planted direction of separable data, from t = −64 to 64, against the bound; on the good side also against "
            + "the lower bound, so that the ratio falls exactly like L: powers of L off by a fifth are seen.",
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
        new("PL* with μ = 10⁻⁶", this with { ClaimedConstant = 1e-6 }, Constant),
        new("the ratio falls like L^1.2", this with { Power = 1.2 }, Above),
        new("the ratio falls like L^0.8 only", this with { Power = 0.8 }, Below),
    ];

    public override int Decisions => 3;

    protected override Experiment<CrossEntropyCell, CrossEntropyOutcome> Experiment { get; } = new CrossEntropyExperiment();

    protected override IReadOnlyList<CrossEntropyCell> Cells => [.. Widths.Select(m => new CrossEntropyCell(m, Samples, Dimension, Slope, Margin: 1))];

    protected override Evidence Judge(Examination<CrossEntropyCell, CrossEntropyOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the ratio stays below ½B² min{L, 1/L}",
                (_, o) => o.Losses.Zip(o.Ratios, (loss, ratio) => ratio / Ceiling(o, loss) - 1).Max(),
                (cell, _) => Rounding(cell),
                Derivation).Named(Above),
            examination.ForAll(
                "on the good side the ratio is at least ⅛γ²γ_0²L",
                (cell, o) => o.Losses.Zip(o.Ratios, (loss, ratio) => Floor(cell) * PowerOf(loss) / ratio - 1)
                    .TakeLast(CrossEntropyExperiment.GoodSide).Max(),
                (cell, _) => Rounding(cell),
                Derivation).Named(Below),
            examination.Where(_ => ClaimedConstant > 0).ForAll(
                "the ratio stays above the constant that is claimed",
                (_, o) => 1 - o.Ratios.Min() / ClaimedConstant,
                (cell, _) => Rounding(cell),
                Derivation).Named(Constant));
    }

    private const string Above = "above";

    private const string Below = "below";

    private const string Constant = "constant";

    // −ℓ' ≥ ℓ/2 for ℓ ≤ 1, as holds for every sample on the good side, and ‖∇L‖ ≥ γγ_0Ĝ.
    private static double Floor(CrossEntropyCell cell) => cell.Slope * cell.Slope * cell.Margin * cell.Margin / 8;

    private double PowerOf(double loss) => ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(loss));

    private double Ceiling(CrossEntropyOutcome o, double loss) => o.LargestInput * o.LargestInput / 2 * (loss < 1 ? PowerOf(loss) : 1 / loss);

    private const string Derivation =
        "relative: sums of n·(m + d) terms of one sign along the planted ray, exponentials at arguments up to 64·B·√d and "
        + "powers e^(c·ln L) with |ln L| below 10³, each to 3u per unit of its argument";

    private static double Rounding(CrossEntropyCell cell) =>
        DoublePrecision.UnitRoundoff * (4.0 * cell.Samples * (cell.Width + cell.Dimension) + 4000);
}
