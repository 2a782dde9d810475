using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "Deeper neural nets": wide networks with linear output have small Hessians, ‖H_f(W_0)‖ = Õ(1/√m). Upper bound: HessianCeiling, every term of which carries 1/√m or ‖δ‖_∞. The latter is the largest of m
// Gaussians over √m: the tilde. So √m‖H_f‖ grows at most like that maximum, and the exponent lies between −1/2 and −1/2 + the logarithmic slope of its median. A bottleneck of fixed width keeps a block of order one.

/// <summary>How the Hessian of a deep network's output falls with the width, and where it does not.</summary>
public sealed record DeepHessian : Claim<OutputHessianCell, OutputHessianOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/deep-hessian",
        Title = "Wide deep networks with linear output have Hessians of norm Õ(1/√m), bottlenecks have not",
        Kind = ClaimKind.Scaling,
        Source = OverparameterizedLandscapesTalk.At("Deeper neural nets; Aside: bottleneck layers", "C. Liu, L. Zhu, M. Belkin, arXiv:2003.00307; arXiv:2010.01092"),
        Statement = new(
            @"d^{(0)}=x,\ d^{(l)}=\sigma_l\big(\tfrac{1}{\sqrt{m_{l-1}}}\,W^{(l)}\,d^{(l-1)}\big),\ f(W;x)=d^{(L+1)},\ \sigma_{L+1}(z)=z \Rightarrow \|H_f(W_0)\|_2 = \tilde O(1/\sqrt m)"),
        Hypotheses =
        [
            "W_0 standard normal, every layer trained, ‖x‖² = d",
            "all hidden layers of width m; the bottleneck network has one linear layer of width 4 in between",
        ],
        Method =
            "Norms by Lanczos' method on the subspace where the Hessian lives. Each must stay below a closed-form ceiling made of the layers' norms. Over widths, their exponent has to lie between −1/2 and −1/2 plus the logarithmic slope of the "
            + "median of the largest of m Gaussians, which is what the tilde hides. In the bottleneck network the block of the weights into the narrow layer has to keep its size.",
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
        new("1/m instead of 1/√m", this with { Decay = 1 }),
        new("no decay with the width", this with { Decay = 0 }),
        new("1/√m with a bottleneck too", this with { BottleneckDecay = 0.5 }),
        new("ceiling without the curvature of the activations", this with { Ceiling = HessianTerms.Coupling }),
        new("ceiling without the coupling of layers", this with { Ceiling = HessianTerms.Curvature }),
    ];

    public override int Decisions => 4;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [32, 64, 128, 256] },
        _ => this with { Widths = [32, 64, 128, 256, 512, 1024] },
    };

    protected override Experiment<OutputHessianCell, OutputHessianOutcome> Experiment { get; } = new OutputHessianExperiment();

    protected override IReadOnlyList<OutputHessianCell> Cells =>
    [
        .. from shape in (NetworkShape[])[NetworkShape.OneHidden, NetworkShape.TwoHidden, NetworkShape.Bottleneck]
           from m in Widths
           select new OutputHessianCell(shape, OutputMap.Linear, m, Dimension),
    ];

    // Logarithms of the norms scatter by about 0.2, those of the bottleneck's block by 0.5: with t = 5 standard errors and 0.6 as variance of ln m over the window,
    // 32 draws a width bring the half-width to 5·0.5/√(4·32·0.6) = 0.29, enough to tell 0 from −1/2.
    protected override int TrialsNeeded(double level) => 32;

    protected override Evidence Judge(Examination<OutputHessianCell, OutputHessianOutcome> examination)
    {
        double tilde = LogarithmicSlope();
        return Evidence.All(
            examination.ForAll(
                "the norm is at most the ceiling",
                (_, o) => o.InnerNorm / Of(o) - 1,
                (_, _) => 1e-12,
                "relative; Lanczos' value is a Rayleigh quotient and lies below the norm up to rounding of some hundred operations"),
            Follows(NetworkShape.OneHidden, "the norm with one hidden layer", o => o.InnerNorm, tilde / 2 - Decay, tilde / 2, 0.15),
            Follows(NetworkShape.TwoHidden, "the norm with two hidden layers", o => o.InnerNorm, tilde / 2 - Decay, tilde / 2, 0.15),
            Follows(NetworkShape.Bottleneck, "the block of the weights into a bottleneck", o => o.Floor, -BottleneckDecay, 0.02, 0.3));

        Evidence Follows(NetworkShape shape, string what, Func<OutputHessianOutcome, double> number, double exponent, double allowance, double resolution)
        {
            var part = examination.Where(cell => cell.Shape == shape);
            return part.Follows(
                $"{what} as a power of the width",
                [.. part.Observations.Select(o => ((double)o.Cell.Width, number(o.Outcome)))],
                exponent,
                pointError: 5e-3,
                allowance,
                resolution);
        }
    }

    private double Of(OutputHessianOutcome o) => Ceiling switch
    {
        HessianTerms.Curvature => o.CeilingWithoutCoupling,
        HessianTerms.Coupling => o.CeilingWithoutCurvature,
        _ => o.Ceiling,
    };

    // The median M(m) of the largest of m |N(0, 1)| has P(|N| > M) = 1 − 2^{−1/m}; Student's t with 10⁸ degrees of freedom is normal to eight digits. ln M is concave in ln m,
    // so that its slope over any window is at most that between the two smallest widths.
    private double LogarithmicSlope()
    {
        int[] widths = [.. Widths.Order().Distinct()];
        if (widths.Length < 2)
            return 0;
        return (ElementaryFunctions.Log(Median(widths[1])) - ElementaryFunctions.Log(Median(widths[0]))) / ElementaryFunctions.Log((double)widths[1] / widths[0]);

        static double Median(int m) => StudentT.TwoSidedQuantile(-ElementaryFunctions.Expm1(-ElementaryFunctions.Log(2) / m), 1e8);
    }
}
