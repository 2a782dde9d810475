using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Rates;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Rates;

// Slide 5, "Proximal gradient generalization (via proximal-PL)", which prints the problem only. D_g(x, α) =
// −2α·min_y[⟨∇L, y − x⟩ + ½α‖y − x‖² + g(y) − g(x)]; ½D_g(x, β) ≥ μ(F − F*) gives the factor 1 − μ/β; strong
// convexity of L gives that condition for every convex g.

/// <summary>The proximal gradient method converges linearly.</summary>
public sealed record ProximalGradientRate : Claim<ProximalStepCell, ProximalStepOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proximal-gradient-rate",
        Title = "The proximal gradient method converges linearly under proximal-PL: factor 1 − μ/β",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Aside: proximal gradient generalization (via proximal-PL)",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt + ", Theorem 5"),
        Quotations = [@"Proximal gradient generalization (via proximal-PL)"],
        Statement = new(
            """
            F=L+g, \ \frac{1}{2}D_g(x,\beta)\ge\mu(F(x)-F^*), \ D_g(x,\beta)=-2\beta\min_y[\langle\nabla
            L(x),y-x\rangle+\frac{\beta}{2}\|y-x\|^2+g(y)-g(x)]:
            \quad F(x^{k+1})-F^*\le(1-\frac{\mu}{\beta})(F(x^k)-F^*)
            """),
        Hypotheses = ["L is β-smooth, g convex", "proximal-PL, which μ-strong convexity of L implies"],
        Method =
            "Strongly convex quadratics in Haar's bases plus λ‖x‖₁. The minimizer is chosen first and the "
            + "problem made to fit, so that F* is known exactly and F − F* is a sum of non-negative terms. One "
            + "step of soft thresholding near the minimizer, far from it, and along the weakest direction.",
    };

    [Parameter("d", "dimensions", Minimum = 1, Maximum = 20, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 6];

    [Parameter("penalty", "factors λ of the ℓ₁ norm", Minimum = 0, Maximum = 1e3, Size = true)]
    public Choices<double> Penalties { get; init; } = [0, 0.7, 5];

    [Parameter("condition", "β/μ", Minimum = 1, Maximum = 1000)]
    public double Condition { get; init; } = 8;

    [Parameter("premise", "the c in ½D_g ≥ cμ(F − F*)", Minimum = 0, Maximum = 100)]
    public double PremiseFactor { get; init; } = 1;

    [Parameter("rate", "the c in 1 − cμ/β", Minimum = 0, Maximum = 100)]
    public double RateFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("proximal-PL with 1.1μ", this with { PremiseFactor = 1.1 }, "premise"),
        new("factor 1 − 2μ/β", this with { RateFactor = 2 }, "rate"),
    ];

    public override int Decisions => 2;

    protected override Experiment<ProximalStepCell, ProximalStepOutcome> Experiment { get; } =
        new ProximalStepExperiment();

    protected override IReadOnlyList<ProximalStepCell> Cells =>
        [.. from d in Dimensions from penalty in Penalties select new ProximalStepCell(d, penalty, Condition)];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<ProximalStepCell, ProximalStepOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "½D_g(x, β) ≥ μ(F − F*)",
                    (_, o) => PremiseFactor - o.ProximalRatio,
                    (_, o) => o.Error,
                    Derivation)
                .Named("premise"),
            examination
                .ForAll(
                    "F after the step ≤ (1 − μ/β) F before",
                    (_, o) => o.Ratio - (1 - RateFactor / Condition),
                    (_, o) => o.Error,
                    Derivation)
                .Named("rate"));
    }

    private const string Derivation = "rounding of products with H, relative to F − F*";
}
