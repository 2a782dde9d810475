using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "Is initializing to w(0) = α𝟏 the same as regularizing distance to α𝟏?" No; but regularizing is the implicit bias of
// another network: r′ is the inverse of h_4(z) = 4z/(1 − z²)², the link of depth 4, and β = α²h_4(Xᵀν) with α² = (√α)⁴.

/// <summary>Explicit regularization of a squared parametrization is the implicit bias of a deeper network.</summary>
public sealed record ExplicitIsDepthFour : Claim<ExplicitBiasCell, ExplicitBiasOutcome>
{
    private const string SamePoint = "same point";
    private const string Differs = "not the same";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/explicit-is-depth-four",
        Title =
            "The interpolant nearest to α𝟏 in weights is where depth 4 ends from √α, and not where depth 2 ends from "
            + "α",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At("Relationship to Explicit Reg; the answer by depth 4 is derived here"),
        Quotations =
        [
            @"Is initializing to $w(0) = \alpha \mathbf{1}$ the same as regularizing distance to $\alpha \mathbf{1}$?",
            @"$$\beta_{\alpha}^R = F \left( \arg \min_{L_S(w)=0} \|w - \alpha \mathbf{1}\|_2^2 \right) = \arg "
                + @"\min_{X\beta=y} R_{\alpha}(\beta)$$",
        ],
        Statement = new(
            """
            \beta^R_\alpha=F\big(\arg\min_{XF(w)=y}\|w-\alpha\mathbf 1\|^2\big), \ F(w)=w_+^2-w_-^2:
            \beta^R_\alpha=\lim_{t\to\infty}(u_+^4-u_-^4)(t),
            \ \dot u=-\nabla\|X(u_+^4-u_-^4)-y\|^2, \ u(0)=\sqrt\alpha\,\mathbf 1;
            \quad \beta^R_\alpha\ne\beta_\alpha(\infty) \text{ for almost every } (X,y),\ m<d
            """),
        Hypotheses =
        [
            "the rows of X are linearly independent",
            "0 < α < ∞; as α → ∞ both tend to least ℓ2 norm, as α → 0 to least ℓ1 norm",
        ],
        Method =
            "The nearest weights from the Lagrangian conditions, with Newton–Kantorovich bounds; their cost "
                + "equals the minimum of the Lagrangian over all weights, which proves that they are nearest. The flow "
                + "of depth 4 is integrated with a proven error; "
            + "the ends must agree, and differ from the minimizer of Q_α.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 63, Size = true)]
    public int Samples { get; init; } = 2;

    [Parameter("alpha", "anchors α", Minimum = 0.1, Maximum = 10)]
    public Choices<double> Anchors { get; init; } = [0.8, 1.6];

    [Parameter("depth", "depth of the network", Minimum = 2, Maximum = 8)]
    public int Depth { get; init; } = 4;

    [Parameter("start", "exponent p of its start α^p", Minimum = 0, Maximum = 4)]
    public double StartPower { get; init; } = 0.5;

    [Parameter("difference", "distance to the end of depth 2 from α, relative, more than", Minimum = 0, Maximum = 10)]
    public double Difference { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "the end of depth 2 from α: initializing is regularizing",
            this with
            {
                Depth = 2,
                StartPower = 1,
            },
            SamePoint),
        new("depth 3 at the same scale α²", this with { Depth = 3, StartPower = 2.0 / 3 }, SamePoint),
        new("depth 5 at the same scale α²", this with { Depth = 5, StartPower = 0.4 }, SamePoint),
        new("depth 4 from α", this with { StartPower = 1 }, SamePoint),
        new("both differ by half their size", this with { Difference = 0.5 }, Differs),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    protected override Experiment<ExplicitBiasCell, ExplicitBiasOutcome> Experiment { get; } =
        new ExplicitBiasExperiment();

    protected override IReadOnlyList<ExplicitBiasCell> Cells =>
        [.. Anchors.Select(α => new ExplicitBiasCell(Dimension, Samples, α, Depth, StartPower))];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.2);

    protected override Evidence Judge(Examination<ExplicitBiasCell, ExplicitBiasOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the flow ends at the nearest interpolant",
                (_, o) => o.FlowDistance,
                (_, o) => o.IsFinished ? o.FlowError : double.NaN,
                "the enclosure of the flow's end and the Newton–Kantorovich bound of the nearest interpolant")
                .Named(SamePoint),
            examination
                .ForAll(
                    "the cost of the weights is the Lagrangian's minimum",
                    (_, o) => Math.Abs(o.Cost - o.DualBound),
                    (_, o) => o.CostError,
                    "rounding of both sums, and the price of the residual",
                    resolution: 1e-5).Named("duality"),
            // No distance is promised: a draw whose bounds reach across it decides nothing.
            examination.ForAll(
                "regularizing and initializing differ",
                (_, o) =>
                    Math.Abs(Difference - o.ImplicitDistance) > o.ImplicitError
                        ? new Bounded(Difference - o.ImplicitDistance, o.ImplicitError)
                        : new Bounded(0, double.PositiveInfinity),
                "Newton–Kantorovich bounds of both minimizers").Named(Differs));
    }
}
