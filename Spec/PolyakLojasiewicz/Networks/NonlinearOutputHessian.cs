using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Backup slide "Non-linear vs linear output layer": [φ(f)]'' = φ''(f) f' + φ'(f) f''. The chain rule squares the gradient: H_g = φ''(f)∇f∇fᵀ + φ'(f)H_f.
// Second differences of g along ∇f/‖∇f‖, where f' = ‖∇f‖, tell the powers apart; Weyl's inequality bounds ‖H_g‖ by the size of both terms.

/// <summary>The Hessian of a network with an activation after its last layer.</summary>
public sealed record NonlinearOutputHessian : Claim<OutputHessianCell, OutputHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/nonlinear-output-hessian",
        Title = "A nonlinear output adds φ''(f)∇f∇fᵀ to the Hessian, of order one at every width",
        Kind = ClaimKind.Identity,
        Source = OverparameterizedLandscapesTalk.At("Backup: Non-linear vs linear output layer"),
        Printed = PrintedStatus.False,
        Statement = new(@"g = \phi(f):\quad [\phi(f)]'' = \phi''(f)\, f' + \phi'(f)\, f'', \quad \phi''(f) f' = O(1),\ f''=O(\tfrac{1}{\sqrt m})")
        {
            Corrected = @"H_{\phi(f)} = \phi''(f)\,\nabla f\,\nabla f^T + \phi'(f)\,H_f",
            Reason =
                "The chain rule squares the first derivative: d/dt φ'(f)f' = φ''(f)(f')² + φ'(f)f''. Smallest counterexample: φ(z) = z²/2 and f = 2t have [φ(f)]'' = 4, the printed form gives 2. "
                + "What follows from it on the slide stands: the term is of order one, and zero for a linear output. That it is not zero for a nonlinear one is not true of all: a ReLU output has φ'' = 0 wherever φ'' exists.",
        },
        Hypotheses = ["φ twice differentiable", "W_0 standard normal, hidden layers tanh, ‖x‖² = d"],
        Method =
            "The second difference of φ(f) along the unit vector ∇f/‖∇f‖ is compared with φ''(f)(f')² + φ'(f)f'', where f' = ‖∇f‖ and f'' comes from a Hessian-vector product of the network without φ. By Weyl, ‖H_g‖ has to lie within |φ'|‖H_f‖ of |φ''|‖∇f‖², "
            + "and the latter must not depend on the width.",
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

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without the first term", this with { First = 0 }),
        new("without the second term", this with { Second = 0 }),
        new("the first term falls like 1/√m", this with { Decay = 0.5 }),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [32, 64, 128, 256] },
        _ => this with { Widths = [32, 64, 128, 256, 512, 1024] },
    };

    protected override Experiment<OutputHessianCell, OutputHessianOutcome> Experiment { get; } = new OutputHessianExperiment();

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
                "second differences along ∇f are φ''(f)(f')² + φ'(f)f''",
                (_, o) => Math.Abs(o.Bend - RankOne(o) - Second * o.OutputSlope * o.InnerBend),
                (_, o) => o.BendError + 1e-12 * (1 + o.SquaredGradient),
                "truncation of the difference quotient, bounded by what the order below changes, and rounding of its values over the squared step",
                resolution: 1e-3),
            examination.ForAll(
                "‖H_g‖ lies within |φ'|‖H_f‖ of |φ''|‖∇f‖²",
                (_, o) => Math.Abs(o.Norm - Math.Abs(RankOne(o))) - Math.Abs(o.OutputSlope) * o.InnerNorm,
                (_, o) => o.NormError * (o.Norm + Math.Abs(o.OutputSlope) * o.InnerNorm),
                "Lanczos' residuals of both norms",
                resolution: 2e-2),
            softplus.Follows(
                "|φ''(f)|‖∇f‖² as a power of the width",
                [.. softplus.Observations.Select(o => ((double)o.Cell.Width, o.Outcome.OutputCurvature * o.Outcome.SquaredGradient))],
                -Decay,
                pointError: 1e-12,
                // f and ‖∇f‖² converge in law with corrections of relative size 1/m: less than 0.02 over these widths.
                allowance: 0.02,
                // Some 120 logarithms that scatter by 0.2, with 0.3 as variance of ln m: five standard errors are 0.17, which tells 0 from −1/2.
                resolution: 0.3));
    }

    private double RankOne(OutputHessianOutcome o) =>
        First * o.OutputCurvature * ElementaryFunctions.Exp(GradientPower * 0.5 * ElementaryFunctions.Log(o.SquaredGradient));
}
