using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Existence;

// ξ = ξ_0 + q^p: ξ′(1)²/(ξ″(1)ξ(1)) = p/((p − 1)(1 + ξ_0)) and ξ‴(1)/ξ″(1) = p − 2. Over 1/((1 + ξ_0)log p) that is
// (p/(p − 1))·log p/(log(p − 2) ∨ 1): between 1 and 1.85, at p = 4, and 1.39 at p = 2.

/// <summary>α_GD of ξ_0 + q^p is of the order 1/((1 + ξ_0)log p).</summary>
public sealed partial record GradientDescentThreshold : Claim<GradientThresholdCell, GradientThresholdOutcome>
{
    private const string FromBelow = "from below", FromAbove = "from above";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/gradient-descent-threshold",
        Title = "The threshold of gradient descent for ξ_0 + q^p is between 1 and 1.85 times c_0/((1 + ξ_0)log p)",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Local analysis; Special case: ξ(q) = ξ_0 + q^p"),
        Quotations =
        [
            @"\underline{\alpha}_{\text{GD}}(\xi) := \frac{c_0 \xi'(1)^2}{\xi''(1)\xi(1)(\log(\xi'''(1)/\xi''(1)) \vee "
                + "1)}.",
            @"\alpha_{\text{GD}}(\xi_0, p) \asymp \frac{1}{\xi_0 \log p}.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \alpha_{\mathrm{GD}}(\xi)=\frac{c_0\xi'(1)^2}{\xi''(1)\xi(1)(\log\frac{\xi'''(1)}{\xi''(1)}\vee1)},\quad
            \exists c,C>0\ \forall p\ \forall\xi_0>0:\
            \frac{c}{\xi_0\log p}\le\alpha_{\mathrm{GD}}(\xi_0+q^p)\le\frac{C}{\xi_0\log p}
            """)
        {
            Corrected =
                """
                \frac{1}{(1+\xi_0)\log p}\le\frac{\alpha_{\mathrm{GD}}(\xi_0+q^p)}{c_0}\le
                \frac{1.85}{(1+\xi_0)\log p},\quad p\ge2,\ \xi_0\ge0
                """,
            Reason =
                "The slide does not say over which $\\xi_0$ its constants are to serve; read is all of them. "
                + "$\\xi(1)=1+\\xi_0$. For $\\xi_0\\to0$ the threshold stays at $c_0p/((p-1)\\log(p-2))$, and "
                + "$1/(\\xi_0\\log p)$ does not: the ratio is below every constant. At a fixed $\\xi_0$ the printed "
                + "$\\asymp$ is true, with constants that depend on it, and for $\\xi_0\\ge1$ with constants "
                + "that do not.",
        },
        Hypotheses = ["p ≥ 2", "ξ_0 ≥ 0", "log 0 = −∞ for p = 2"],
        Method =
            "The formula of the theorem for ξ_0 + q^p in interval arithmetic, over 1/((1 + ξ_0)log p). As printed "
            + "the ratio to 1/(ξ_0 log p) has to stay above 1/4, with ξ_0 down to a thousandth. c_0 is not named and "
            + "cancels.",
    };

    [Parameter("degree", "p", Minimum = 2, Maximum = Mixture.LargestDegree, Size = true)]
    public Choices<int> Degrees { get; init; } = [2, 3, 4, 5, 11, 64];

    [Parameter("constant", "ξ_0", Minimum = 0, Maximum = 1e6)]
    public Choices<double> Constants { get; init; } = [0, 0.001, 1, 10, 1000];

    [Parameter("lower", "least ratio", Minimum = 0, Maximum = 10)]
    public double Lower { get; init; } = 1;

    [Parameter("upper", "greatest ratio", Minimum = 0, Maximum = 10)]
    public double Upper { get; init; } = 1.85;

    [Parameter("offset", "what is added to ξ_0 in the comparison", Minimum = 0, Maximum = 10)]
    public double Offset { get; init; } = 1;

    [Parameter("slope-power", "power of ξ′(1)", Minimum = 1, Maximum = 4)]
    public int SlopePower { get; init; } = 2;

    [Parameter("has-floor", "whether the logarithm is at least 1")]
    public bool HasFloor { get; init; } = true;

    public override Claim AsPrinted => this with
    {
        Offset = 0, Lower = 0.25, Upper = 4, Constants = [.. Constants.Where(constant => constant > 0)],
    };

    public override string PrintedPart => FromBelow;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("ξ′(1) for ξ′(1)²", this with { SlopePower = 1 }, FromBelow),
        new("without ∨ 1", this with { HasFloor = false, Degrees = [.. Degrees.Where(p => p > 3)] }, FromAbove),
        new("1/((1.1 + ξ_0)log p)", this with { Offset = 1.1 }, FromAbove),
    ];

    protected override Experiment<GradientThresholdCell, GradientThresholdOutcome> Experiment { get; } =
        new GradientThresholdExperiment();

    protected override IReadOnlyList<GradientThresholdCell> Cells =>
    [
        .. from p in Degrees
           from constant in Constants
           select new GradientThresholdCell(Mixture.ConstantAndPower(constant, p), SlopePower, HasFloor),
    ];

    protected override Evidence Judge(
        Examination<GradientThresholdCell, GradientThresholdOutcome> examination) => Evidence.All(
    [
        examination.ForAllCertainly("the least ratio − the ratio", (cell, o) => Lower - Ratio(cell, o))
            .Named(FromBelow),
        examination.ForAllCertainly("the ratio − the greatest ratio", (cell, o) => Ratio(cell, o) - Upper)
            .Named(FromAbove),
    ]);

    private Interval Ratio(GradientThresholdCell cell, GradientThresholdOutcome o) =>
        o.Threshold * (cell.Mixture.Constant + Interval.Of(Offset)) * IntervalFunctions.Log(cell.Mixture.Degree);
}
