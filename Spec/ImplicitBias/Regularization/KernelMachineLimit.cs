using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "In kernel regime … For logistic (or exp) loss: ∝ argmin ‖h‖_K s.t. y_ih(x_i) ≥ 1". With one sample the flow runs
// along β = 2α²sinh(νyx) for every decreasing loss: the kernel machine near ν = 0, that is while the margin is small
// beside α²; but the loss tends to 0 only as ν → ∞, where the largest |x_j| takes all: the ℓ1 margin, at every α.

/// <summary>Where the flow of a loss with an exponential tail ends, from however large a start.</summary>
public sealed record KernelMachineLimit : Claim<MarginCurveCell, MarginCurveOutcome>
{
    private const string Kernel = "while the margin is small";
    private const string Limit = "in the limit";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/kernel-machine-limit",
        Title =
            "Under the exponential or logistic loss every start leaves the kernel regime, at margins of order α², for "
            + "the ℓ1 margin",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At(
            "Is it all just a Kernel?; Squared Loss vs Exp Loss",
            "E. Moroshko et al., arXiv:2007.06738"),
        Quotations =
        [
            @"This suggests GD converges to: … For logistic (or exp) loss:  $\propto \arg \min \|\mathbf{h}\|_K \text{ "
                + @"s.t. } \mathbf{y}_i \mathbf{h}(\mathbf{x}_i) \geq 1$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            w(0)=\alpha\mathbf 1, \ \alpha \text{ large, exponential or logistic loss}: \quad \frac{h_t}{\|h_t\|}\to\frac{\hat h}{\|\hat h\|}, \ \hat h=\arg\min\|h\|_K \text{ s.t. } y_ih(x_i)\ge1
            """)
        {
            Corrected =
                """
                y\langle\beta,x\rangle\ll\alpha^2: \ \beta\propto x \text{ nearly, the kernel machine}; \quad t\to\infty: \ \frac{y\langle\beta,x\rangle}{\|\beta\|_1}\to\|x\|_\infty
                """,
            Reason =
                "The limit is that of the linearized model. The model itself has β = 2α²sinh(νyx) with ν → ∞ as "
                    + "the loss tends to 0: for every fixed α the direction ends at the largest ℓ1 margin. The kernel "
                    + "machine is passed on the way, while the margin is small beside α², that is while the loss "
                    + "exceeds exp(−Ω(α²)).",
        },
        Hypotheses =
        [
            "squared parametrization, one sample, largest |x_j| unique: an instance against the general suggestion",
            "a loss g(y⟨β, x⟩) that decreases to 0 at infinity",
        ],
        Method =
            "On one sample the flow of every such loss stays on one curve, which is followed to a margin of a "
                + "tenth of α²‖x‖²/‖x‖_∞ and to 10⁸⁰ α². There β has at least 0.99 of the largest ℓ2 margin, here of "
                + "the ℓ1 margin; the second largest |x_j| is at most 0.9 of the largest.",
    };

    [Parameter("d", "dimension", Minimum = 2, Maximum = 100, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("alpha", "scales α of the start", Minimum = 0.001, Maximum = 1000)]
    public Choices<double> Starts { get; init; } = [1, 10, 100];

    [Parameter("power", "p: the kernel regime is said to last to margins of order α^p", Minimum = 0, Maximum = 8)]
    public int Power { get; init; } = 2;

    [Parameter("kernel-limit", "whether the limit is the kernel machine")]
    public bool IsKernel { get; init; }

    [Parameter("margin", "the small margin, in units of α^p‖x‖²/‖x‖_∞", Minimum = 1e-6, Maximum = 1e6)]
    public double SmallMargin { get; init; } = 0.1;

    public override Claim AsPrinted => this with { IsKernel = true };

    public override string PrintedPart => Limit;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("from α = 100 the limit is the kernel machine", this with { IsKernel = true, Starts = [100] }, Limit),
        new("the kernel regime lasts to margins of order α³", this with { Power = 3 }, Kernel),
        new("it lasts to fifty times α²", this with { SmallMargin = 50 }, Kernel),
    ];

    public override int Decisions => 2;

    protected override Experiment<MarginCurveCell, MarginCurveOutcome> Experiment { get; } =
        new MarginCurveExperiment();

    protected override IReadOnlyList<MarginCurveCell> Cells =>
        [.. Starts.Select(α => new MarginCurveCell(Dimension, α, SmallMargin * DiagonalLink.Scale(Power, α), 80))];

    protected override Evidence Judge(Examination<MarginCurveCell, MarginCurveOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll("β is nearly the kernel machine", (_, o) => 0.99 - o.SmallKernel, (_, o) => o.Error, Derivation)
                .Named(Kernel),
            examination
                .Given((_, o) => o.Runner <= 0.9)
                .ForAll(
                    "the direction has the largest margin",
                    (_, o) => 0.99 - (IsKernel ? o.LargeKernel : o.LargeRich),
                    (_, o) => o.Error,
                    Derivation)
                .Named(Limit));
    }

    private const string Derivation = "rounding of sinh and of the norms";
}
