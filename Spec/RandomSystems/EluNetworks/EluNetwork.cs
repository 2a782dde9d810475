using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.EluNetworks;

// Everything the slides define, checked by its properties: the risk at 0 is ½ because σ(0) = 0 and y² = 1; the printed
// step is n·η times minus the gradient of the risk over the batch; P is the projection on the ball where no V of it has
// ⟨W − P, V − P⟩ > 0.

/// <summary>The network, its risk, its step and its projection are what the slides say.</summary>
public sealed record EluNetwork : Claim<EluIdentityCell, EluIdentityOutcome>
{
    private const string AtZero = "risk at 0", Gradient = "gradient", Projection = "projection", Path = "path";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/elu-network",
        Title = "The ELU network: R_n(0) = ½, the step is along the gradient, the rescaling projects on the ball",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At(
            "An experiment: 2-Layer ELU network; Empirical Risk Minimization via SGD; Data distribution"),
        Quotations =
        [
            @"f(\mathbf{z}; \mathbf{W}) = \frac{a}{\sqrt{m}} \sum_{j=1}^m s_j \sigma(\langle \mathbf{w}_j, \mathbf{z} "
                + @"\rangle), \quad \mathbf{z} \in \mathbb{R}^D",
            @"R_n(\mathbf{W}) := \frac{1}{2n} \sum_{i=1}^n (y_i - f(\mathbf{z}_i; \mathbf{W}))^2",
            @"\widetilde{\mathbf{W}}^{k+1} = \mathbf{W}^k - \frac{\eta_k}{2} \sum_{i \in B(k)} \nabla_{\mathbf{w}} "
                + @"(y_i - f(\mathbf{z}_i; \mathbf{W}^k))^2",
            @"\mathbf{W}^{k+1} = \text{Proj}(\widetilde{\mathbf{W}}^{k+1})",
            @"(\mathbf{z}_i, y_i) \sim \mathbf{N}(\mathbf{0}, \mathbf{I}_D) \otimes \text{Unif}(\{+1, -1\})",
        ],
        Statement = new(
            """
            R_n(0)=\tfrac12;\quad
            \langle\nabla R_n(W),V\rangle=-\tfrac1n\langle\Delta W,V\rangle,\ \Delta W=\sum_{i\le n}(y_i-f_i)\nabla f_i
            \text{ the printed step over the whole sample with }\eta=1;
            P(W)=\min\{1,\sqrt m/\|W\|_F\}\,W:\quad \|P\|_F^2\le m,\quad
            \langle W-P,V-P\rangle\le0\ \text{ for all }\|V\|_F^2\le m;\qquad \max_k\|W^k\|_F^2\le m
            """),
        Hypotheses = ["s_j = ±1", "Proj is the Euclidean projection on ‖W‖_F² ≤ m"],
        Method =
            "Random weights outside the ball. The slope of the risk along half the step and half a random direction, "
            + "by a difference quotient whose second-order term and rounding have proven bounds, against the step. "
            + "The maximum of ⟨W − P, V⟩ over the ball is √m‖W − P‖. A short run of training with lr = 0.1, |B| = 10, "
            + "which leaves the ball before projections in its first epochs.",
    };

    [Parameter("width", "m", Minimum = 2, Maximum = 200, Size = true)]
    public Choices<int> Widths { get; init; } = [6, 20];

    [Parameter("inputs", "D", Minimum = 2, Maximum = 200, Size = true)]
    public int Inputs { get; init; } = 20;

    [Parameter("samples", "n", Minimum = 1, Maximum = 20_000, Size = true)]
    public int Samples { get; init; } = 40;

    [Parameter("amplitude", "a", Minimum = 0.01, Maximum = 100)]
    public double Amplitude { get; init; } = 1;

    [Parameter("risk-at-zero", "R_n(0)", Minimum = 0, Maximum = 10)]
    public double RiskAtZero { get; init; } = 0.5;

    [Parameter("step-factor", "slope of the risk over −⟨ΔW, V⟩/n", Minimum = 0, Maximum = 10)]
    public double StepFactor { get; init; } = 1;

    [Parameter("is-linear", "whether the slope is formed with σ′ = 1 everywhere")]
    public bool IsLinear { get; init; }

    [Parameter("by-rows", "whether P shortens each row to norm 1")]
    public bool IsByRows { get; init; }

    [Parameter("radius", "bound of ‖W‖²/m along the path", Minimum = 0, Maximum = 10)]
    public double Radius { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("R_n(0) = 1, without the ½", this with { RiskAtZero = 1 }, AtZero),
        new("the derivative of a square without its 2", this with { StepFactor = 0.5 }, Gradient),
        new("σ′ = 1 below 0 too", this with { IsLinear = true }, Gradient),
        new("each row is shortened to norm 1", this with { IsByRows = true }, Projection),
        new("‖W^k‖² ≤ 0.99m", this with { Radius = 0.99 }, Path),
    ];

    public override int Decisions => 5;

    protected override Experiment<EluIdentityCell, EluIdentityOutcome> Experiment { get; } =
        new EluIdentityExperiment();

    protected override IReadOnlyList<EluIdentityCell> Cells =>
        [.. Widths.Select(m => new EluIdentityCell(m, Inputs, Samples, Amplitude))];

    protected override Evidence Judge(Examination<EluIdentityCell, EluIdentityOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "|R_n(0) − ½|",
            (_, o) => Math.Abs(o.RiskAtZero - RiskAtZero),
            (_, _) => 0,
            "sums of n ones and their half are exact").Named(AtZero),
        examination.ForAll(
            "|difference quotient of R_n + ⟨ΔW, V⟩/n|",
            (_, o) => Math.Abs(o.Slope - (IsLinear ? o.LinearSlope : StepFactor * o.StepSlope)),
            (_, o) => o.SlopeError,
            "second derivatives of σ are at most 1: ½t(a²Z² + (√(2R_n) + taZ)(a/√m)Z²), and rounding",
            resolution: 1e-3 * Amplitude * Math.Max(1, Amplitude)).Named(Gradient),
        examination.ForAll(
            "max ⟨W − P, V − P⟩/m",
            (_, o) => IsByRows ? o.RowExcess : o.Excess,
            (_, o) => o.ExcessError,
            "(mD + 64)u(4 + ‖W‖²/m): roundings of sums of mD products").Named(Projection),
        examination.ForAll(
            "‖P‖²/m − 1",
            (_, o) => o.ProjectedNorm - 1,
            (_, o) => o.NormError,
            "(mD + 16)u: roundings of a sum of mD squares, of its root, and of the products").Named("feasibility"),
        examination.ForAll(
            "max_k ‖W^k‖²/m − 1",
            (_, o) => o.LargestNorm - Radius,
            (_, o) => o.NormError,
            "(mD + 16)u, as above").Named(Path),
    ]);
}
