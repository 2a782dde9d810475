using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.KernelRegime;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.KernelRegime;

// "K_0(x, x′) = 4⟨x, x′⟩" for w(0) = α𝟏: the gradient at w₀ = 𝟏 is (2x, −2x), both halves count, and K_0 = 8⟨x, x′⟩.
// With D layers 2D²⟨x, x′⟩, at α𝟏 times α^(2D−2).

/// <summary>The tangent kernel of a squared parametrization at its start.</summary>
public sealed partial record TangentKernelConstant : Claim<TangentCell, TangentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/tangent-kernel-constant",
        Title = "At w₀ = 𝟏 the tangent kernel of the squared parametrization is 8⟨x, x′⟩",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At("Is it all just a Kernel?; Scale of Init: Kernel vs Deep"),
        Quotations =
        [
            @"$$K_w(x, x') = \langle \nabla_w f(w, x), \nabla_w f(w, x') \rangle$$",
            @"In Kernel Regime  $\alpha \rightarrow \infty$ :  $K_0(x, x') = 4\langle x, x' \rangle$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"f(w,x)=\sum_j(w_+[j]^2-w_-[j]^2)x_j, \ w_0=\mathbf 1: \quad K_0(x,x')=4\langle x,x'\rangle")
        {
            Corrected =
                @"K_0(x,x')=8\langle x,x'\rangle, \text{ for } w_+^D-w_-^D \text{ and } w_0=\alpha\mathbf 1: \ "
                    + @"2D^2\alpha^{2D-2}\langle x,x'\rangle",
            Reason =
                "∇f(𝟏, x) = (2x, −2x) has two halves, each with 4⟨x, x′⟩. The multiple changes no minimizer, only the "
                + "time: the limit drawn from it stands.",
        },
        Hypotheses = ["w₀ = 𝟏 is what α𝟏 is a multiple of; at α𝟏 itself the kernel is 8α²⟨x, x′⟩"],
        Method =
            "Gradients by central differences of values of the network, exact for polynomials of degree up to 8, at "
            + "normal x and x′.",
    };

    [Parameter("d", "dimension", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 5;

    [Parameter("depth", "depths D", Minimum = 2, Maximum = 8)]
    public Choices<int> Depths { get; init; } = [2, 3, 4];

    [Parameter("alpha", "scale of the start", Minimum = 1e-6, Maximum = 1e6)]
    public Choices<double> Starts { get; init; } = [0.1, 1, 3];

    [Parameter("halves", "how many halves of the weights count", Minimum = 0, Maximum = 4)]
    public double Halves { get; init; } = 2;

    [Parameter("degree", "the k in D^k", Minimum = 0, Maximum = 4)]
    public int DegreePower { get; init; } = 2;

    public override Claim AsPrinted => this with { Halves = 1, Depths = [2], Starts = [1] };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one half of the weights counts", this with { Halves = 1 }),
        new("2D for 2D²", this with { DegreePower = 1 }),
        new("0.1 % more", this with { Halves = 2.002 }),
    ];

    protected override Experiment<TangentCell, TangentOutcome> Experiment { get; } = new TangentExperiment();

    protected override IReadOnlyList<TangentCell> Cells =>
        [
            .. from depth in Depths
            from α in Starts
            select new TangentCell(Dimension, depth, α, IsBiased: false, Step: 0.01),
        ];

    protected override Evidence Judge(Examination<TangentCell, TangentOutcome> examination)
    {
        return examination.ForAll(
            "the kernel is the multiple of the inner product",
            (cell, o) =>
                Math.Abs(
                    o.Kernel
                        - Halves
                            * (
                                DegreePower switch
                                {
                                    0 => 1,
                                    1 => cell.Depth,
                                    2 => cell.Depth * cell.Depth,
                                    _ => Math.ScaleB(cell.Depth * cell.Depth, DegreePower),
                                })
                            * o.InnerProduct),
            (_, o) => o.KernelError,
            "rounding of the differences, in units of α^(2D−2)‖x‖‖x′‖");
    }
}
