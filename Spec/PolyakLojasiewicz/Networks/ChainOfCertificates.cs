using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// "Summary so far": sufficiently wide ⇒ K well conditioned in B(w_0, R) ⇒ PL* in B(w_0, R) ⇒ linear convergence.
// Every arrow closed with numbers known before the descent: λ_0 from below, β_F and L_F in closed form, R =
// 2‖r_0‖/√μ, (√λ_0 − β_FR)² ≥ μ, η = 1/(L_F² + β_F‖r_0‖); then the descent itself.

/// <summary>The whole argument of the talk on one trained network.</summary>
public sealed record ChainOfCertificates : Claim<CertifiedDescentCell, CertifiedDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/chain-of-certificates",
        Title = "Networks of width 1024 whose convergence is certified before they are trained",
        Kind = ClaimKind.Existence,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At(
            "Summary so far; Summary, which say (S)GD: only gradient descent is examined here, SGD in "
            + "sgd-interpolation"),
        Quotations =
        [
            @"Neural net sufficiently wide",
            @"$\Rightarrow K(w) = \nabla F(w) \nabla F(w)^T$  well-conditioned in  $B(w_0, R)$",
            @"$\Rightarrow$  Linear convergence of (S)GD",
        ],
        Statement = new(
            """
            \text{Neural net sufficiently wide} \Rightarrow
            K(w)=\nabla F(w)\nabla F(w)^T \text{ well-conditioned in } B(w_0,R) \Rightarrow
            L(w) \text{ satisfies PL}^* \text{ in } B(w_0,R) \Rightarrow
            \text{Linear convergence of GD}
            """),
        Hypotheses =
        [
            "shallow tanh network, first layer trained, mirrored standard normal initialization",
            "n = d = 4 inputs of norm 1 with x_i·x_j = 0.2, labels of norm 1",
            "μ = λ_0/4, η = 1/(L_F² + β_F‖r_0‖)",
            "R = 2‖r_0‖/√μ, of the order of the theorem beside the chain: PL* on a ball too small for a zero, such as "
                + "|w| ≤ 1 for tanh w = 2, lets nothing converge to zero loss",
        ],
        Method =
            "λ_0 is bounded from below with its rounding error subtracted. The certificate (√λ_0 − β_FR)² ≥ μ "
            + "has to close; then the kernel at every iterate has to lie above μ, the path of gradient descent "
            + "inside the ball, and the loss below (1 − ημ)ᵗL_0 until it has come down by sixteen digits.",
    };

    [Parameter("m", "width, even", Minimum = 2, Maximum = 65536)]
    public int Width { get; init; } = 1024;

    [Parameter("share", "μ/λ_0", Minimum = 0.01, Maximum = 1)]
    public double Share { get; init; } = 0.25;

    [Parameter("radius", "factor before ‖r_0‖/√μ in the radius", Minimum = 0, Maximum = 100)]
    public double RadiusConstant { get; init; } = 2;

    [Parameter("rate", "k in the rate 1 − kημ", Minimum = 0, Maximum = 100)]
    public double RateFactor { get; init; } = 1;

    [Parameter("step", "η times L_F² + β_F‖r_0‖", Minimum = 0.01, Maximum = 10)]
    public double StepFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("width 256 suffices", this with { Width = 256 }, "certificate"),
        new("a ball four times as large is certified too", this with { RadiusConstant = 8 }, "certificate"),
        new("the path stays within an eighth of the ball", this with { RadiusConstant = 0.25 }, "path"),
        new("the iterates stay within an eighth of the ball", this with { RadiusConstant = 0.25 }, "ball"),
        new("μ = λ_0: kernels do not shrink at all", this with { Share = 1 }, "kernels"),
        new("rate 1 − 9ημ", this with { RateFactor = 9 }, "rate"),
        new("step 6/β", this with { StepFactor = 6 }, "rate"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        StepFactor > 1 ? ["the step exceeds 1/(L_F² + β_F‖r_0‖)"] : [];

    public override int Decisions => 6;

    protected override Experiment<CertifiedDescentCell, CertifiedDescentOutcome> Experiment { get; } =
        new CertifiedDescentExperiment();

    protected override IReadOnlyList<CertifiedDescentCell> Cells =>
        [new(DescentSystem.Network, Samples: 4, Width, Scale: 1, Share, StepFactor)];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToSee(0.2, level);

    protected override Evidence Judge(Examination<CertifiedDescentCell, CertifiedDescentOutcome> examination)
    {
        return Evidence.All(
            Link(
                    "the kernel of every network in the ball is certified above μ",
                    o => 1 - CertifiedBall.Floor(o, RadiusConstant / Math.Sqrt(o.Mu)) / o.Mu)
                .Named("certificate"),
            Link("the kernels of all iterates lie above μ", o => 1 - o.LeastAlongPath / o.Mu).Named("kernels"),
            Link(
                    "the path stays inside the ball",
                    o => o.Farthest * Math.Sqrt(o.Mu) / (RadiusConstant * o.ResidualNorm) - 1)
                .Named("ball"),
            Link(
                    "the path is no longer than the radius",
                    o => o.Path * Math.Sqrt(o.Mu) / (RadiusConstant * o.ResidualNorm) - 1)
                .Named("path"),
            examination
                .ForAll(
                    "the loss is at most (1 − ημ)ᵗL_0",
                    (_, o) => o.Growth - (1 - RateFactor * o.Step * o.Mu),
                    (_, o) => o.GrowthError,
                    "relative rounding of the losses, at the t-th root")
                .Named("rate"),
            // The rate implies it: that the path was examined to its end accompanies the bound of the losses.
            examination
                .Count(
                    "the residual reaches 10⁻⁸ of its start",
                    happened: (_, o) => o.LastResidual <= SquareLossDescent.Resolution,
                    certain: (_, o) => o.HasEnded,
                    probability: 1)
                .Named("convergence")
                .AsSupplement());

        Evidence Link(string statement, Func<CertifiedDescentOutcome, double> residual) => examination.ForAll(
            statement,
            (_, o) => residual(o),
            (cell, o) => (cell.Width + o.Steps + 200) * 8 * UnitRoundoff,
            "relative rounding of m-term sums, of a sum over the steps, and of constants in closed form");
    }
}
