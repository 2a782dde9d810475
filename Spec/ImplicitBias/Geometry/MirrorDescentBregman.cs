using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Geometry;

// "Natural Gradient/Mirror Descent w.r.t. Ψ": ∇Ψ(w_k) stays in ∇Ψ(w₀) + row(X), so that the limit is argmin D_Ψ(·, w₀),
// for every step size that converges. It is argmin Ψ where ∇Ψ(w₀) = 0. The minimizers are computed on the dual by
// Newton's method with a Newton–Kantorovich bound.

/// <summary>Mirror descent ends at the interpolant of least Bregman divergence to its start.</summary>
public sealed partial record MirrorDescentBregman : Claim<MirrorDescentCell, MirrorDescentOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/mirror-descent-bregman",
        Title =
            "Mirror descent on least squares ends at the interpolant of least Bregman divergence to its start, "
                + "whatever its step",
        Kind = ClaimKind.Limit,
        Source = ImplicitBiasTalk.At(
            "Effect of Optimization Geometry",
            "S. Gunasekar, J. Lee, D. Soudry, N. Srebro, arXiv:1802.08246, Theorem 1"),
        Quotations =
        [
            @"Natural Gradient/Mirror Descent w.r.t.  $\Psi(w)$  on  $\min_w \|Xw - y\|^2$",
            @"$w \rightarrow \arg \min_{Xw=y} \Psi(w)$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"\nabla\Psi(w_{k+1})=\nabla\Psi(w_k)-\eta\nabla\|Xw_k-y\|^2 \ \Rightarrow\ w_k\to\arg\min_{Xw=y}\Psi(w)")
        {
            Corrected =
                @"w_k\to\arg\min_{Xw=y}D_\Psi(w,w_0),\ \text{which is } \arg\min_{Xw=y}\Psi(w) \text{ where } "
                    + @"\nabla\Psi(w_0)\in\mathrm{row}(X),\text{ such as } w_0=\arg\min\Psi",
            Reason =
                "The talk names no start. With $\\Psi(w)=\\sum_j(w_j\\log w_j-w_j)$ and the customary start "
                    + "$w_0=(1/d,\\ldots,1/d)$ the limit is not the interpolant of least $\\Psi$.",
        },
        Hypotheses = ["Ψ(w) = Σ(w log w − w) on w > 0", "{w > 0 : Xw = y} is not empty", "a step that converges"],
        Method =
            "Multiplicative updates in doubles until the residual is its rounding error, from (1, …, 1), (1/d, …, 1/d) "
                + "and log-normal points, at two steps. Three minimizers by Newton's method on their duals, each with "
                + "a proven bound of its error.",
    };

    [Parameter("m", "equations", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 3];

    [Parameter("surplus", "unknowns beyond the equations", Minimum = 1, Maximum = 50, Size = true)]
    public int Surplus { get; init; } = 6;

    [Parameter("step", "steps, relative to the local stability bound", Minimum = 0.01, Maximum = 0.5, Size = true)]
    public Choices<double> RelativeSteps { get; init; } = [0.1, 0.4];

    [Parameter("target", "what is minimized")]
    public BregmanTarget Target { get; init; }

    [Parameter("every-start", "whether starts with ∇Ψ(w₀) ≠ 0 are included")]
    public bool FromEveryStart { get; init; } = true;

    public override Claim AsPrinted => this with { Target = BregmanTarget.Potential };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("Ψ in place of D_Ψ(·, w₀)", this with { Target = BregmanTarget.Potential }),
        new("the arguments of D_Ψ exchanged", this with { Target = BregmanTarget.Reverse }),
        new(
            "the arguments of D_Ψ exchanged, from (1, …, 1) alone",
            this with
            {
                Target = BregmanTarget.Reverse,
                FromEveryStart = false,
            }),
    ];

    protected override Experiment<MirrorDescentCell, MirrorDescentOutcome> Experiment { get; } =
        new MirrorDescentExperiment();

    protected override IReadOnlyList<MirrorDescentCell> Cells =>
    [
        .. from m in Samples
           from start in Enum.GetValues<PositiveStart>()
           where FromEveryStart || start == PositiveStart.Ones
           from step in RelativeSteps
           select new MirrorDescentCell(m, m + Surplus, start, step, false),
    ];

    protected override Evidence Judge(Examination<MirrorDescentCell, MirrorDescentOutcome> examination) =>
        examination.ForAll(
            "relative distance of the last iterate to the minimizer",
            (_, o) => Target switch
            {
                BregmanTarget.Potential => o.DistanceToPotential,
                BregmanTarget.Reverse => o.DistanceToReverse,
                _ => o.Distance,
            },
            (_, o) =>
                !o.Finished ? double.PositiveInfinity
                : Target == BregmanTarget.Reverse ? o.ReverseError
                : o.Error,
            "Newton–Kantorovich bounds of the minimizers, the distance that iterates can still move, and rounding of "
                + "the steps");
}
