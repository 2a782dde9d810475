using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "Aside: this theory … doesn't cover NN with non-linear output layer, bottleneck layers". The small-Hessian argument
// does not cover nonlinear outputs, the theory does where their slope has a positive lower bound ρ: K_φ = DKD with D
// = diag φ'(F_i), hence λ_min(K_φ) ≥ ρ²λ_min(K), and the ball certified for f is certified for φ(f) with μρ². Outputs
// with ρ = 0 (softplus, sigmoid) stay uncovered, and nothing is said here of a trained narrow layer.

/// <summary>Networks with a nonlinear output that are certified all the same.</summary>
public sealed record Coverage : Claim<WidthCertificateCell, WidthCertificateOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/coverage",
        Title = "The theory covers nonlinear outputs of slope at least ρ > 0",
        Kind = ClaimKind.Existence,
        Source = OverparameterizedLandscapesTalk.At("Aside: This theory covers … Doesn't cover …",
            "C. Liu, L. Zhu, M. Belkin, arXiv:2003.00307, main theorem with |σ'_{L+1}| ≥ ρ"),
        Quotations =
        [
            @"NN with non-linear output layer",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            \text{the theory, as the talk presents it, does not cover networks with a nonlinear output layer}
            """)
        {
            Corrected =
                """
                K_{\phi(f)} = DKD,\ D=\mathrm{diag}\,\phi'(F_i) \Rightarrow
                \lambda_{\min}(K_{\phi(f)}) \ge \rho^2\lambda_{\min}(K):\ \phi(f) \text{ satisfies }
                \mu\rho^2\text{-PL}^* \text{ on each ball that is certified for } f \text{ with } \mu
                """,
            Reason =
                "The small-Hessian route of Theorem 2 does not cover them, and Theorem 3 asks for σ_{L+1}(z) = "
                + "z; but its factor p⁻² is ρ⁻², ρ = inf|σ'_{L+1}|, of the theorem in the paper, which does. "
                + "φ(z) = z + ½ sin z after a tanh network of width 32 is certified with μ/4. Outputs with ρ = "
                + "0, such as softplus and sigmoid, stay uncovered; bottlenecks are not examined here.",
        },
        Hypotheses =
        [
            "|φ'| ≥ ρ > 0 on the whole line: φ(z) = z/2, z + ½ sin z, or the sum ½ψ(z) + ¼ψ(2z) of two such ripples ψ",
            "one hidden layer, tanh, first layer trained",
        ],
        Method =
            "K_φ from backpropagation through φ has to equal DKD. In the ball that the width certifies for f "
            + "with μ, λ_min(K_φ) must not fall below ρ²μ at random points and along the gradient of λ_min.",
    };

    [Parameter("output", "output maps", Values = "half, ripple, two-ripples")]
    public Choices<OutputMap> Outputs { get; init; } = [OutputMap.Half, OutputMap.Ripple, OutputMap.TwoRipples];

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 16, Size = true)]
    public int Samples { get; init; } = 4;

    [Parameter("m", "widths", Minimum = 1, Maximum = 65536, Size = true)]
    public Choices<int> Widths { get; init; } = [32, 256];

    [Parameter("covered", "whether such networks are covered")]
    public bool Covered { get; init; } = true;

    [Parameter("slope-power", "power of ρ", Minimum = 0, Maximum = 4)]
    public int SlopePower { get; init; } = 2;

    [Parameter("largest-slope", "whether ρ is sup|φ'| instead of inf|φ'|")]
    public bool LargestSlope { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("no ball is certified for a nonlinear output", this with { Covered = false }, "ball"),
        new("ρ instead of ρ²", this with { SlopePower = 1 }, "ball"),
        new("without ρ", this with { SlopePower = 0 }, "ball"),
        new("the largest slope instead of the least", this with { LargestSlope = true }, "ball"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [32, 256, 1024] },
        _ => this with { Widths = [32, 256, 1024, 4096] },
    };

    protected override Experiment<WidthCertificateCell, WidthCertificateOutcome> Experiment { get; } =
        new WidthCertificateExperiment();

    protected override IReadOnlyList<WidthCertificateCell> Cells =>
    [
        .. from output in Outputs
           from m in Widths
           select new WidthCertificateCell(
               CertificateStart.Gaussian,
               output,
               Samples,
               Samples + 4,
               m,
               Scale: 1,
               Share: 0.81,
               Constant: 1,
               DataPower: 1,
               Power: 2),
    ];

    protected override Evidence Judge(Examination<WidthCertificateCell, WidthCertificateOutcome> examination)
    {
        // λ_min(K_φ) is measured as that of DKD, which this one checks: the ball is about K_φ where it holds.
        Evidence identity = examination.ForAll(
            "K_φ = DKD at the initialization",
            (_, o) => o.OutputKernelError,
            (cell, _) => (cell.Width + 80) * 4 * UnitRoundoff,
            "sums of m·d products relative to the trace, each slope known to a few units in the last place")
            .Named("identity")
            .AsSupplement();
        return Covered
            ? Evidence.All(
                examination
                    .ForAll(
                        "λ_min(K_φ) ≥ ρ²μ in the ball certified for f",
                        (cell, o) => Floor(cell) - o.LeastOutputEigenvalue,
                        Rounding,
                        Derivation)
                    .Named("ball"),
                identity)
            : Evidence.All(
                examination
                    .ForAll(
                        "no ball is certified for a nonlinear output",
                        (cell, o) => Math.Min(Floor(cell), o.LeastOutputEigenvalue),
                        Rounding,
                        Derivation)
                    .Named("ball"),
                identity);
    }

    // ρ²μ in units of λ_0.
    private double Floor(WidthCertificateCell cell) =>
        cell.Share
        * ElementaryFunctions.Exp(
            SlopePower * ElementaryFunctions.Log(LargestSlope ? cell.Output.LargestSlope : cell.Output.LeastSlope));

    private const string Derivation = "rounding of m-term sums in K and of its eigenvalues, relative to λ_0";

    private static double Rounding(WidthCertificateCell cell, WidthCertificateOutcome o) => 4 * o.EigenvalueError;
}
