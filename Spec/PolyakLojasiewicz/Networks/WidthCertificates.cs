using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 3 names no constant. For the shallow network Weyl's inequality for singular values does: σ_min(J(w)) ≥ √λ_0
// − β_F R with β_F = β_σ‖X‖max‖x_i‖/√m, so that every width m ≥ (β_σ‖X‖max‖x_i‖R/(√λ_0 − √μ))² certifies PL*(μ) on
// B(w_0, R). The experiment takes the largest such R and searches the ball.

/// <summary>A width that certifies PL* on a ball, with explicit constants.</summary>
public sealed partial record WidthCertificates : Claim<WidthCertificateCell, WidthCertificateOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/width-certificates",
        Title = "Sufficient width certifies PL* on a ball, for μ below λ_0",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Theorem 3 (Wide neural nets with linear output layer satisfy PL*); the constants are derived here"),
        Quotations =
        [
            """
            Suppose  $\lambda_0 = \lambda_{\min}(K(W_0)) > 0$ . Then  $L(w) = \frac{1}{2} \|F(w) - y\|^2$
            satisfies  $\mu$ -PL\* on  $B(w_0, R)$  if
            """,
            @"m = \tilde{\Omega} \left( \frac{n R^{6L+2}}{(\lambda_0 - \mu p^{-2})^2} \right)",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{Suppose } \lambda_0=\lambda_{\min}(K(W_0))>0. \text{ Then } L \text{ satisfies }
            \mu\text{-PL}^* \text{ on } B(w_0,R) \text{ if } m=\tilde\Omega\Big(\frac{nR^{6L+2}}{(\lambda_0-\mu
            p^{-2})^2}\Big)
            """)
        {
            Corrected =
                """
                \text{for } \sigma_{L+1}(z)=z \text{ and } 0<\mu<\lambda_0,\ \text{if }
                m=\tilde\Omega\Big(\frac{nR^{6L+2}}{(\lambda_0-\mu)^2}\Big);
                \text{ for one hidden layer it suffices that } m \ge
                \Big(\frac{\beta_\sigma\|X\|\max\|x_i\|R}{\sqrt{\lambda_0}-\sqrt\mu}\Big)^2
                """,
            Reason =
                "p is ρ = inf|σ'_{L+1}|, here 1, and the hypothesis μ < λ_0 is missing: the formula is as satisfied "
                + "beyond λ_0 as below. Counterexample at every width: μ = 1.5 λ_0, y = F(w_0) − v with the weakest "
                + "eigenvector v of K(w_0); at w_0 itself ½‖∇L‖² = λ_0L < μL.",
        },
        Hypotheses =
        [
            "σ_{L+1}(z) = z, for which ρ = 1",
            "0 < μ < λ_0",
            "the explicit constants: one hidden layer, tanh, first layer trained",
        ],
        Method =
            "For random and aligned initializations the largest certified ball is searched for the least "
            + "λ_min(K) and the least ½‖∇L‖²/L, at random points and by following the gradient of λ_min. "
            + "Neither may fall below μ. For aligned neurons the certificate is sharp "
            + "to first order in R, so that its constant is examined and not only its order.",
    };

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 4];

    [Parameter("m", "widths", Minimum = 1, Maximum = 65536, Size = true)]
    public Choices<int> Widths { get; init; } = [32, 256];

    [Parameter("x", "norms of the inputs", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Scales { get; init; } = [0.5, 2];

    [Parameter("share", "values of μ/λ_0", Minimum = 0.01, Maximum = 10)]
    public Choices<double> Shares { get; init; } = [0.25, 0.81];

    [Parameter("constant", "factor before β_σ", Minimum = 0.01, Maximum = 100)]
    public double Constant { get; init; } = 1;

    [Parameter("data-power", "power of ‖X‖, 0 or 1", Minimum = 0, Maximum = 1)]
    public int DataPower { get; init; } = 1;

    [Parameter("power", "power of the bracket", Minimum = 1, Maximum = 4)]
    public int Power { get; init; } = 2;

    public override Claim AsPrinted => this with { Shares = [1.5] };

    public override string PrintedPart => "pl";

    public override IEnumerable<string> UnmetHypotheses =>
        Shares.Any(share => share >= 1) ? ["μ is not below λ_0"] : [];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("0.95·β_σ instead of β_σ", this with { Constant = 0.95 }, "kernel"),
        new("without the factor ‖X‖", this with { DataPower = 0 }, "kernel"),
        new("the bracket not squared", this with { Power = 1 }, "kernel"),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [32, 256, 1024], Samples = [1, 2, 4] },
        _ => this with { Widths = [32, 256, 1024, 4096], Samples = [1, 2, 4, 6] },
    };

    protected override Experiment<WidthCertificateCell, WidthCertificateOutcome> Experiment { get; } =
        new WidthCertificateExperiment();

    protected override IReadOnlyList<WidthCertificateCell> Cells =>
    [
        .. from start in (CertificateStart[])[CertificateStart.Gaussian, CertificateStart.Aligned]
           from n in Samples
           from m in Widths
           from scale in Scales
           from share in Shares
           select new WidthCertificateCell(
               start,
               OutputMap.Linear,
               n,
               n + 2,
               m,
               scale,
               share,
               Constant,
               DataPower,
               Power),
    ];

    protected override Evidence Judge(Examination<WidthCertificateCell, WidthCertificateOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "the tangent kernel stays above μ in the ball",
                    (cell, o) => cell.Share - o.LeastEigenvalue,
                    Rounding,
                    Derivation)
                .Named("kernel"),
            examination
                .ForAll("½‖∇L‖² ≥ μL in the ball", (cell, o) => cell.Share - o.LeastRatio, Rounding, Derivation)
                .Named("pl"));
    }

    // Both sides are in units of λ_0, which enters once as the measure and once through R; the factor covers both and
    // the gradients.
    private const string Derivation = "rounding of m-term sums in K and of its eigenvalues, relative to λ_0";

    private static double Rounding(WidthCertificateCell cell, WidthCertificateOutcome o) => 4 * o.EigenvalueError;
}
