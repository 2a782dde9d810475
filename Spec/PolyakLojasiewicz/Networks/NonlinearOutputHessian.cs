using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Backup slide "Non-linear vs linear output layer": [φ(f)]'' = φ''(f) f' + φ'(f) f''. The chain rule squares the
// gradient: H_g = φ''(f)∇f∇fᵀ + φ'(f)H_f. Second differences of g along a random direction that leans towards ∇f tell
// the powers apart; Cauchy's estimates on a disc bound what they leave out.

/// <summary>The Hessian of a network with an activation after its last layer.</summary>
public sealed partial record NonlinearOutputHessian : Claim<OutputHessianCell, OutputHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/nonlinear-output-hessian",
        Title = "A nonlinear output adds φ''(f)∇f∇fᵀ to the Hessian, of order one at every width",
        Kind = ClaimKind.Identity,
        Source = OverparameterizedLandscapesTalk.At("Backup: Non-linear vs linear output layer"),
        Quotations =
        [
            """
            [\phi(f)]'' = \underbrace{\phi''(f)}_{\downarrow} \underbrace{f'}_{O(1)} +
            \underbrace{\phi'(f)}_{O(1)} \underbrace{f''}_{O(\frac{1}{\sqrt{m}})}
            """,
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            g = \phi(f):\quad [\phi(f)]'' = \phi''(f)\, f' + \phi'(f)\, f'',
            \quad \phi''(f) f' = O(1),\ f''=O(\tfrac{1}{\sqrt m})
            """)
        {
            Corrected = @"H_{\phi(f)} = \phi''(f)\,\nabla f\,\nabla f^T + \phi'(f)\,H_f",
            Reason =
                "The chain rule squares the first derivative: d/dt φ'(f)f' = φ''(f)(f')² + φ'(f)f''. Smallest "
                + "counterexample: φ(z) = z²/2 and f = 2t have [φ(f)]'' = 4, the printed form gives 2. "
                + "What follows from it on the slide stands: the term is of order one, and zero for a linear "
                + "output. That it is not zero for a nonlinear one is not true of all: a ReLU output has φ'' = "
                + "0 wherever φ'' exists.",
        },
        Hypotheses = ["φ twice differentiable", "W_0 standard normal, hidden layers tanh, ‖x‖² = d"],
        Method =
            "The second difference of φ(f) along a random unit vector that leans towards ∇f is compared with "
            + "φ''(f)(f')² + φ'(f)f'', where f' = ∇f·u and f'' comes from a Hessian-vector product of the "
            + "network without φ. "
            + "The error of the difference quotient is bounded: t ↦ φ(f(w + tu)) is analytic in a disc on which "
            + "layer by layer |Im z| ≤ π/4, and its size there bounds all derivatives. The size of "
            + "|φ''(f)|‖∇f‖² must not depend on the width.",
    };

    [Parameter("output", "output maps", Values = "softplus, ripple, two-ripples")]
    public Choices<OutputMap> Outputs { get; init; } = [OutputMap.Softplus, OutputMap.Ripple];

    [Parameter("m", "widths", Minimum = 1, Maximum = 2048, Size = true)]
    public Choices<int> Widths { get; init; } = [16, 32, 64];

    [Parameter("d", "data dimension", Minimum = 1, Maximum = 100)]
    public int Dimension { get; init; } = 3;

    [Parameter("gradient-power", "power of f' in the first term", Minimum = 0, Maximum = 4)]
    public int GradientPower { get; init; } = 2;

    [Parameter("first", "factor before the first term", Minimum = -2, Maximum = 2)]
    public double First { get; init; } = 1;

    [Parameter("second", "factor before the second term", Minimum = -2, Maximum = 2)]
    public double Second { get; init; } = 1;

    [Parameter("decay", "power of 1/m in the first term", Minimum = 0, Maximum = 2)]
    public double Decay { get; init; }

    public override Claim AsPrinted => this with { GradientPower = 1 };

    public override string PrintedPart => "chain-rule";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("nine tenths of the first term", this with { First = 0.9 }, "chain-rule"),
        new("nine tenths of the second term", this with { Second = 0.9 }, "chain-rule"),
        new("the first term falls like 1/√m", this with { Decay = 0.5 }, "size"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [32, 64, 128, 256] },
        _ => this with { Widths = [32, 64, 128, 256, 512, 1024] },
    };

    protected override Experiment<OutputHessianCell, OutputHessianOutcome> Experiment { get; } =
        new OutputHessianExperiment();

    protected override IReadOnlyList<OutputHessianCell> Cells =>
    [
        .. from output in Outputs
           from shape in (NetworkShape[])[NetworkShape.OneHidden, NetworkShape.TwoHidden]
           from m in Widths
           select new OutputHessianCell(shape, output, m, Dimension),
    ];

    protected override Evidence Judge(Examination<OutputHessianCell, OutputHessianOutcome> examination)
    {
        var softplus = examination.Where(cell => cell.Output == OutputMap.Softplus);
        return Evidence.All(
            examination.ForAll(
                "second differences along u are φ''(f)(f')² + φ'(f)f''",
                (_, o) => Math.Abs(o.Bend - RankOne(o) - Second * o.OutputSlope * o.InnerBend),
                (cell, o) =>
                    o.BendError
                    + (64 * (cell.Width + cell.Dimension) + 1000)
                        * UnitRoundoff
                        * (1 + o.SquaredGradient + o.Ceiling),
                "truncation of the difference quotient by Cauchy's estimates; running error of the values over "
                + "the squared step; "
                + "rounding of the gradient and of the Hessian-vector product relative to their closed-form bounds",
                resolution: 1e-3).Named("chain-rule"),
            softplus.Follows(
                "|φ''(f)|‖∇f‖² as a power of the width",
                [
                    .. softplus.Observations.Select(o =>
                        ((double)o.Cell.Width, o.Outcome.OutputCurvature * o.Outcome.SquaredGradient)),
                ],
                -Decay,
                pointError: 1e-12,
                // f and ‖∇f‖² converge in law with corrections of relative size 1/m: less than 0.02 over these widths.
                allowance: 0.02,
                // Logarithms scatter by 0.2: half of what is left of the gap to −1/2 beside the allowance is reached
                // with the draws that all networks together need.
                resolution: 0.24,
                gap: 0.5).Named("size"));
    }

    private double RankOne(OutputHessianOutcome o)
    {
        double power = 1;
        for (int i = 0; i < GradientPower; i++)
            power *= o.DirectionalSlope;
        return First * o.OutputCurvature * power;
    }
}
