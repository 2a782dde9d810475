using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Homogeneous;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Homogeneous;

// "Infinite Width ReLU Net with 1-d input": the least ½Σ(a_i² + w_i²) over f = Σa_i[w_ix + b_i]₊ + c is max(∫|f″|,
// |f′(−∞) + f′(∞)|), biases and constant free. Lower bound and construction in ReluCostExperiment.

/// <summary>The least weights of a ReLU network on the line.</summary>
public sealed record ReluFunctionNorm : Claim<ReluCostCell, ReluCostOutcome>
{
    private const string Bound = "the bound", Attained = "the construction";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/relu-function-norm",
        Title = "The least weights of a ReLU network on the line are max(∫|f″|, |f′(−∞) + f′(∞)|)",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Effect of Parametrization",
            "P. Savarese, I. Evron, D. Soudry, N. Srebro, arXiv:1902.05040"),
        Quotations =
        [
            "Infinite Width ReLU Net with 1-d input",
            @"$$\max\left(\int |f''| dx, |f'(-\infty) + f'(+\infty)|\right)$$",
        ],
        Statement = new(
            """
            \inf\Big\{\tfrac12\sum_i(a_i^2+w_i^2):f(x)=\sum_ia_i[w_ix+b_i]_++c\Big\}
            =\max\Big(\int|f''|,\,|f'(-\infty)+f'(+\infty)|\Big)
            """),
        Hypotheses =
        [
            "biases and the constant are not penalized",
            "f continuous and piecewise linear; for others the sum is an integral over units",
        ],
        Method =
            "Random representations with units of both facings at every kink and an affine part. Their cost obeys the "
                + "bound; a representation of the same function is constructed, checked for its bends and slopes, and "
                + "attains it.",
    };

    [Parameter("kinks", "number of kinks", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Kinks { get; init; } = [1, 3, 8];

    [Parameter("affine", "deviation of the slope of the affine part", Minimum = 0, Maximum = 100, Size = true)]
    public Choices<double> Affine { get; init; } = [0, 2];

    [Parameter("formula", "the formula")]
    public ReluCostFormula Formula { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the sum in place of the maximum", this with { Formula = ReluCostFormula.Sum }, Attained),
        new("∫|f″| alone", this with { Formula = ReluCostFormula.VariationAlone }, Attained),
        new(
            "the difference of the slopes in place of their sum",
            this with
            {
                Formula = ReluCostFormula.Difference,
            },
            Attained),
    ];

    public override int Decisions => 2;

    protected override Experiment<ReluCostCell, ReluCostOutcome> Experiment { get; } = new ReluCostExperiment();

    protected override IReadOnlyList<ReluCostCell> Cells =>
        [.. from kinks in Kinks from affine in Affine select new ReluCostCell(kinks, affine)];

    protected override Evidence Judge(Examination<ReluCostCell, ReluCostOutcome> examination) =>
        Evidence.All([
            examination
                .ForAll(
                    "the formula ≤ the cost of the representation drawn",
                    (_, o) => Value(o) - o.Drawn,
                    (_, o) => o.Error,
                    Derivation)
                .Named(Bound),
            examination
                .ForAll(
                    "the constructed representation is one of f and has the cost of the formula",
                    (_, o) => Math.Max(o.Mismatch, Math.Abs(o.Constructed - Value(o))),
                    (_, o) => o.Error,
                    Derivation).Named(Attained),
        ]);

    private const string Derivation = "rounding of sums over the kinks";

    private double Value(ReluCostOutcome o) => Formula switch
    {
        ReluCostFormula.Sum => o.TotalVariation + o.SlopeSum,
        ReluCostFormula.VariationAlone => o.TotalVariation,
        ReluCostFormula.Difference => Math.Max(o.TotalVariation, o.SlopeDifference),
        _ => Math.Max(o.TotalVariation, o.SlopeSum),
    };
}
