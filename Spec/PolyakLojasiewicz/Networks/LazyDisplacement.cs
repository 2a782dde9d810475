using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz.Networks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Networks;

// Theorem 4, first item, is built up twice: first with R = O(1/m), then with R = O(1/μ). How far do wide networks really go? The linearized system goes √(r_0ᵀK_0⁻¹r_0) ≤ ‖r_0‖/√λ_0, which tends
// to √(r_0ᵀK_∞⁻¹r_0) > 0 as m grows: each of the m weights moves by 1/√m, all together by Θ(1), and no ball of radius O(1/m) holds a solution. The kernel moves by O(1/m) only, not 1/√m: its
// first-order change (1/m)Σ_j v_j(…)/√m has random or mirrored signs. So does the difference between the distance travelled and that of the linearized system.

/// <summary>How far gradient descent goes, against the distance of the linearized system.</summary>
public sealed record LazyDisplacement : Claim<CertifiedDescentCell, CertifiedDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/lazy-displacement",
        Title = "The distance travelled does not shrink with the width; it is the linearized system's up to O(1/m)",
        Kind = ClaimKind.Scaling,
        Source = OverparameterizedLandscapesTalk.At("Theorem 4, first item (derived here; R = O(1/μ), which one build of the slide has as O(1/m), is examined in convergence-in-the-ball)"),
        Statement = new(
            @"\|w_\infty-w_0\| = \sqrt{r_0^TK(w_0)^{-1}r_0}\,\big(1+O(\tfrac1m)\big) = \Theta(1) \text{ in } m, \quad \sqrt{r_0^TK(w_0)^{-1}r_0} \le \frac{\|r_0\|}{\sqrt{\lambda_0}}"),
        Hypotheses =
        [
            "shallow tanh network, first layer trained, mirrored standard normal initialization",
            "n = d = 4 inputs of norm 1 with x_i·x_j = 0.2, labels of norm 1",
        ],
        Method =
            "Networks are trained to a residual of 10⁻⁸. As a power of the width their displacement has to have exponent 0, its relative difference from that of the linearized system −1, and the latter has to stay below ‖r_0‖/√λ_0.",
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
        new("displacement like 1/m", this with { Shrinkage = 1 }),
        new("displacement like 1/√m", this with { Shrinkage = 0.5 }),
        new("1/√m instead of 1/m", this with { Decay = 0.5 }),
        new("1/m² instead of 1/m", this with { Decay = 2 }),
        new("at most half of ‖r_0‖/√λ_0", this with { Factor = 0.5 }),
    ];

    public override int Decisions => 3;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Widths = [128, 256, 512, 1024, 2048, 4096] },
        _ => this with { Widths = [128, 256, 512, 1024, 2048, 4096, 8192] },
    };

    protected override Experiment<CertifiedDescentCell, CertifiedDescentOutcome> Experiment { get; } = new CertifiedDescentExperiment();

    protected override IReadOnlyList<CertifiedDescentCell> Cells =>
        [.. from m in Widths select new CertifiedDescentCell(DescentSystem.Network, Samples: 4, m, Scale: 1, Share: 0.25, StepFactor: 1)];

    // Logarithms of the difference scatter by 0.5: 24 draws at three widths that span a factor of 16 give a half-width of 5·0.5/√(72·1.3) = 0.26.
    protected override int TrialsNeeded(double level) => 24;

    protected override Evidence Judge(Examination<CertifiedDescentCell, CertifiedDescentOutcome> examination)
    {
        return Evidence.All(
            examination.Follows(
                "the displacement as a power of the width",
                [.. examination.Observations.Select(o => ((double)o.Cell.Width, o.Outcome.Displacement))],
                -Shrinkage,
                pointError: 1e-7,
                allowance: 0.05,
                resolution: 0.1),
            examination.Follows(
                "the relative difference of displacements as a power of the width",
                [.. examination.Observations.Select(o => ((double)o.Cell.Width, Math.Abs(o.Outcome.Displacement / o.Outcome.LazyDisplacement - 1)))],
                -Decay,
                // The last residual, 1e-8 of the first, moves the end by about as much, relative to differences above 1e-6.
                pointError: 0.01,
                allowance: 0.1,
                resolution: 0.4),
            examination.ForAll(
                "the linearized system goes at most ‖r_0‖/√λ_0",
                (_, o) => o.LazyDisplacement * Math.Sqrt(o.InitialEigenvalue) / (Factor * o.ResidualNorm) - 1,
                (cell, o) => (cell.Width + 200) * 1.2e-16 * 8,
                "relative rounding of m-term sums and of the eigenvalue"));
    }
}
