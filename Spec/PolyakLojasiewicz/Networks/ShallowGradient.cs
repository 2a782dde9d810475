using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "A shallow neural network", ②: ‖∇F_i‖² = (1/m)Σ_j x_i²σ'(w_j x_i)² ≤ L_σ². The map F : w ↦ (F_1, …, F_n) that
// Theorem 2 needs has another constant, L_F ≤ L_σ‖X‖₂ (Schur), which grows with n.

/// <summary>Gradients of a shallow network, one output at a time and all together.</summary>
public sealed record ShallowGradient : Claim<ShallowDerivativesCell, ShallowDerivativesOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/shallow-gradient",
        Title = "Each output of a shallow network is L_σ-Lipschitz, all outputs together L_σ‖X‖-Lipschitz",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "A shallow neural network, ②; the constant of all outputs together is derived here"),
        Quotations =
        [
            @"\|\nabla F_i(w)\|^2 = \frac{1}{m} \sum_{j=1}^m x_i^2 (\sigma'(w_j x_i))^2 \leq L_\sigma^2 = O(1)",
        ],
        Statement = new(
            @"\|\nabla F_i(w)\|^2 = \tfrac1m\, \sum_{j=1}^m\, x_i^2 (\sigma'(w_j x_i))^2 \le L_\sigma^2 = O(1)"),
        Hypotheses =
        [
            "|x_i| ≤ 1; in more than one dimension ‖x_i‖ ≤ 1",
            "v_j = ±1 fixed, only w trained",
            "L_σ = sup|σ'|",
        ],
        Method =
            "Gradients by backpropagation are compared with the formula and with L_σ². The largest singular "
            + "value of the Jacobian of n outputs has to stay below L_σ‖X‖₂. The identity attains both bounds "
            + "where ‖x‖ = 1, so that a factor off by a tenth would be seen.",
    };

    [Parameter("activation", "activations", Values = "identity, tanh, sigmoid, softplus, sine")]
    public Choices<Activation> Activations { get; init; } = [Activation.Tanh, Activation.Identity];

    [Parameter("m", "widths", Minimum = 1, Maximum = 65536, Size = true)]
    public Choices<int> Widths { get; init; } = [16, 64, 256];

    [Parameter("n", "number of inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Samples { get; init; } = 8;

    [Parameter("x", "largest norm of an input", Minimum = 1e-3, Maximum = 100)]
    public double Scale { get; init; } = 1;

    [Parameter("factor", "factor before L_σ²", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("formula", "factor before the mean of x_i²σ'(w_j x_i)²", Minimum = 0, Maximum = 10)]
    public double FormulaFactor { get; init; } = 1;

    [Parameter("with-data-norm", "whether L_F has the factor ‖X‖₂")]
    public bool WithDataNorm { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("L_F = L_σ for all outputs together", this with { WithDataNorm = false }, "all-outputs"),
        new("1.001 times the mean of x_i²σ'(w_j x_i)²", this with { FormulaFactor = 1.001 }, "formula"),
        new("nine tenths of L_σ²", this with { Factor = 0.9 }, "each-output"),
        new("inputs up to norm 1.1", this with { Scale = 1.1 }, "each-output"),
    ];

    public override IEnumerable<string> UnmetHypotheses => Scale > 1 ? ["an input has a norm above 1"] : [];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [16, 64, 256, 1024] },
        _ => this with { Widths = [16, 64, 256, 1024, 4096] },
    };

    protected override Experiment<ShallowDerivativesCell, ShallowDerivativesOutcome> Experiment { get; } =
        new ShallowDerivativesExperiment();

    protected override IReadOnlyList<ShallowDerivativesCell> Cells =>
    [
        .. from activation in Activations
           from m in Widths
           from d in (int[])[1, 2]
           let kind = d == 1 ? InputKind.ScalarGrid : InputKind.UnitSphere
           select new ShallowDerivativesCell(activation, kind, Samples, d, m, Scale),
    ];

    protected override Evidence Judge(Examination<ShallowDerivativesCell, ShallowDerivativesOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "each gradient is at most L_σ",
                    (cell, o) => o.LargestSquaredGradient - Factor * Square(cell.Activation.LargestSlope),
                    Rounding,
                    Derivation)
                .Named("each-output"),
            examination
                .ForAll(
                    "each gradient is that of the formula",
                    (_, o) => Math.Max(FormulaFactor * o.GreatestFormula - 1, 1 - FormulaFactor * o.LeastFormula),
                    Rounding,
                    Derivation)
                .Named("formula"),
            examination
                .ForAll(
                    "the Jacobian of all outputs is at most L_σ‖X‖",
                    (cell, o) =>
                        o.SquaredJacobianNorm
                            / (Square(cell.Activation.LargestSlope) * (WithDataNorm ? o.SquaredInputNorm : 1))
                        - 1,
                    Rounding,
                    Derivation).Named("all-outputs"));
    }

    private static double Square(double x) => x * x;

    private const string Derivation =
        "relative: sums of m·d squares and of n products; arguments w·x, |w| ≤ 9.5√d, are off by (d + 4)u|w|‖x‖, "
        + "which moves a slope by at most twice that share of itself, or of sup|σ''|/sup|σ'| ≤ 1";

    private static double Rounding(ShallowDerivativesCell cell, ShallowDerivativesOutcome o)
    {
        int d = cell.Dimension;
        double argument = 9.5 * Math.Sqrt(d) * (d + 4)  * Math.Sqrt(o.SquaredInputNorm);
        return (40 + cell.Width * d + 10 * cell.Samples + 4 * argument) * 4 * UnitRoundoff;
    }
}
