using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "diagonal nets with exp loss R(β) ∝ ‖β‖_{2/D}" for R(h) = min_{F(w)=h} ‖w‖₂: by the inequality of means R(β)² =
// D·Σ|β_j|^(2/D), R = √D·‖β‖_{2/D}^(1/D). R(cβ) = c^(1/D)R(β), whereas a (quasi-)norm has degree 1.

/// <summary>The norm of weights that a diagonal network needs for a predictor.</summary>
public sealed partial record LayeredNorm : Claim<LayeredNormCell, LayeredNormOutcome>
{
    private const string Degree = "degree";
    private const string Value = "value";
    private const string LowerBound = "lower bound";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/layered-norm",
        Title = "For D diagonal layers min ‖w‖₂ is √D·‖β‖_{2/D}^{1/D}, a power of the quasi-norm",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Is implicit bias of GD just ℓ2 in param space + mapping to func space?",
            ImplicitBiasTalk.HomogeneousModels),
        Quotations =
        [
            @"Suggests implicit bias defined by  $R_F(\mathbf{h}) = \mathbf{arg\,min}_{F(\mathbf{w})=\mathbf{h}} "
                + @"\|\mathbf{w}\|_2$",
            @"Linear conv nets, diagonal nets with exp loss  $R(\beta) \propto \|\beta\|_{2/D}$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"R(\beta)=\min\Big\{\|w\|_2: \prod_{l=1}^Dw_{l,j}=\beta_j\Big\}: \quad R(\beta)\propto\|\beta\|_{2/D}")
        {
            Corrected =
                @"R(\beta)=\sqrt D\,\|\beta\|_{2/D}^{1/D}, \quad \|\beta\|_{2/D}=\Big(\sum_j|\beta_j|^{2/D}\Big)^{D/2}",
            Reason =
                "R has degree 1/D in β, a quasi-norm degree 1: for D = 2, R(4β) = 2R(β). The order of predictors, "
                    + "and so every minimizer, is the same; on the line above the talk squares R for matrix "
                    + "factorization, where the proportion is right. R_F is a minimum, not an argmin.",
        },
        Hypotheses = ["D ≥ 2 separate diagonal layers"],
        Method =
            "Balanced weights attain the value, for β and for 16β; random weights with the same product, far from "
            + "balance and within 10⁻⁴ of the value, do not fall below it.",
    };

    [Parameter("d", "dimension", Minimum = 1, Maximum = 100, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("degree", "whether R has degree 1 in β in place of 1/D")]
    public bool IsNorm { get; init; }

    [Parameter("constant", "R²/Σ|β_j|^(2/D) over D", Minimum = 0, Maximum = 10)]
    public double Constant { get; init; } = 1;

    [Parameter("half-power", "whether the power is 1/D in place of 2/D")]
    public bool HalfPower { get; init; }

    public override Claim AsPrinted => this with { IsNorm = true };

    public override string PrintedPart => Degree;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("R² is 0.99D·Σ|β_j|^(2/D)", this with { Constant = 0.99 }, Value),
        new("the power is 1/D", this with { HalfPower = true }, Value),
        new("R² ≥ 1.001D·Σ|β_j|^(2/D)", this with { Constant = 1.001 }, LowerBound),
    ];

    public override int Decisions => 3;

    protected override Experiment<LayeredNormCell, LayeredNormOutcome> Experiment { get; } =
        new LayeredNormExperiment();

    protected override IReadOnlyList<LayeredNormCell> Cells =>
        [.. Depths.Select(depth => new LayeredNormCell(Dimension, depth))];

    protected override Evidence Judge(Examination<LayeredNormCell, LayeredNormOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "balanced weights attain the value",
                    (cell, o) => Math.Abs(o.Balanced - Claimed(cell, o)),
                    (cell, o) => cell.Depth * o.Error,
                    "rounding of powers and sums")
                .Named(Value),
            examination
                .ForAll(
                    "random weights with the same product do not fall below it",
                    (cell, o) => Claimed(cell, o) - o.Random.Min(),
                    (cell, o) => 8 * cell.Depth * o.Error,
                    "rounding of powers and sums")
                .Named(LowerBound),
            examination
                .ForAll(
                    "the degree in β",
                    (cell, o) => Math.Abs(o.Growth - (IsNorm ? 4 : 4.0 / cell.Depth)),
                    (_, o) => 8 * o.Error,
                    "rounding of powers and sums")
                .Named(Degree));
    }

    private double Claimed(LayeredNormCell cell, LayeredNormOutcome o) =>
        cell.Depth * Constant * (HalfPower ? o.OtherPower : 1);
}
