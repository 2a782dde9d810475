using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.BiasVariance;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.BiasVariance;

// A neuron moves by O(1/√k), with the sign of its output weight. In the kernel, (1/k)Σ S_im S_jm, changes of slopes
// that are linear in the movement have independent signs and sum up to O(1/k), like those of second order. Their effect
// on the residual is of the same order.

/// <summary>A finite network follows its frozen kernel.</summary>
public sealed record FrozenKernelLimit : Claim<FiniteWidthCell, FiniteWidthOutcome>
{
    private const string Rate = "rate", Training = "training";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/frozen-kernel-limit",
        Title = "The residual of a network of width k differs from that of its frozen kernel by O(1/k)",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = JacobianSpectraTalk.At("Theory (deterministic)"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            V_{am}=\pm1/\sqrt k,\ W_0\sim\mathcal{N}(0,1),\ T \text{ fixed}:
            \ \|r_T-(I-\eta\mathcal{J}_0\mathcal{J}_0^T)^Tr_0\|/\|r_0\|\propto k^{-1}
            """),
        Hypotheses = ["independent signs of the output weights", "a smooth activation that is not affine, d ≥ 2"],
        Method =
            "Networks against their linearization, over widths that double; mean logarithms. That a good part of the "
            + "residual is gone at T is examined beside it, as nothing would move else.",
    };

    [Parameter("k", "widths", Minimum = 8, Maximum = 8192)]
    public Choices<int> Widths { get; init; } = [16, 32, 64, 128, 256];

    [Parameter("n", "samples", Minimum = 2, Maximum = 60)]
    public int Samples { get; init; } = 6;

    [Parameter("outputs", "K", Minimum = 1, Maximum = 5)]
    public int Outputs { get; init; } = 2;

    [Parameter("d", "coordinates of an input", Minimum = 1, Maximum = 50)]
    public int Dimension { get; init; } = 4;

    [Parameter("steps", "T, of the length 1/λ₁²", Minimum = 1, Maximum = 50)]
    public int Steps { get; init; } = 12;

    [Parameter("activation", "φ", Values = "softplus, gaussian-softplus, tanh, sigmoid, sine")]
    public Activation Activation { get; init; } = Activation.Softplus;

    [Parameter("exponent", "exponent of the width", Minimum = -3, Maximum = 1)]
    public double Exponent { get; init; } = -1;

    [Parameter("left", "the residual that is left at most", Minimum = 0, Maximum = 1)]
    public double Left { get; init; } = 0.8;

    public override IEnumerable<string> UnmetHypotheses =>
        Dimension < 2 ? ["d is at least 2: on the line the residual is next to one eigenvector of the kernel."] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("k^(−1/2), the rate of the kernel's fluctuations", this with { Exponent = -0.5 }, Rate),
        new("k^(−3/2)", this with { Exponent = -1.5 }, Rate),
        new("nothing left after T steps", this with { Left = 0.02 }, Training),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Widths = [32, 64, 128, 256, 512, 1024, 2048] };

    protected override Experiment<FiniteWidthCell, FiniteWidthOutcome> Experiment { get; } =
        new FiniteWidthExperiment();

    protected override IReadOnlyList<FiniteWidthCell> Cells =>
        [.. Widths.Select(k => new FiniteWidthCell(Samples, Outputs, Dimension, k, Steps, Activation))];

    protected override int TrialsNeeded(double level) => SlopeDesign.Trials(
        level, Scatter, Resolution, Widths.Select(width => (double)width));

    protected override Evidence Judge(Examination<FiniteWidthCell, FiniteWidthOutcome> examination) => Evidence.All(
    [
        examination.Follows(
            "deviation from the frozen kernel as a power of the width",
            [
                .. examination.Observations.Select(
                    observation => ((double)observation.Cell.Width, observation.Outcome.Deviation)),
            ],
            Exponent,
            pointError: 1e-9,
            Allowance,
            Resolution,
            Gap).Named(Rate),
        examination.Count(
            "the residual has fallen",
            (_, o) => o.Remaining <= Left,
            (_, _) => true,
            probability: 0.9).Named(Training),
    ]);

    // A pilot of 5100 draws a width at the seeds 20001 to 20025: logarithms of deviations scatter by 0.82 to 0.88, with
    // a skewness of −0.1, and all but five draws of the least width have less than 0.8 of the residual left.
    private const double Scatter = 0.9;

    // The next power of k bends the line at the narrow end: the pilot's slope was −1.04 over all widths.
    private const double Allowance = 0.1;

    // That to the mutants.
    private const double Gap = 0.5;

    private const double Resolution = (Gap - Allowance) / 2;
}
