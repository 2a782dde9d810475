using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Model;

// "Some Prior Work"(c), second item. By Taylor the remainder after x² is O(|x|³), or O(x⁴) where φ'''(0) = 0, if φ is
// smooth; and the quadratic unit stands for something only if φ''(0) ≠ 0. Sigmoid and tanh have φ''(0) = 0; the
// rectifier has no such approximation.

/// <summary>Quadratic activations approximate smooth activations with φ''(0) ≠ 0 to second order.</summary>
public sealed partial record SecondOrderActivations : Claim<SecondOrderCell, SecondOrderOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/second-order-activations",
        Title = "Quadratic units approximate an activation to second order, if it is smooth and φ''(0) ≠ 0",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = StationaryPointsTalk.At("Some Prior Work, (c), second item") with
        {
            Reference = "L. Venturi, A. S. Bandeira, J. Bruna, arXiv:1802.06384",
        },
        Quotations = ["They serve as a second order approximation of general nonlinear activations"],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \varphi(x)=\varphi(0)+\varphi'(0)x+\tfrac12\varphi''(0)x^2+O(|x|^3) \text{ for general } \varphi,
            \text{ with the quadratic term present}
            """)
        {
            Corrected =
                """
                \varphi\in C^4,\ \varphi''(0)\ne0:
                \quad \varphi(x)=\varphi(0)+\varphi'(0)x+\tfrac12\varphi''(0)x^2+O(|x|^3),
                \ O(x^4) \text{ if } \varphi'''(0)=0
                """,
            Reason =
                "Not for general activations: sigmoid and tanh, the activations of the item before, have φ''(0) = 0, "
                + "so that the second-order approximation at 0 is linear and contains no quadratic unit (an expansion "
                + "elsewhere needs biases); and every quadratic misses the rectifier on [−h, h] by at least h/16, an "
                + "error of order 1 instead of 3.",
        },
        Hypotheses = ["φ four times differentiable near 0", "φ''(0) ≠ 0", "small inputs"],
        Method =
            "The quadratic through φ(−h), φ(0) and φ(h) is compared with φ on [−h, h] and, made anew, on half of it. "
            + "The ratio of the largest errors gives the order, which has to be at least 3 up to 4h, and 3 "
            + "(exponential) or 4 (softplus, swish); the second difference, φ''(0) up to h², must not vanish. An "
            + "order off by 0.15 would be seen.",
    };

    [Parameter("activations", "which activations are spoken of")]
    public ActivationGroup Group { get; init; } = ActivationGroup.Curved;

    [Parameter("radius", "radius h of the larger interval", Minimum = 0.001, Maximum = 0.125)]
    public double Radius { get; init; } = 1.0 / 32;

    [Parameter("quadratic", "the c in c·φ''(0)·x²", Minimum = 0, Maximum = 4)]
    public double QuadraticFactor { get; init; } = 0.5;

    [Parameter("even-order", "order of the remainder where φ'''(0) = 0", Minimum = 1, Maximum = 8)]
    public double EvenOrder { get; init; } = 4;

    public override Claim AsPrinted => this with { Group = ActivationGroup.General };

    public override string? PrintedPart => "quadratic";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.55φ''(0)x² instead of ½φ''(0)x²", this with { QuadraticFactor = 0.55 }, "remainder"),
        new("order 3 for softplus and swish too", this with { EvenOrder = 3 }, "order"),
        new("order 4.2 for softplus and swish", this with { EvenOrder = 4.2 }, "order"),
    ];

    protected override Experiment<SecondOrderCell, SecondOrderOutcome> Experiment { get; } =
        new SecondOrderExperiment();

    protected override IReadOnlyList<SecondOrderCell> Cells =>
        [
            .. Enum.GetValues<ActivationFunction>()
                .Where(IsSpokenOf)
                .Select(activation => new SecondOrderCell(activation, Radius, QuadraticFactor)),
        ];

    // Nothing is random here.
    protected override Evidence Judge(Examination<SecondOrderCell, SecondOrderOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "the remainder is of order 3 or higher",
                    (_, o) => 3 - o.Order,
                    OrderTolerance,
                    OrderDerivation,
                    OrderResolution)
                .Named("remainder"),
            examination.ForAll(
                "the quadratic term is present: |φ''(0)| ≥ 0.01",
                (_, o) => 0.01 - Math.Abs(o.Curvature),
                (_, o) => o.CurvatureError,
                "rounding of the second difference").Named("quadratic"),
            examination.Where(cell => IsCurved(cell.Activation)).ForAll(
                "the order is 3, or 4 where φ'''(0) = 0",
                (cell, o) => Math.Abs(o.Order - (cell.Activation == ActivationFunction.Exponential ? 3 : EvenOrder)),
                OrderTolerance,
                OrderDerivation,
                OrderResolution).Named("order"));
    }

    private const string OrderDerivation =
        "the largest error is c·h^p(1 + θ) with |θ| ≤ h, as the next Taylor coefficient is at most that of order p "
        + "for these activations: the order is off by at most (3/2)h/((1 − h)·ln 2) ≤ 4h, and by rounding";

    // Orders are whole numbers.
    private const double OrderResolution = 0.5;

    private static double OrderTolerance(SecondOrderCell cell, SecondOrderOutcome o) => 4 * cell.Radius + o.OrderError;

    private static bool IsCurved(ActivationFunction activation) =>
        activation is ActivationFunction.Exponential or ActivationFunction.Softplus or ActivationFunction.Swish;

    private bool IsSpokenOf(ActivationFunction activation) => Group == ActivationGroup.General || IsCurved(activation);
}
