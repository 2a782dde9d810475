using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "This theory covers … CNN, resnet": what the theory asks of a network is a Hessian of norm Õ(1/√m) and a kernel
// whose λ_min keeps its size. A convolution is a dense layer that shares its weights among P positions, P fixed, and a
// residual block adds the identity to the Jacobian of its layer: both multiply every term of the bound in deep-hessian
// by factors without m, so that 1/√m and the largest of m Gaussians remain. A layer of 4 channels keeps a block of
// order one.
// λ_min: where the n eigenvalues of K∞ are nearly equal, fluctuations of relative size s/√m push the least of them down
// by θs/√m, which gives it the exponent ½θs/(√m − θs) ≥ 0 in m, about 0.15 at the narrowest width and 0 in the limit.

/// <summary>Hessians and tangent kernels of convolutional and residual networks as powers of the width.</summary>
public sealed record ConvolutionalHessian : Claim<PatchHessianCell, PatchHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/convolutional-hessian",
        Title = "Wide convolutional and residual networks have small Hessians and a kernel that keeps its size",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside, This theory covers: … CNN, resnet … Doesnt cover … Bottleneck layers (19/23); the talk names no "
            + "architecture: networks and statement are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{convolutional and residual networks of } m \text{ channels, linear output,}
            \ W_0 \text{ standard normal:}
            \quad \|H_f(W_0)\|_2=\tilde O(1/\sqrt m), \quad \lambda_{\min}(K(W_0))=\Theta(1);
            \quad \text{with a layer of 4 channels: } \|H_f(W_0)\|_2=\Theta(1)
            """),
        Hypotheses =
        [
            "convolutions of kernel size 2 over 3 positions, periodic, scaled by 1/√(2·channels); tanh; the output "
            + "linear in all positions and channels; every layer trained",
            "two convolutions, or one and a residual block a + tanh(conv a); the bottleneck network has a linear "
            + "convolution to 4 channels between two others",
            "3 orthogonal inputs of a random frame, ‖x‖² their dimension",
        ],
        Method =
            "Norms by Lanczos' method with Hessian products; eigenvalues of the Gram matrix of the gradients. "
            + "Over widths, the norm's exponent has to lie between −1/2 and −1/2 plus the logarithmic slope of "
            + "the median of the largest of m Gaussians; that of λ_min between −0.02 and 0.18; that of the block "
            + "of the weights into the narrow layer within 0.1 of 0. The last two are allowances for finite "
            + "width; measured are 0.12 and −0.05. That such networks satisfy PL* on a ball is not examined.",
    };

    [Parameter("m", "widths, four or more", Minimum = 2, Maximum = 512)]
    public Choices<int> Widths { get; init; } = [10, 16, 28, 48];

    [Parameter("d", "channels of the inputs", Minimum = 1, Maximum = 16)]
    public int Channels { get; init; } = 2;

    [Parameter("n", "number of samples, at most three times the channels of the inputs", Minimum = 1, Maximum = 16)]
    public int Samples { get; init; } = 3;

    [Parameter("decay", "power of 1/m in the Hessian's norm without bottleneck", Minimum = 0, Maximum = 2)]
    public double Decay { get; init; } = 0.5;

    [Parameter("bottleneck-decay", "power of 1/m with bottleneck", Minimum = 0, Maximum = 2)]
    public double BottleneckDecay { get; init; }

    [Parameter("kernel-decay", "power of 1/m in λ_min(K)", Minimum = -2, Maximum = 2)]
    public double KernelDecay { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exponent 0.9 instead of ½ for convolutions", this with { Decay = 0.9 }, "convolutional"),
        new("exponent 0.1 instead of ½ with residual blocks", this with { Decay = 0.1 }, "residual"),
        new("1/√m with a bottleneck too", this with { BottleneckDecay = 0.5 }, "bottleneck"),
        new("λ_min falls like 1/√m", this with { KernelDecay = 0.5 }, "kernel"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Samples > 3 * Channels ? [$"no {Samples} inputs of dimension {3 * Channels} are orthogonal"] : [];

    public override int Decisions => 5;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [16, 28, 48, 80] },
        _ => this with { Widths = [16, 32, 64, 128] },
    };

    protected override Experiment<PatchHessianCell, PatchHessianOutcome> Experiment { get; } =
        new PatchHessianExperiment();

    protected override IReadOnlyList<PatchHessianCell> Cells =>
    [
        .. from architecture in Enum.GetValues<PatchArchitecture>()
           from m in Widths
           where Samples <= 3 * Channels
           select new PatchHessianCell(architecture, m, Channels, Samples),
    ];

    // Logarithms scatter by 0.15 for norms, by 0.2 for λ_min, and by 0.4 for the bottleneck's block, which decides.
    protected override int TrialsNeeded(double level) =>
        SlopeDesign.Trials(level, scatter: 0.42, BlockResolution, Widths.Select(m => (double)m));

    // Half of what is left of the gap to 1/√m beside the allowance.
    private const double BlockResolution = 0.2;

    protected override Evidence Judge(Examination<PatchHessianCell, PatchHessianOutcome> examination)
    {
        // Maxima over positions too have more terms, and a smaller slope.
        double tilde = WidthScaling.SlopeOfLargestNormal(Widths);
        return Evidence.All(
            Norm(PatchArchitecture.Convolutional, "convolutional"),
            Norm(PatchArchitecture.Residual, "residual"),
            Kernel(PatchArchitecture.Convolutional, "convolutional"),
            Kernel(PatchArchitecture.Residual, "residual"),
            Follows(
                PatchArchitecture.Bottleneck,
                "the block of the weights into a bottleneck",
                o => o.Block,
                -BottleneckDecay,
                allowance: 0.1,
                BlockResolution,
                gap: 0.5).Named("bottleneck"));

        Evidence Norm(PatchArchitecture architecture, string name) => Follows(
            architecture,
            $"the Hessian's norm, {name}",
            o => o.Norm,
            tilde / 2 - Decay,
            tilde / 2,
            resolution: 0.14,
            gap: 0.4).Named(name);

        Evidence Kernel(PatchArchitecture architecture, string name) => Follows(
            architecture,
            $"λ_min(K), {name}",
            o => o.Least - o.EigenvalueError,
            0.08 - KernelDecay,
            allowance: 0.1,
            resolution: 0.2,
            gap: 0.5).Named("kernel");

        Evidence Follows(
            PatchArchitecture architecture, string what, Func<PatchHessianOutcome, double> number, double exponent,
            double allowance, double resolution, double gap) => examination
                .Where(cell => cell.Architecture == architecture)
                .FollowsInWidth(
                    what, cell => cell.Width, number, exponent, PatchHessianExperiment.Tolerance, allowance,
                    resolution, gap);
    }
}
