using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Optimization;

// What is behind the theorem of the slides: where λ_min(JJᵀ) > 0, labels that are near enough to the outputs are fitted
// at a linear rate with known constants, at the width n/2 of the slides. With the ball of the experiment, r_{t+1} =
// (I − 2μJ̄J_tᵀ)r_t with ‖J̄ − J_t‖ ≤ Λμ‖J_tᵀr_t‖ and 2μ‖J‖² ≤ 1 give ‖r_{t+1}‖ ≤ (1 − 2μλ + Λμ‖r_t‖)‖r_t‖, and
// Λ‖r_0‖ ≤ sλ/(2(1 − s)). The first residual is along the least singular value, where this is nearly attained, or along
// the largest, where too long a step shows.

/// <summary>Descent on both layers converges linearly near its start, with certified constants.</summary>
public sealed record LocalConvergence : Claim<LocalConvergenceCell, LocalConvergenceOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/local-convergence",
        Title = "At the width n/2, labels near the first outputs are fitted at the rate 1 − 2μλ of the norm",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At(
            "Theory for smooth activations", "derived here, after " + JacobianSpectraTalk.OptimizationPaper),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \sigma=\sigma_{\min}(J(\theta_0))>0,\quad \|J(\theta)-J(\theta')\|\le\Lambda\|\theta-\theta'\|,
            \|f(\theta_0)-y\|=\frac{s(1-s)\sigma^2}{2\Lambda},\quad 2\mu\beta\le1
            \Rightarrow \|f(\theta_\tau)-y\|\le\left(1-2\mu\lambda_s\right)^\tau\|f(\theta_0)-y\|,
            \lambda_s=(1-s)^2\sigma^2\left(1-\frac{s}{4(1-s)}\right)
            """),
        Hypotheses =
        [
            "softplus, both layers trained", "n ≤ k(d + 1) inputs on the unit sphere, λ_min(JJᵀ) > 0 at the start",
            "2μβ ≤ 1 for the smoothness β of ½‖f − y‖² in the ball",
        ],
        Method =
            "Λ, β and a proven lower bound of σ² in closed form at the start; labels in the distance that the ball "
            + "allows, along the least and the largest singular value; the slowest pace over 50 steps in units of "
            + "μλ_s.",
    };

    [Parameter("n", "samples", Minimum = 1, Maximum = 60, Size = true)]
    public int Samples { get; init; } = 12;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 100)]
    public int Dimension { get; init; } = 20;

    [Parameter("k", "width", Minimum = 1, Maximum = 200)]
    public int Width { get; init; } = 6;

    [Parameter("nu", "deviations of the entries of v_0", Minimum = 0.01, Maximum = 100)]
    public Choices<double> Deviations { get; init; } = [1, 10];

    [Parameter("share", "s, by how much σ_min(J) may fall in the ball", Minimum = 0.001, Maximum = 0.5)]
    public double Share { get; init; } = 0.02;

    [Parameter("step", "2μβ", Minimum = 0.001, Maximum = 10)]
    public double StepFactor { get; init; } = 1;

    [Parameter("rate", "c in the rate 1 − cμλ_s", Minimum = 0, Maximum = 10)]
    public double Rate { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the rate 1 − 2.2μλ_s", this with { Rate = 2.2 }),
        new("the rate 1 − 4μλ_s, that of the loss", this with { Rate = 4 }),
        new("steps of 2.5/(2β)", this with { StepFactor = 2.5 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
    [
        .. StepFactor > 1 ? (string[])["2μβ ≤ 1"] : [],
        .. Samples > Width * (Dimension + 1) ? (string[])["n ≤ k(d + 1)"] : [],
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Samples = 20, Width = 10 };

    protected override Experiment<LocalConvergenceCell, LocalConvergenceOutcome> Experiment { get; } =
        new LocalConvergenceExperiment();

    protected override IReadOnlyList<LocalConvergenceCell> Cells =>
    [
        .. from ν in Deviations
           from stiff in (bool[])[false, true]
           select new LocalConvergenceCell(Samples, Dimension, Width, ν, Share, StepFactor, stiff),
    ];

    protected override Evidence Judge(Examination<LocalConvergenceCell, LocalConvergenceOutcome> examination) =>
        examination.Given((_, o) => o.IsCertified).ForAll(
            "the residual falls by cμλ_s at least in each step",
            Slack,
            "rounding of outputs and weights, at the t-th root, in units of μλ_s",
            resolution: 0.02);

    private Bounded Slack(LocalConvergenceCell cell, LocalConvergenceOutcome o)
    {
        double s = cell.Share;
        double unit = o.Step * o.Eigenvalue * (1 - s) * (1 - s) * (1 - s / (4 * (1 - s)));
        return new(Rate - (1 - o.Growth) / unit, o.GrowthError / unit + 1e-9);
    }
}
