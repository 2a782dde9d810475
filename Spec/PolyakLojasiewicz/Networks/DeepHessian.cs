using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "Deeper neural nets": wide networks with linear output have small Hessians, ‖H_f(W_0)‖ = Õ(1/√m). Upper bound:
// HessianCeiling, every term of which carries 1/√m or ‖δ‖_∞. The latter is the largest of m Gaussians over √m: the
// tilde. So √m‖H_f‖ grows at most like that maximum, and the exponent lies between −1/2 and −1/2 + the logarithmic
// slope of its median. A bottleneck of fixed width keeps a block of order one.

/// <summary>How the Hessian of a deep network's output falls with the width, and where it does not.</summary>
public sealed record DeepHessian : Claim<OutputHessianCell, OutputHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/deep-hessian",
        Title = "Wide deep networks with linear output have Hessians of norm Õ(1/√m), bottlenecks have not",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OverparameterizedLandscapesTalk.At("Deeper neural nets; Aside: bottleneck layers",
            "C. Liu, L. Zhu, M. Belkin, arXiv:2003.00307; arXiv:2010.01092"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            d^{(0)}=x,\ d^{(l)}=\sigma_l\big(\tfrac{1}{\sqrt{m_{l-1}}}\,W^{(l)}\,d^{(l-1)}\big),\
            f(W;x)=d^{(L+1)},\ \sigma_{L+1}(z)=z \Rightarrow
            \|H_f(W_0)\|_2 = \tilde O(1/\sqrt m)
            """),
        Hypotheses =
        [
            "W_0 standard normal, every layer trained, ‖x‖² = d; σ_l with bounded first and second derivatives",
            "all hidden layers of width m; the bottleneck network has one linear layer of width 4 in between",
        ],
        Method =
            "Norms by Lanczos' method on the subspace where the Hessian lives. Each must stay below a "
            + "closed-form ceiling made of the layers' norms. Over widths, their exponent has to lie between "
            + "−1/2 and −1/2 plus the logarithmic slope of the "
            + "median of the largest of m Gaussians, which is what the tilde hides. In the bottleneck network "
            + "the block of the weights into the narrow layer has to keep its size.",
    };

    [Parameter("m", "widths, four or more", Minimum = 4, Maximum = 2048)]
    public Choices<int> Widths { get; init; } = [16, 32, 64, 128];

    [Parameter("d", "data dimension", Minimum = 1, Maximum = 100)]
    public int Dimension { get; init; } = 5;

    [Parameter("decay", "power of 1/m without bottleneck", Minimum = 0, Maximum = 2)]
    public double Decay { get; init; } = 0.5;

    [Parameter("bottleneck-decay", "power of 1/m with bottleneck", Minimum = 0, Maximum = 2)]
    public double BottleneckDecay { get; init; }

    [Parameter("ceiling", "which terms the ceiling has")]
    public HessianTerms Ceiling { get; init; } = HessianTerms.All;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("exponent 0.9 instead of ½ with one hidden layer", this with { Decay = 0.9 }, "one-hidden"),
        new("exponent 0.1 instead of ½ with one hidden layer", this with { Decay = 0.1 }, "one-hidden"),
        new("exponent 0.9 instead of ½", this with { Decay = 0.9 }, "two-hidden"),
        new("exponent 0.1 instead of ½", this with { Decay = 0.1 }, "two-hidden"),
        new("1/√m with a bottleneck too", this with { BottleneckDecay = 0.5 }, "bottleneck"),
        new(
            "ceiling without the curvature of the activations",
            this with
            {
                Ceiling = HessianTerms.Coupling,
            },
            "ceiling"),
        new("ceiling without the coupling of layers", this with { Ceiling = HessianTerms.Curvature }, "ceiling"),
    ];

    public override int Decisions => 4;

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
        .. from shape in (NetworkShape[])[NetworkShape.OneHidden, NetworkShape.TwoHidden, NetworkShape.Bottleneck]
           from m in Widths
           select new OutputHessianCell(shape, OutputMap.Linear, m, Dimension),
    ];

    // Logarithms of the norms scatter by about 0.2, those of the bottleneck's block, which decide the number of
    // draws, by 0.5.
    protected override int TrialsNeeded(double level) =>
        SlopeDesign.Trials(level, scatter: 0.5, BottleneckResolution, Widths.Select(m => (double)m));

    // Half of what is left of the gap to 1/√m beside the allowance.
    private const double BottleneckResolution = 0.24;

    protected override Evidence Judge(Examination<OutputHessianCell, OutputHessianOutcome> examination)
    {
        double tilde = WidthScaling.SlopeOfLargestNormal(Widths);
        return Evidence.All(
            examination.ForAll(
                "the norm is at most the ceiling",
                (_, o) => o.InnerNorm / Of(o) - 1,
                (cell, _) => 64 * (cell.Width + cell.Dimension + 20) * UnitRoundoff,
                "relative to the ceiling, which bounds the terms of a product: chains of m + d operations in "
                + "each of its few dozen factors; "
                + "Lanczos' value is a Rayleigh quotient, so that it errs downwards otherwise")
                .Named("ceiling"),
            Follows(
                    NetworkShape.OneHidden,
                    "the norm with one hidden layer",
                    o => o.InnerNorm,
                    tilde / 2 - Decay,
                    tilde / 2,
                    0.14,
                    gap: 0.4)
                .Named("one-hidden"),
            Follows(
                    NetworkShape.TwoHidden,
                    "the norm with two hidden layers",
                    o => o.InnerNorm,
                    tilde / 2 - Decay,
                    tilde / 2,
                    0.14,
                    gap: 0.4)
                .Named("two-hidden"),
            Follows(
                    NetworkShape.Bottleneck,
                    "the block of the weights into a bottleneck",
                    o => o.Floor,
                    -BottleneckDecay,
                    0.02,
                    BottleneckResolution,
                    gap: 0.5)
                .Named("bottleneck"));

        Evidence Follows(
            NetworkShape shape, string what, Func<OutputHessianOutcome, double> number, double exponent,
            double allowance, double resolution, double gap) => examination
                .Where(cell => cell.Shape == shape)
                .FollowsInWidth(
                    what, cell => cell.Width, number, exponent, pointError: 5e-3, allowance, resolution, gap);
    }

    private double Of(OutputHessianOutcome o) => Ceiling switch
    {
        HessianTerms.Curvature => o.CeilingWithoutCoupling,
        HessianTerms.Coupling => o.CeilingWithoutCurvature,
        _ => o.Ceiling,
    };
}
