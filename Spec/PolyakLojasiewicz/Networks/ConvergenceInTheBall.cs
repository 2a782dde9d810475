using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 4: PL*(μ) on B(w_0, R) gives a solution in the ball and L(W_t) ≤ (1 − ημ)ᵗL(W_0), R = O(1/μ). With η ≤ 1/β each step has √L_t − √L_{t+1} ≥ (η/4)√(2μ)‖∇L_t‖, so that the whole path
// is at most 2‖r_0‖/√μ long; a solution lies within ‖r_0‖/√μ, and F(w) = √μ·w needs all of it. 1/√μ is the order; 1/μ holds with a constant of order L_F only.

/// <summary>Existence of a solution, length of the path and rate of gradient descent under PL*.</summary>
public sealed record ConvergenceInTheBall : Claim<CertifiedDescentCell, CertifiedDescentOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/convergence-in-the-ball",
        Title = "Gradient descent converges within 2‖r_0‖/√μ, at rate 1 − ημ",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At("Theorem 4 (PL* ⇒ existence of solution + linear convergence); remark R = O(1/μ)"),
        Statement = new(
            @"\text{with an appropriate step size } \eta: \text{ GD converges to a global minimizer in } B(w_0,R) \text{ with } R=O(\tfrac1\mu), \text{ with exponential rate } L(W_t)\le(1-\eta\mu)^tL(W_0)")
        {
            Corrected =
                @"\text{for } \eta\le 1/(L_F^2+\beta_F\|r_0\|) \text{ and PL}^*(\mu) \text{ on } B(w_0,R),\ R = \tfrac{2\|r_0\|}{\sqrt\mu},\ r_0=F(w_0)-y: \text{ the path stays in the ball, } L(W_t)\le(1-\eta\mu)^tL(W_0); \text{ a solution lies within } \tfrac{\|r_0\|}{\sqrt\mu}, \text{ sharp}",
            Reason =
                "The radius scales like 1/√μ. 1/μ is right with a constant of order L_F (R = 2L_F‖r_0‖/μ in the paper), not with one that depends on the residual alone: F(w) = cw, y = 1 has μ = c² and its only solution at distance 1/c, outside 2‖r_0‖/μ = 2/c² for c = 4. "
                + "“Appropriate” is η ≤ 1/(L_F² + β_F‖r_0‖).",
        },
        Hypotheses =
        [
            "PL*(μ) with ½‖∇L‖² ≥ μL on the ball; for networks by the certificate (√λ_0 − β_FR)² ≥ μ, for linear systems everywhere",
            "L = ½‖F − y‖², F L_F-Lipschitz with β_F-Lipschitz Jacobian",
        ],
        Method =
            "Linear systems with singular values from c to 2c, labels random or along the weakest direction, and certified shallow networks are trained to a residual of 10⁻⁸. The contraction of the loss over every stretch from the start, the length of the path and the distance of the solution "
            + "have to obey the bounds.",
    };

    /// <summary>Numbers of samples of the linear systems.</summary>
    [Parameter("n", "numbers of samples of the linear systems", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 4];

    /// <summary>Scales c of the linear systems.</summary>
    [Parameter("c", "scales of the linear systems", Minimum = 1e-3, Maximum = 1e3, Size = true)]
    public Choices<double> Scales { get; init; } = [0.25, 1, 4];

    /// <summary>Width of the networks.</summary>
    [Parameter("m", "width of the networks, even", Minimum = 2, Maximum = 65536)]
    public int Width { get; init; } = 640;

    /// <summary>ηβ.</summary>
    [Parameter("step", "η times L_F² + β_F‖r_0‖", Minimum = 0.01, Maximum = 10)]
    public double StepFactor { get; init; } = 1;

    /// <summary>k in the rate 1 − kημ.</summary>
    [Parameter("rate", "k in the rate 1 − kημ", Minimum = 0, Maximum = 10)]
    public double RateFactor { get; init; } = 1;

    /// <summary>Factor before ‖r_0‖ in the radius of the path.</summary>
    [Parameter("radius", "factor before ‖r_0‖ in the radius of the path", Minimum = 0, Maximum = 100)]
    public double RadiusConstant { get; init; } = 2;

    /// <summary>Power of 1/μ in that radius.</summary>
    [Parameter("radius-power", "power of 1/μ in that radius", Minimum = 0, Maximum = 2)]
    public double RadiusPower { get; init; } = 0.5;

    /// <summary>Factor before ‖r_0‖/√μ in the distance of a solution.</summary>
    [Parameter("existence", "factor before ‖r_0‖/√μ in the distance of a solution", Minimum = 0, Maximum = 100)]
    public double ExistenceConstant { get; init; } = 1;

    /// <inheritdoc/>
    public override Claim AsPrinted => this with { RadiusPower = 1 };

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("rate 1 − 2ημ", this with { RateFactor = 2 }),
        new("step 2.1/β", this with { StepFactor = 2.1 }),
        new("path within 0.9‖r_0‖/√μ", this with { RadiusConstant = 0.9 }),
        new("solution within 0.9‖r_0‖/√μ", this with { ExistenceConstant = 0.9 }),
    ];

    /// <inheritdoc/>
    public override int Decisions => 0;

    /// <inheritdoc/>
    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Samples = [1, 2, 4, 8] },
        _ => this with { Samples = [1, 2, 4, 8, 16], Width = 2048 },
    };

    /// <inheritdoc/>
    protected override Experiment<CertifiedDescentCell, CertifiedDescentOutcome> Experiment { get; } = new CertifiedDescentExperiment();

    /// <inheritdoc/>
    protected override IReadOnlyList<CertifiedDescentCell> Cells =>
    [
        .. from system in (DescentSystem[])[DescentSystem.LinearWeakest, DescentSystem.LinearRandom]
           from n in Samples
           from c in Scales
           select new CertifiedDescentCell(system, n, Width: 2, c, Share: 1, StepFactor),
        new(DescentSystem.Network, Samples: 4, Width, Scale: 1, Share: 0.25, StepFactor),
    ];

    /// <inheritdoc/>
    protected override int TrialsNeeded(double level) => TrialsOverDesign(level);

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<CertifiedDescentCell, CertifiedDescentOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        var certified = examination.Given((_, o) => CertifiedBall.Floor(o, 2 / Math.Sqrt(o.Mu)) >= o.Mu);
        return Evidence.All(
            certified.ForAll("the loss is at most (1 − ημ)ᵗL_0", (_, o) => o.Growth - (1 - RateFactor * o.Step * o.Mu), (_, o) => o.GrowthError, "relative rounding of the losses, at the t-th root"),
            certified.ForAll(
                "the residual reaches 10⁻⁸ of its start",
                (_, o) => o.LastResidual / SquareLossDescent.Resolution - 1,
                (_, _) => 1e-12,
                "rounding of one quotient"),
            certified.ForAll(
                "the path is at most 2‖r_0‖/√μ long",
                (_, o) => o.Path / (RadiusConstant * o.ResidualNorm * ElementaryFunctions.Exp(-RadiusPower * ElementaryFunctions.Log(o.Mu))) - 1,
                Rounding,
                Derivation),
            certified.ForAll(
                "a solution lies within ‖r_0‖/√μ",
                (cell, o) => Distance(cell, o) * Math.Sqrt(o.Mu) / (ExistenceConstant * o.ResidualNorm) - 1,
                Rounding,
                Derivation));
    }

    // Linear systems: the solution next to w_0 in closed form. Networks: the last point, and what PL* leaves between it and a solution.
    private static double Distance(CertifiedDescentCell cell, CertifiedDescentOutcome o) =>
        cell.System == DescentSystem.Network ? o.Displacement + o.LastResidual * o.ResidualNorm / Math.Sqrt(o.Mu) : o.LazyDisplacement;

    private const string Derivation = "relative rounding of a sum over the steps and of constants in closed form";

    private static double Rounding(CertifiedDescentCell cell, CertifiedDescentOutcome o) => (200 + o.Steps) * 1.2e-16;
}
