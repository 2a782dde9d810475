using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 4: PL*(μ) on B(w_0, R) gives a solution in the ball and L(W_t) ≤ (1 − ημ)ᵗL(W_0), R = O(1/μ); in the paper
// R = 2L_F‖r_0‖/μ. With η ≤ 1/β each step has √L_t − √L_{t+1} ≥ (η/4)√(2μ)‖∇L_t‖, so that the whole path is at most
// 2‖r_0‖/√μ long, which is no more than 2L_F‖r_0‖/μ since μ ≤ L_F². A solution lies within ‖r_0‖/√μ, and F(w) = √μ·w
// needs all of it. So 1/√μ is the order for given ‖r_0‖, and 1/μ needs the L_F: F(w) = cw, y = 1 has μ = c² and its
// only solution at 1/c, outside 2‖r_0‖/μ = 2/c² for c = 4.

/// <summary>Existence of a solution, length of the path and rate of gradient descent under PL*.</summary>
public sealed partial record ConvergenceInTheBall : Claim<CertifiedDescentCell, CertifiedDescentOutcome>
{
    [Parameter("n", "numbers of samples of the linear systems", Minimum = 1, Maximum = 32, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 4];

    [Parameter("c", "scales of the linear systems", Minimum = 1e-3, Maximum = 1e3, Size = true)]
    public Choices<double> Scales { get; init; } = [0.015625, 1, 64];

    [Parameter("m", "width of the networks, even", Minimum = 2, Maximum = 65536)]
    public int Width { get; init; } = 640;

    [Parameter("step", "η times L_F² + β_F‖r_0‖", Minimum = 0.01, Maximum = 10)]
    public double StepFactor { get; init; } = 1;

    [Parameter("rate", "k in the rate 1 − kημ", Minimum = 0, Maximum = 10)]
    public double RateFactor { get; init; } = 1;

    [Parameter("radius", "factor before ‖r_0‖ in the radius of the path", Minimum = 0, Maximum = 100)]
    public double RadiusConstant { get; init; } = 2;

    [Parameter("radius-power", "power of 1/μ in that radius", Minimum = 0, Maximum = 2)]
    public double RadiusPower { get; init; } = 0.5;

    [Parameter("existence", "factor before ‖r_0‖/√μ in the distance of a solution", Minimum = 0, Maximum = 100)]
    public double ExistenceConstant { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("rate 1 − 2ημ", this with { RateFactor = 2 }, "rate"),
        new("step 2.1/β", this with { StepFactor = 2.1 }, "convergence"),
        new("path within 0.9‖r_0‖/√μ", this with { RadiusConstant = 0.9 }, "path"),
        new("path within 2‖r_0‖/μ^0.6", this with { RadiusPower = 0.6 }, "path"),
        new("path within 2‖r_0‖/μ, without L_F", this with { RadiusPower = 1 }, "path"),
        new("solution within 0.9‖r_0‖/√μ", this with { ExistenceConstant = 0.9 }, "solution"),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        StepFactor > 1 ? ["the step exceeds 1/(L_F² + β_F‖r_0‖)"] : [];

    public override int Decisions => 8;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Samples = [1, 2, 4, 8] },
        _ => this with { Samples = [1, 2, 4, 8, 16], Width = 2048 },
    };

    protected override Experiment<CertifiedDescentCell, CertifiedDescentOutcome> Experiment { get; } =
        new CertifiedDescentExperiment();

    protected override IReadOnlyList<CertifiedDescentCell> Cells =>
    [
        .. from system in (DescentSystem[])[DescentSystem.LinearWeakest, DescentSystem.LinearRandom]
           from n in Samples
           from c in Scales
           select new CertifiedDescentCell(system, n, Width: 2, c, Share: 1, StepFactor),
        new(DescentSystem.Network, Samples: 4, Width, Scale: 1, Share: 0.25, StepFactor),
    ];

    // Both families have to show a violation on a quarter of the draws.
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToSee(0.2, level);

    protected override Evidence Judge(Examination<CertifiedDescentCell, CertifiedDescentOutcome> examination)
    {
        // Each family for itself: a width at which no network is certified leaves the second empty, which decides
        // nothing.
        return Evidence.All(
        [
            .. Bounds("linear systems", examination.Where(cell => cell.System != DescentSystem.Network)),
            .. Bounds(
                "certified networks",
                examination
                    .Where(cell => cell.System == DescentSystem.Network)
                    .Given((_, o) => CertifiedBall.Floor(o, 2 / Math.Sqrt(o.Mu)) >= o.Mu)),
        ]);
    }

    private Evidence[] Bounds(string family, Examination<CertifiedDescentCell, CertifiedDescentOutcome> part) =>
    [
        part.ForAll(
            $"{family}: the loss is at most (1 − ημ)ᵗL_0",
            (_, o) => o.Growth - (1 - RateFactor * o.Step * o.Mu),
            (_, o) => o.GrowthError,
            "relative rounding of the losses, at the t-th root").Named("rate"),
        part.Count(
            $"{family}: the residual reaches 10⁻⁸ of its start",
            happened: (_, o) => o.LastResidual <= SquareLossDescent.Resolution,
            certain: (_, o) => o.HasEnded,
            probability: 1).Named("convergence"),
        part.ForAll(
            $"{family}: the path is at most 2‖r_0‖/√μ long",
            (_, o) =>
                o.Path
                    / (
                        RadiusConstant
                        * o.ResidualNorm
                        * ElementaryFunctions.Exp(-RadiusPower * ElementaryFunctions.Log(o.Mu)))
                - 1,
            Rounding,
            Derivation).Named("path"),
        part.ForAll($"{family}: a solution lies within ‖r_0‖/√μ", Beyond, Derivation).Named("solution"),
    ];

    // Linear systems: the solution next to w_0 in closed form. Networks: the last point, from which PL* leaves at
    // most ‖r_T‖/√μ to a solution.
    private Bounded Beyond(CertifiedDescentCell cell, CertifiedDescentOutcome o)
    {
        double unit = ExistenceConstant * o.ResidualNorm / Math.Sqrt(o.Mu);
        return cell.System == DescentSystem.Network
            ? new(o.Displacement / unit - 1, o.LastResidual / ExistenceConstant + Rounding(cell, o))
            : new(o.LazyDisplacement / unit - 1, Rounding(cell, o));
    }

    private const string Derivation =
        "relative: each step's length is known to some hundred units, their sum over the steps to as many more; "
        + "what the last residual leaves to a solution";

    private static double Rounding(CertifiedDescentCell cell, CertifiedDescentOutcome o) =>
        (200 + o.Steps) * 8 * UnitRoundoff;
}
