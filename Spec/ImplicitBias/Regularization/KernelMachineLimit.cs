using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// The linearized model goes to the kernel machine, argmin ‖h‖_K s.t. y_ih(x_i) ≥ 1, as the talk says of the kernel
// regime (hard-margin-direction). On one sample the flow of the model itself runs along β = 2α²sinh(νyx): the kernel
// machine near ν = 0, that is while the margin is small beside α², or the loss above exp(−Ω(α²)); but the loss tends to
// 0 only as ν → ∞, where the largest |x_j| takes all: the ℓ1 margin, at every α. When it is where depends on the loss.

/// <summary>Where the flow of a loss with an exponential tail ends, from however large a start.</summary>
public sealed partial record KernelMachineLimit : Claim<MarginFlowCell, MarginFlowOutcome>
{
    [Parameter("d", "dimension", Minimum = 2, Maximum = 100, Size = true)]
    public int Dimension { get; init; } = 4;

    [Parameter("alpha", "scales α of the start", Minimum = 0.001, Maximum = 1000)]
    public Choices<double> Starts { get; init; } = [1, 10, 100];

    [Parameter("squared", "whether the loss is the squared one, not the exponential and the logistic")]
    public bool IsSquared { get; init; }

    [Parameter("power", "p: the kernel regime is said to last to margins of order α^p", Minimum = 0, Maximum = 8)]
    public int Power { get; init; } = 2;

    [Parameter("kernel-limit", "whether the limit is the kernel machine")]
    public bool IsKernel { get; init; }

    [Parameter("margin", "the early margin, in units of α^p‖x‖²/‖x‖_∞", Minimum = 1e-6, Maximum = 1e6)]
    public double EarlyMargin { get; init; } = 0.1;

    [Parameter("pace", "the margin late in the flow over log t, at least", Minimum = 0, Maximum = 10)]
    public double Pace { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("from α = 100 the limit is the kernel machine", this with { IsKernel = true, Starts = [100] }, Limit),
        new("the squared loss too ends at the ℓ1 margin", this with { IsSquared = true }, Limit),
        new("the kernel regime lasts to margins of order α³", this with { Power = 3 }, Kernel),
        new("it lasts to fifty times α²", this with { EarlyMargin = 50 }, Kernel),
        new("the margin comes to 1.1·log t", this with { Pace = 1.1 }, Margin),
        new("under the squared loss it grows as well", this with { IsSquared = true }, Margin),
    ];

    public override int Decisions => 3;

    protected override Experiment<MarginFlowCell, MarginFlowOutcome> Experiment { get; } = new MarginFlowExperiment();

    protected override IReadOnlyList<MarginFlowCell> Cells =>
    [
        .. from α in Starts
           from loss in IsSquared ? Squared : TailLosses
           select new MarginFlowCell(Dimension, α, loss, EarlyMargin * DiagonalLink.Scale(Power, α), LogLate),
    ];

    protected override Evidence Judge(Examination<MarginFlowCell, MarginFlowOutcome> examination)
    {
        Examination<MarginFlowCell, MarginFlowOutcome> finished = examination.Given((_, o) => o.IsFinished);
        return Evidence.All(
            finished
                .ForAll(
                    "β is nearly the kernel machine while its margin is small",
                    (_, o) => new Bounded(0.99 - o.Early.Kernel, o.Early.KernelError),
                    Derivation,
                    Resolution)
                .Named(Kernel),
            finished
                .Given((_, o) => o.Runner <= 0.9)
                .ForAll(
                    "late the direction has the largest margin",
                    (_, o) => IsKernel
                        ? new Bounded(0.99 - o.Late.Kernel, o.Late.KernelError)
                        : new Bounded(0.99 - o.Late.Rich, o.Late.RichError),
                    Derivation,
                    Resolution)
                .Named(Limit),
            finished
                .ForAll(
                    "late the margin is log t or more, so that the loss vanishes",
                    (_, o) => new Bounded(Pace - o.Late.Margin, o.Late.MarginError),
                    Derivation,
                    resolution: 0.05)
                .Named(Margin));
    }

    private const string Kernel = "while the margin is small", Limit = "in the limit", Margin = "the margin";

    private const string Derivation = "the points of the trajectory between which the flow is at that time";

    private const double LogLate = 80;

    private static readonly SampleLoss[] TailLosses = [SampleLoss.Exponential, SampleLoss.Logistic],
        Squared = [SampleLoss.Squared];

    // A step late in the flow is a hundredth in ν‖x‖_∞, of which the ratios move by less.
    private const double Resolution = 0.005;
}
