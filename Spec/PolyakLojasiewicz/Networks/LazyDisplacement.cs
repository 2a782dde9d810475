using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 4, first item, is built up twice: first with R = O(1/m), then with R = O(1/μ). How far do wide networks
// really go? The linearized system goes √(r_0ᵀK_0⁻¹r_0) ≤ ‖r_0‖/√λ_0, which tends to √(r_0ᵀK_∞⁻¹r_0) > 0 as m grows:
// each of the m weights moves by 1/√m, all together by Θ(1), and no ball of radius O(1/m) holds a solution. The
// kernel moves by O(1/m) only, not 1/√m: its first-order change (1/m)Σ_j v_j(…)/√m has random or mirrored signs. So
// does the difference between the distance travelled and that of the linearized system.

/// <summary>How far gradient descent goes, against the distance of the linearized system.</summary>
public sealed record LazyDisplacement : Claim<CertifiedDescentCell, CertifiedDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/lazy-displacement",
        Title = "The distance travelled does not shrink with the width; it is the linearized system's up to O(1/m)",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OverparameterizedLandscapesTalk.At(
            "Theorem 4, first item (derived here; one build of the slide has R = O(1/m) where the others have O(1/μ))"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \|w_\infty-w_0\| = \sqrt{r_0^TK(w_0)^{-1}r_0}\,\big(1+O(\tfrac1m)\big) = \Theta(1) \text{ in } m,
            \quad \sqrt{r_0^TK(w_0)^{-1}r_0} \le \frac{\|r_0\|}{\sqrt{\lambda_0}}
            """),
        Hypotheses =
        [
            "shallow tanh network, first layer trained, mirrored standard normal initialization",
            "n = d = 4 inputs of norm 1 with x_i·x_j = 0.2, labels of norm 1",
        ],
        Method =
            "Networks are trained to a residual of 10⁻⁸. As a power of the width their displacement has to have "
            + "exponent 0, its relative difference from that of the linearized system −1, in means of four networks, "
            + "and the latter has to stay below ‖r_0‖/√λ_0.",
    };

    [Parameter("m", "widths, even, three or more", Minimum = 2, Maximum = 65536)]
    public Choices<int> Widths { get; init; } = [128, 512, 2048];

    [Parameter("shrinkage", "power of 1/m in the displacement", Minimum = 0, Maximum = 3)]
    public double Shrinkage { get; init; }

    [Parameter("decay", "power of 1/m in the relative difference from the linearized system", Minimum = 0, Maximum = 3)]
    public double Decay { get; init; } = 1;

    [Parameter("factor", "factor before ‖r_0‖/√λ_0", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("displacement like 1/m, as one build of the slide has it", this with { Shrinkage = 1 }, "displacement"),
        new("displacement like m^(−1/4)", this with { Shrinkage = 0.25 }, "displacement"),
        new("1/√m instead of 1/m", this with { Decay = 0.5 }, "difference"),
        new("m^(−3/2) instead of 1/m", this with { Decay = 1.5 }, "difference"),
        new("at most nine tenths of ‖r_0‖/√λ_0", this with { Factor = 0.9 }, "linearized"),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [128, 256, 512, 1024, 2048, 4096] },
        _ => this with { Widths = [128, 256, 512, 1024, 2048, 4096, 8192] },
    };

    protected override Experiment<CertifiedDescentCell, CertifiedDescentOutcome> Experiment { get; } =
        new CertifiedDescentExperiment();

    protected override IReadOnlyList<CertifiedDescentCell> Cells =>
        [
            .. from m in Widths
            select new CertifiedDescentCell(DescentSystem.Network, Samples: 4, m, Scale: 1, Share: 0.25, StepFactor: 1),
        ];

    // The difference of one draw is (c + ξ)/m with ξ of standard deviation c/3 or, at m = 128, c/2: some draw in a
    // hundred comes near 0, and its logarithm is no measure of the scale. Means of four do not, and their logarithms
    // scatter by 0.2 (a pilot of 416 draws a width).
    private const int Grouped = 4;

    // With some twenty means a width, Student's law asks for a quarter more than the normal one, and the scatter itself
    // is known to a tenth.
    protected override int TrialsNeeded(double level) => Grouped * SlopeDesign.Trials(
        level, scatter: 0.2, Resolution, Widths.Select(m => (double)m), reserve: 2.5);

    // Half of what is left of the gap to 1/√m beside the allowance.
    private const double Resolution = 0.2;

    protected override Evidence Judge(Examination<CertifiedDescentCell, CertifiedDescentOutcome> examination)
    {
        // A descent that the cap of steps ended shows no displacement.
        Examination<CertifiedDescentCell, CertifiedDescentOutcome> ended = examination.Given(
            (_, o) => o.LastResidual <= SquareLossDescent.Resolution && double.IsFinite(o.LazyDisplacement));
        return Evidence.All(
            ended.Follows(
                "the displacement as a power of the width",
                [.. ended.Observations.Select(o => ((double)o.Cell.Width, o.Outcome.Displacement))],
                -Shrinkage,
                pointError: 1e-7,
                allowance: 0.05,
                resolution: 0.1,
                gap: 0.25).Named("displacement"),
            ended.Follows(
                "the mean relative difference of displacements as a power of the width",
                [
                    .. from cell in ended.Observations.GroupBy(o => o.Cell.Width, Difference)
                       from differences in cell.Chunk(Grouped)
                       where differences.Length == Grouped
                       select ((double)cell.Key, differences.Sum() / Grouped),
                ],
                -Decay,
                // The last residual, 1e-8 of the first, moves the end by about as much, relative to differences above
                // 1e-6.
                pointError: 0.01,
                allowance: 0.1,
                resolution: Resolution,
                gap: 0.5).Named("difference"),
            examination.ForAll(
                "the linearized system goes at most ‖r_0‖/√λ_0",
                (_, o) => o.LazyDisplacement * Math.Sqrt(o.InitialEigenvalue) / (Factor * o.ResidualNorm) - 1,
                (cell, o) => (cell.Width + 200) * 8 * UnitRoundoff,
                "relative rounding of m-term sums and of the eigenvalue").Named("linearized"));
    }

    private static double Difference(Observation<CertifiedDescentCell, CertifiedDescentOutcome> o) =>
        Math.Abs(o.Outcome.Displacement / o.Outcome.LazyDisplacement - 1);
}
