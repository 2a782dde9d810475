using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "A shallow neural network", ①: [H]_jk = (1/√m) v_j σ''(w_j x) x² 1{j=k}, hence ‖H‖ ≤ β_σ/√m for |x| ≤ 1. The
// Hessian-vector product of the network differentiates without the formula; along e_j at the largest |σ''| it attains
// the norm, and a random direction tells two matrices apart almost surely.

/// <summary>The Hessian of a shallow network's output: exact entries, norm, and its decay with the width.</summary>
public sealed record ShallowHessian : Claim<ShallowDerivativesCell, ShallowDerivativesOutcome>
{
    // First coordinate of a scalar grid of one point; the scale brings it to the norm asked for.
    private const double GridPoint = 0.2;

    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/shallow-hessian",
        Title = "The Hessian of a shallow network is block diagonal and of norm at most β_σ/√m",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At("A shallow neural network, ①"),
        Quotations =
        [
            """
            [H_{F_i}(w)]_{jk} = \frac{\partial^2 f(w;
            x_i)}{\partial w_j \partial w_k} = \frac{1}{\sqrt{m}} v_j \sigma''(w_j x_i) x_i^2 \mathbb{1}\{j=k\}
            """,
            @"\|H_{F_i}(w)\|_2 \leq \frac{1}{\sqrt{m}} \beta_\sigma = O\left(\frac{1}{\sqrt{m}}\right)",
        ],
        Statement = new(
            """
            [H_{F_i}(w)]_{jk} = \tfrac{1}{\sqrt m}\, v_j \sigma''(w_j x_i) x_i^2 \mathbb{1}\{j=k\} \Rightarrow
            \|H_{F_i}(w)\|_2 \le \tfrac{1}{\sqrt m}\,\beta_\sigma
            """),
        Hypotheses =
        [
            "|x_i| ≤ 1; in more than one dimension ‖x_i‖ ≤ 1, with x_ix_iᵀ in place of x_i²",
            "v_j = ±1 fixed, only w trained",
            "β_σ = sup|σ''|",
        ],
        Method =
            "Hessian-vector products by forward-over-reverse passes are compared with the block-diagonal "
            + "formula at random directions, and along e_j ⊗ x/‖x‖ at the largest |σ''(w_j·x)| they have to attain "
            + "max_j|σ''(w_j·x)|·‖x‖²/√m. That norm must not exceed β_σ/√m and has to fall like m^(−1/2): an "
            + "exponent off by 0.1 or a factor off by a tenth would be seen.",
    };

    [Parameter("activation", "activations", Values = "tanh, sigmoid, softplus, sine")]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh, Activation.Sigmoid];

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 20)]
    public Choices<int> Dimensions { get; init; } = [1, 3];

    [Parameter("m", "widths", Minimum = 1, Maximum = 65536, Size = true)]
    public Choices<int> Widths { get; init; } = [64, 128, 256, 512];

    [Parameter("x", "norms of the input", Minimum = 1e-3, Maximum = 100, Size = true)]
    public Choices<double> Norms { get; init; } = [0.8, 1];

    [Parameter("width-power", "power of 1/m", Minimum = 0, Maximum = 2)]
    public double WidthPower { get; init; } = 0.5;

    [Parameter("input-power", "power of ‖x‖ in the norm", Minimum = 0, Maximum = 4)]
    public int InputPower { get; init; } = 2;

    [Parameter("factor", "factor before β_σ in the bound", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("signed", "whether the entries carry the sign v_j")]
    public bool IsSigned { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exponent 0.6 instead of ½", this with { WidthPower = 0.6 }, "slope"),
        new("nine tenths of β_σ/√m", this with { Factor = 0.9 }, "bound"),
        new("x instead of x²", this with { InputPower = 1 }, "exact"),
        new("entries without v_j", this with { IsSigned = false }, "entries"),
        new("inputs of norm 1.1 too", this with { Norms = [1.1] }, "bound"),
    ];

    public override IEnumerable<string> UnmetHypotheses => Norms.Any(x => x > 1) ? ["an input has a norm above 1"] : [];

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [64, 128, 256, 512, 1024, 2048] },
        _ => this with { Widths = [64, 128, 256, 512, 1024, 2048, 4096, 8192] },
    };

    protected override Experiment<ShallowDerivativesCell, ShallowDerivativesOutcome> Experiment { get; } =
        new ShallowDerivativesExperiment();

    protected override IReadOnlyList<ShallowDerivativesCell> Cells =>
    [
        .. from activation in Activations
           from d in Dimensions
           from m in Widths
           from x in Norms
           select new ShallowDerivativesCell(
               activation,
               d == 1 ? InputKind.ScalarGrid : InputKind.UnitSphere,
               1,
               d,
               m,
               d == 1 ? x / GridPoint : x),
    ];

    protected override Evidence Judge(Examination<ShallowDerivativesCell, ShallowDerivativesOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the norm is at most β_σ/√m",
                (cell, o) => o.HessianNorm / (Factor * cell.Activation.LargestCurvature * Decay(cell)) - 1,
                Rounding,
                Derivation).Named("bound"),
            examination.ForAll(
                "the norm is max|σ''(w_j·x)|‖x‖²/√m",
                (cell, o) => Math.Abs(o.HessianNorm / (o.Curvature * Power(o.InputNorm) * Decay(cell)) - 1),
                Rounding,
                Derivation)
                .Named("exact"),
            examination
                .ForAll(
                    "a random direction sees the block-diagonal matrix",
                    (_, o) => IsSigned ? o.ProductError : o.UnsignedProductError,
                    Rounding,
                    Derivation)
                .Named("entries"),
            examination
                .Follows(
                    "the norm falls with the width",
                    [
                        .. examination
                            .Observations.Where(o => o.Cell.Dimension == 1)
                            .Select(o => ((double)o.Cell.Width, Relative(o))),
                    ],
                    -WidthPower,
                    pointError: 1e-12,
                    // Some w_j·x lies within a few 1/m of the maximum of |σ''|, where it falls short by the square:
                    // less than a percent at m = 64, nothing beyond.
                    allowance: 0.01,
                    resolution: 0.02,
                    gap: 0.1).Named("slope"));
    }

    // The bound scales with x², so that inputs of different norms lie on one line.
    private static double Relative(Observation<ShallowDerivativesCell, ShallowDerivativesOutcome> o) =>
        o.Outcome.HessianNorm / (o.Cell.Activation.LargestCurvature * o.Outcome.InputNorm * o.Outcome.InputNorm);

    private double Decay(ShallowDerivativesCell cell) =>
        ElementaryFunctions.Exp(-WidthPower * ElementaryFunctions.Log(cell.Width));

    private double Power(double x) => ElementaryFunctions.Exp(InputPower * ElementaryFunctions.Log(x));

    private const string Derivation =
        "relative to the norm: fewer than 40 + 2d roundings on each route; arguments w·x, |w| ≤ 9.5√d, are off "
        + "by (d + 4)u|w|‖x‖, "
        + "which moves σ'' by at most 4β_σ times as much";

    // Box and Muller's normals from 64 bits stay below √(128 log 2) < 9.5.
    private static double Rounding(ShallowDerivativesCell cell, ShallowDerivativesOutcome o)
    {
        int d = cell.Dimension;
        double argument = 9.5 * Math.Sqrt(d) * (d + 4) * o.InputNorm;
        return (80 + 4 * d + 8 * argument * cell.Activation.LargestCurvature / o.Curvature) * UnitRoundoff;
    }
}
