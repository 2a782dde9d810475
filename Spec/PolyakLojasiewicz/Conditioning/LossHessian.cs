using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// "Setting" and the proof idea of Prop 1: ∇L = ∇Fᵀ(F − y) and H_L = ∇Fᵀ∇F + Σ(F − y)_i H_{F_i}. Integer quadratic
// maps make L a quartic along lines, whose derivatives follow from five values exactly: the formula is compared in
// exact arithmetic.

/// <summary>The Hessian of the square loss and the ranks of its two terms.</summary>
public sealed record LossHessian : Claim<LossHessianCell, LossHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/loss-hessian",
        Title = "The Hessian of the square loss: a term of low rank and a term of high rank",
        Kind = ClaimKind.Identity,
        Source = OverparameterizedLandscapesTalk.At(
            "Setting (7/23) and Loss landscape in overparameterized case, proof idea (9/23)"),
        Quotations =
        [
            """
            H_L(w) = \nabla F(w)^T \frac{\partial^2 L}{\partial F^2} \nabla F(w) + \sum_{i=1}^n (F(w) - y)_i
            H_{F_i}(w)
            """,
            @"for  $m \gg n$ , first term is generally low-rank, but second term isn't",
        ],
        Statement = new(
            """
            L(w)=\tfrac12\|F(w)-y\|^2:
            \quad H_L(w)=\nabla F(w)^T\nabla F(w)+\sum_{i=1}^n(F(w)-y)_i H_{F_i}(w);
            \quad \text{for } m\gg n \text{ the first term is generally low-rank, but the second isn't}
            """),
        Hypotheses = ["square loss, summed over the samples, with the factor ½",
            "F twice differentiable; m counts the parameters, p elsewhere in this suite"],
        Method =
            "Quadratic maps with integer coefficients, at integer points and along integer directions: the loss "
            + "is a quartic along the line, and five of its values give both derivatives without rounding. "
            + "They have to equal vᵀ∇Fᵀr and the printed second-order form exactly. Ranks are found modulo 2⁶¹ "
            + "− 1: where p > n the remainder H_L − Σ(F − y)_iH_{F_i}, with H_L from values of the loss alone, "
            + "has rank n at most, and the second term has full rank p on at least nine draws of ten.",
    };

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 8, Size = true)]
    public Choices<int> Outputs { get; init; } = [1, 2, 4];

    [Parameter("p", "numbers of parameters", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> Parameters { get; init; } = [1, 3, 6, 12];

    [Parameter("slope", "coefficient of the first derivative", Minimum = -4, Maximum = 4)]
    public double SlopeCoefficient { get; init; } = 1;

    [Parameter("curvature", "coefficient of the second term", Minimum = -4, Maximum = 4)]
    public double CurvatureCoefficient { get; init; } = 1;

    [Parameter("residual-power", "power of the residuals that weigh the Hessians of F", Minimum = 1, Maximum = 2)]
    public int ResidualPower { get; init; } = 1;

    [Parameter(
        "rank-deficit", "the rank of the first term is said to be at most n less this", Minimum = 0, Maximum = 8)]
    public int RankDeficit { get; init; }

    [Parameter("low-rank", "whether the second term is said to have rank at most n too")]
    public bool IsCurvatureLowRank { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("seven eighths of the first derivative", this with { SlopeCoefficient = 0.875 }, "first-derivative"),
        new("seven eighths of the second term", this with { CurvatureCoefficient = 0.875 }, "second-derivative"),
        new("y − F instead of F − y", this with { CurvatureCoefficient = -1 }, "second-derivative"),
        new("(F − y)² as weights", this with { ResidualPower = 2 }, "second-derivative"),
        new("the first term of rank below n", this with { RankDeficit = 1 }, "first-term"),
        new("the second term of rank at most n", this with { IsCurvatureLowRank = true }, "second-term"),
    ];

    public override int Decisions => 4;

    protected override Experiment<LossHessianCell, LossHessianOutcome> Experiment { get; } =
        new LossHessianExperiment();

    protected override IReadOnlyList<LossHessianCell> Cells =>
        [.. from n in Outputs from p in Parameters select new LossHessianCell(n, p)];

    protected override int TrialsNeeded(double level) =>
        Math.Max(
            TrialsOverDesign(level),
            TrialDesign.TrialsNeeded(Generally, 0.99, level / 2) / Math.Max(1, Cells.Count(IsOverparameterized)) + 1);

    protected override Evidence Judge(Examination<LossHessianCell, LossHessianOutcome> examination)
    {
        Evidence hessian = examination.ForAll(
            "the second derivative along a line is vᵀH_Lv",
            (_, o) =>
                Math.Abs(
                    o.SecondDifference
                        - 12
                            * (
                                o.GaussNewton
                                + CurvatureCoefficient * (ResidualPower == 1 ? o.Curvature : o.SquaredCurvature))),
            (_, _) => 0,
            Exactly)
            .Named("second-derivative");
        Evidence gradient = examination
            .ForAll(
                "the first derivative along a line is vᵀ∇Fᵀ(F − y)",
                (_, o) => Math.Abs(o.FirstDifference - 12 * SlopeCoefficient * o.Slope),
                (_, _) => 0,
                Exactly)
            .Named("first-derivative");
        Examination<LossHessianCell, LossHessianOutcome> over = examination.Where(IsOverparameterized);
        return Evidence.All(
            hessian,
            gradient,
            over.ForAll(
                "for p > n what the Hessian has beside the second term has rank at most n",
                (cell, o) => o.RemainderRank - (cell.Outputs - RankDeficit),
                (_, _) => 0,
                Exactly)
                .Named("first-term"),
            over.Count(
                "for p > n the second term has full rank",
                (cell, o) => IsCurvatureLowRank
                    ? o.CurvatureRank <= cell.Outputs ? TrialResult.Open : TrialResult.Failure
                    : o.CurvatureRank == cell.Parameters ? TrialResult.Success : TrialResult.Open,
                Generally).Named("second-term"));
    }

    private const double Generally = 0.9;

    private const string Exactly = "all numbers are integers or halves below 2⁵³: nothing rounds";

    private static bool IsOverparameterized(LossHessianCell cell) => cell.Parameters > cell.Outputs;
}
