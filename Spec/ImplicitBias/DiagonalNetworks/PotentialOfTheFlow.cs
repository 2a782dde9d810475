using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "For any α: β_α(∞) = argmin Q_α", printed twice with √(4 − b²). Along the flow w₊w₋ = α² and w₊ = α·exp(z/2), w₋ =
// α·exp(−z/2) with z in the row space of X: β = 2α²sinh z, so that arcsinh(β_j/2α²) = q′(β_j/α²) is in the row space,
// which is stationarity; q is strictly convex. The printed root is complex for |b| > 2, and where it is real its
// minimizer is another point.

/// <summary>Where gradient flow of a squared parametrization ends, at every scale of initialization.</summary>
public sealed partial record PotentialOfTheFlow : Claim<FlowEndCell, FlowEndOutcome>
{
    private const string Stationarity = "stationarity";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/potential-of-the-flow",
        Title = "From α𝟏 gradient flow ends at the minimizer of Σ q(β_j/α²), q = 2 − √(4 + b²) + b·arcsinh(b/2)",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Scale of Init: Kernel vs Deep; Interpolating between Kernel and Deep",
            ImplicitBiasTalk.KernelAndRich + ", Theorem 1"),
        Quotations =
        [
            @"For any $\alpha$ :  $\beta_\alpha(\infty) = \arg \min_{X\beta=y} Q_\alpha(\beta)$ … where "
                + @"$Q_\alpha(\beta) = \sum_j q\left(\frac{\beta[j]}{\alpha^2}\right)$ and $q(b) = 2 - \sqrt{4 - b^2} "
                + @"+ b \sinh^{-1}\left(\frac{b}{2}\right)$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \dot w=-\nabla_w\|X(w_+^2-w_-^2)-y\|^2, \quad w(0)=\alpha\mathbf 1 \ \Rightarrow
            \beta_\alpha(\infty)=\arg\min_{X\beta=y}\sum_j q(\beta_j/\alpha^2),
            \quad q(b)=2-\sqrt{4-b^2}+b\sinh^{-1}(b/2)
            """)
        {
            Corrected = @"q(b)=2-\sqrt{4+b^2}+b\sinh^{-1}(b/2)=\int_0^b\sinh^{-1}(t/2)\,dt",
            Reason =
                "A sign: √(4 − b²) is not real where |β_j| > 2α², so that for small α the printed Q_α is defined "
                    + "at no interpolant; where it is real it is least elsewhere. "
                + "For X = (1, 2), y = 1, α = 1 the flow ends at (0.199211, 0.400394), the printed argmin is "
                + "(0.199798, 0.400101).",
        },
        Hypotheses =
        [
            "the rows of X are linearly independent",
            "gradient flow: with steps of size η the limit moves by O(η)",
            "q is even and strictly convex",
        ],
        Method =
            "The flow is integrated by Taylor steps with a proven bound of its error, through to t = ∞ by the "
                + "length of the way left. At its end the slopes q′(β_j/α²) must have no component in the kernel of X; "
            + "and the minimizer, computed by Newton's method on the dual problem with a Newton–Kantorovich bound "
            + "and no code in common, must be the same point.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 6;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 63, Size = true)]
    public int Samples { get; init; } = 2;

    [Parameter("alpha", "scales α of the start", Minimum = 0.001, Maximum = 100)]
    public Choices<double> Starts { get; init; } = [0.1, 0.5, 1, 2];

    [Parameter("sign", "sign of b² under the root", Minimum = -1, Maximum = 1)]
    public double Sign { get; init; } = 1;

    [Parameter("unit", "the c in q(β_j/(cα^p))", Minimum = 0.01, Maximum = 100)]
    public double Unit { get; init; } = 1;

    [Parameter("power", "the p in q(β_j/(cα^p))", Minimum = 0, Maximum = 8)]
    public int Power { get; init; } = 2;

    public override Claim AsPrinted => this with { Sign = -1, Starts = [1] };

    public override string PrintedPart => Stationarity;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("in units of 2α²", this with { Unit = 2 }, Stationarity),
        new("in units of 0.9α²", this with { Unit = 0.9 }, Stationarity),
        new("in units of α", this with { Power = 1 }, Stationarity),
        new("no root under the sign: q = b·arcsinh(b/2)", this with { Sign = 0 }, Stationarity),
    ];

    public override int Decisions => 2;

    public override IEnumerable<string> UnmetHypotheses =>
        Samples < Dimension
            ? []
            : ["there is one interpolant where there are as many equations as unknowns: m < d is needed"];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimension = 10, Samples = 4, Starts = [0.03, 0.1, 0.3, 1, 3] },
        _ => this with { Dimension = 16, Samples = 6, Starts = [0.01, 0.03, 0.1, 0.3, 1, 3] },
    };

    protected override Experiment<FlowEndCell, FlowEndOutcome> Experiment { get; } = new FlowEndExperiment();

    protected override IReadOnlyList<FlowEndCell> Cells =>
        [.. Starts.Select(α => new FlowEndCell(Dimension, Samples, 2, α))];

    protected override Evidence Judge(Examination<FlowEndCell, FlowEndOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "q′(β_j/α²) lies in the row space of X",
                (cell, o) =>
                    KernelBasis.Component(
                        o.Kernel,
                        o.KernelError,
                        o.Predictor,
                        o.Radius,
                        β => RootPotential.Slope(β / (Unit * DiagonalLink.Scale(Power, cell.Start)), Sign)),
                "the enclosure of the flow's end, carried through the increasing slope; relative to the norm of "
                    + "the slopes",
                resolution: 1e-6).Named(Stationarity),
            examination.ForAll(
                "the flow ends at the minimizer",
                (_, o) => o.Predictor.Zip(o.Minimizer, (a, b) => Math.Abs(a - b)).Max(),
                (_, o) => o.Radius.Max() + o.MinimizerRadius.Max(),
                "the enclosure of the flow's end and the Newton–Kantorovich bound of the minimizer")
            .Named("same point"));
    }
}
