using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.DiagonalNetworks;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.DiagonalNetworks;

// "Induced dynamics: β̇ = −√(β² + 4α⁴) ⊙ ∇L_S(β)". With the talk's own flow ẇ = −∇_wL and F(w) = w₊² − w₋²: ẇ± = ∓2w±g,
// g = ∇_βL, so that β̇ = −4(w₊² + w₋²)g, and w₊² + w₋² = √(β² + 4α⁴) by conservation of w₊w₋ = α². The printed form
// runs four times slower, along the same curve.

/// <summary>How the linear predictor moves under gradient flow of its squared parametrization.</summary>
public sealed partial record InducedDynamics : Claim<InducedDynamicsCell, InducedDynamicsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/induced-dynamics",
        Title = "The induced dynamics are β̇ = −4√(β² + 4α⁴) ⊙ ∇L(β)",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At(
            "Interpolating between Kernel and Deep",
            ImplicitBiasTalk.KernelAndRich + ", section 4"),
        Quotations =
        [
            @"Induced dynamics:  $\dot{\beta}_\alpha = -\sqrt{\beta_\alpha^2 + 4\alpha^4} \odot \nabla "
                + @"L_s(\beta_\alpha)$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"\dot w=-\nabla_w\|XF(w)-y\|^2, \ F(w)=w_+^2-w_-^2, \ w(0)=\alpha\mathbf 1: \quad "
                + @"\dot\beta=-\sqrt{\beta^2+4\alpha^4}\odot\nabla\|X\beta-y\|^2")
        {
            Corrected = @"\dot\beta=-4\sqrt{\beta^2+4\alpha^4}\odot\nabla\|X\beta-y\|^2",
            Reason =
                "A factor 4 from the chain rule through the squares. It is a change of time: the curve and its end "
                + "are the same.",
        },
        Hypotheses = ["gradient flow, the loss and the parametrization of the slide before"],
        Method =
            "At the start and after some steps of the integrated flow the velocity is formed from differences of the "
            + "loss in each weight, exact for its degree, and compared with the formula in β.",
    };

    [Parameter("d", "dimension", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 5;

    [Parameter("m", "number of samples", Minimum = 1, Maximum = 64, Size = true)]
    public int Samples { get; init; } = 2;

    [Parameter("alpha", "scales α of the start", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Starts { get; init; } = [0.5, 1, 2];

    [Parameter("steps", "steps of the flow after which the velocity is taken", Minimum = 0, Maximum = 200)]
    public Choices<int> Steps { get; init; } = [0, 3];

    [Parameter("factor", "factor of the root", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 4;

    [Parameter("offset", "the c in √(β² + cα^p)", Minimum = 0, Maximum = 100)]
    public double Offset { get; init; } = 4;

    [Parameter("power", "the p in √(β² + cα^p)", Minimum = 0, Maximum = 8)]
    public int Power { get; init; } = 4;

    public override Claim AsPrinted => this with { Factor = 1 };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a factor 2", this with { Factor = 2 }),
        new("a factor 4.01", this with { Factor = 4.01 }),
        new("2α⁴ for 4α⁴", this with { Offset = 2 }),
        new("α² for α⁴", this with { Power = 2 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples <= Dimension ? [] : ["the data have at most as many samples as dimensions: m ≤ d is needed"];

    protected override Experiment<InducedDynamicsCell, InducedDynamicsOutcome> Experiment { get; } =
        new InducedDynamicsExperiment();

    protected override IReadOnlyList<InducedDynamicsCell> Cells =>
        [.. from α in Starts from steps in Steps select new InducedDynamicsCell(Dimension, Samples, α, steps)];

    protected override Evidence Judge(Examination<InducedDynamicsCell, InducedDynamicsOutcome> examination)
    {
        return examination.ForAll(
            "the velocity is the formula's",
            Worst,
            "rounding of the differences and the enclosure of the flow, relative to the largest velocity",
            resolution: 1e-3);
    }

    private Bounded Worst(InducedDynamicsCell cell, InducedDynamicsOutcome o)
    {
        double size = o.Velocity.Max(Math.Abs);
        double worst = 0;
        for (int j = 0; j < o.Velocity.Length; j++)
        {
            double formula =
                -Factor
                * Math.Sqrt(o.Predictor[j] * o.Predictor[j] + Offset * DiagonalLink.Scale(Power, cell.Start))
                * o.Gradient[j];
            worst = Math.Max(worst, Math.Abs(o.Velocity[j] - formula));
        }

        return new(worst / size, o.Error / size);
    }
}
