using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Samples;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Samples;

// After one step w₁ = w₀ + ηĝ, the products ⟨w₁, x_i⟩ contain η/n·‖x_i‖²y_i ≈ (ηd/n)y_i of the sample's own label: at η
// of order n/d the second gradient on the same samples sees functions of the label, as other losses do, and E[z·ψ(y)] ≠
// 0 for odd k. A fresh batch has no such term.

/// <summary>A second step on the same batch finds the direction that a fresh one does not show.</summary>
public sealed record ReusedBatch : Claim<ReusedBatchCell, ReusedBatchOutcome>
{
    private const string Reuse = "the same batch", Fresh = "a fresh batch";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/reused-batch",
        Title = "k = 3: two steps of gradient descent on one batch of Θ(d) samples recover the direction weakly",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At(
            "How tight are these guarantees?", "Y. Dandi, E. Troiani et al., arXiv:2402.03220"),
        Quotations =
        [
            "reusing samples with $L^2$ loss",
            "full-batch GD with $m = \\Theta(d)$ and $T = \\Theta_1(1)$\n succeeds",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"y=H_k(\langle w_*,x\rangle)/\sqrt{k!}:\ \text{full-batch descent with } m=\Theta(d),\ T=\Theta_1(1) "
                + @"\text{ succeeds, for every } k")
        {
            Corrected =
                """
                k=3,\ \hat y=\tanh\langle w,x\rangle,\ n=16d,\ \eta=\tfrac14\tfrac nd:\quad
                \frac{|\langle w_2,w_*\rangle|}{\|w_2\|}\ge 0.2 \text{ with a probability above } \tfrac12
                """,
            Reason =
                "For even k the labels do not tell the sign of ⟨w*, x_i⟩, so that what a fixed number of steps makes "
                + "of the overlap is odd in it, and one of order d^(−1/2) grows by constants: log d steps are "
                + "needed, by this argument, which is no proof. For k = 4 two steps leave it near 0.",
        },
        Hypotheses =
        [
            "k odd, examined for k = 3", "a bounded activation of the student",
            "success is weak recovery, up to sign",
        ],
        Method =
            "Two steps of full-batch gradient descent on the squared loss in d dimensions, the second on the same "
            + "batch and, beside it, on a fresh one, whose overlap stays of order 1/√d. Both overlaps are functions "
            + "of O(n) independent normal and chi-square numbers, from which they are made: the law is exact. The "
            + "lecture leaves student and step open.",
    };

    [Parameter("degree", "k", Minimum = 1, Maximum = 6)]
    public int Degree { get; init; } = 3;

    [Parameter("d", "dimensions", Minimum = 8, Maximum = 2000, Size = true)]
    public Choices<int> Dimensions { get; init; } = [96, 192];

    [Parameter("ratio", "n/d", Minimum = 1, Maximum = 100)]
    public double Ratio { get; init; } = 16;

    [Parameter("step", "γ of η = γn/d", Minimum = 0.001, Maximum = 10)]
    public double Step { get; init; } = 0.25;

    [Parameter("one-step", "whether one step suffices")]
    public bool IsOneStep { get; init; }

    [Parameter("both-fresh", "whether the second batch is fresh")]
    public bool IsFresh { get; init; }

    [Parameter("fresh-reuses", "whether what is said of a fresh batch is said of the same one")]
    public bool FreshReuses { get; init; }

    // At k = 5 and these steps the reused batch succeeds on about one draw of two at d = 96, a fresh one as often.
    public override IEnumerable<string> UnmetHypotheses => Degree switch
    {
        1 => ["k = 1: one step on any batch shows the direction"],
        5 => ["k = 5: η and n/d are chosen for k = 3"],
        _ => [],
    };

    public override Claim AsPrinted => this with { Degree = 4 };

    public override string PrintedPart => Reuse;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one step", this with { IsOneStep = true }, Reuse),
        new("a fresh batch does as well", this with { IsFresh = true }, Reuse),
        new("the same batch shows nothing either", this with { FreshReuses = true }, Fresh),
    ];

    public override int Decisions => Dimensions.Count + 1;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Dimensions = [96, 384, 1536] };

    protected override Experiment<ReusedBatchCell, ReusedBatchOutcome> Experiment { get; } =
        new ReusedBatchExperiment();

    protected override IReadOnlyList<ReusedBatchCell> Cells =>
    [
        .. Dimensions.Select(d => new ReusedBatchCell(Degree, d, (int)(Ratio * d), Step * (int)(Ratio * d) / d)),
    ];

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(Probability, Planned, level);

    protected override Evidence Judge(Examination<ReusedBatchCell, ReusedBatchOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().Select(part => part.Part.Count(
            $"the overlap after the second step is at least 0.2, d = {part.Cell.Dimension}",
            (_, o) => (IsOneStep ? o.One : IsFresh ? o.Fresh : o.Reused) >= Threshold
                ? TrialResult.Success
                : TrialResult.Failure,
            Probability).Named(Reuse)),
        // Of order 1/√d: the largest dimension has the least.
        examination.Where(cell => cell.Dimension == Dimensions.Max()).Count(
            "the overlap after a second step on fresh samples is below 0.2, at the largest d",
            (_, o) => (FreshReuses ? o.Reused : o.Fresh) < Threshold ? TrialResult.Success : TrialResult.Failure,
            Probability).Named(Fresh),
    ]);

    // Of 1752 draws of a pilot with other seeds 0.80 (d = 96) and 0.88 (d = 192) succeed on the same batch, and 0.71 of
    // the fresh ones stay below at d = 192: the least of these decides how many are needed.
    private const double Threshold = 0.2, Probability = 0.5, Planned = 0.69;
}
