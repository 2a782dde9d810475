using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// v is orthogonal to x^k: ‖x^{k+1}‖² = ‖x^k‖² + δ, so that ‖x^k‖² = kδ. The loop's last round, K = 1/δ − 1, makes
// x^{K+1}, of norm 1; what is returned is x^K, of squared norm 1 − δ, and the last round is of no use.

/// <summary>Hessian descent reaches the sphere in K = 1/δ − 1 steps.</summary>
public sealed partial record OrthogonalSteps : Claim<OrthogonalStepsCell, OrthogonalStepsOutcome>
{
    private const string Norms = "norms", Sphere = "sphere", Gradient = "gradient";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/orthogonal-steps",
        Title = "Hessian descent has ‖x^k‖² = kδ: x^(K+1) lies on the sphere, x^K, which is returned, does not",
        Kind = ClaimKind.Algorithm,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Algorithm: Simplified"),
        Quotations =
        [
            @"Find  $\mathbf{x} \in \mathbb{S}^{d-1}$  such that",
            @"Initialize $\mathbf{x}^1 \sim \sqrt{\delta} \cdot \text{Unif}(\mathbb{S}^{d-1})$",
            @"for  $k \in \{1, \dots, K := 1/\delta - 1\}$  do",
            @"$\mathbf{x}^{k+1} = \mathbf{x}^k - s_k \sqrt{\delta} \mathbf{v}(\mathbf{x}^k)$",
            @"return  $\mathbf{x}^{\text{HD}} = \mathbf{x}^K$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            K=\tfrac1\delta-1,\quad \|x^1\|^2=\delta,\quad x^{k+1}=x^k-s_k\sqrt\delta\,v(x^k),\ k\le K:\quad
            x^{\mathrm{HD}}=x^K\in\mathbb{S}^{d-1}
            """)
        {
            Corrected =
                """
                \|x^k\|^2=k\delta,\quad \langle\nabla R_n(x^k),x^{k+1}-x^k\rangle\le0,\quad
                x^{\mathrm{HD}}=x^{K+1}\in\mathbb{S}^{d-1}
                """,
            Reason =
                "$v\\perp x^k$ makes $\\|x^{k+1}\\|^2=\\|x^k\\|^2+\\delta$, so that $\\|x^K\\|^2=1-\\delta$, and the "
                + "sphere, on which solutions are sought, is reached by $x^{K+1}$, which the last round of the loop "
                + "computes and nobody uses. Smallest case: for $\\delta=1/2$ what is returned is the random start.",
        },
        Hypotheses = ["1/δ ≥ 2 is an integer", "d ≥ 3", "the sign of 0 is 1"],
        Method =
            "The algorithm on random systems given by their coefficients, with one step more than reaches the sphere. "
            + "Squared norms are compared with kδ within a proven bound of their rounding; of each step the angle with "
            + "the gradient is measured.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.ConstantAndPower(3, 3);

    [Parameter("d", "dimension", Minimum = 3, Maximum = 24, Size = true)]
    public int Dimension { get; init; } = 8;

    [Parameter("n", "equations", Minimum = 1, Maximum = 24, Size = true)]
    public int Equations { get; init; } = 4;

    [Parameter("steps", "1/δ", Minimum = 2, Maximum = 100, Size = true)]
    public Choices<int> Steps { get; init; } = [2, 5];

    [Parameter("returned", "what is returned is x^(K + this)", Minimum = 0, Maximum = 2)]
    public int Returned { get; init; } = 1;

    [Parameter("is-tangent", "whether directions are orthogonal to x^k")]
    public bool IsTangent { get; init; } = true;

    [Parameter("has-root", "whether steps have the length √δ, or δ")]
    public bool HasRoot { get; init; } = true;

    [Parameter("sign", "factor of s_k", Minimum = -1, Maximum = 1)]
    public int Sign { get; init; } = -1;

    public override Claim AsPrinted => this with { Returned = 0 };

    public override string PrintedPart => Sphere;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("K = 1/δ", this with { Returned = 2 }, Sphere),
        new("steps of length δ", this with { HasRoot = false }, Norms),
        new("the least eigenvector of the whole Hessian", this with { IsTangent = false }, Norms),
        new("x^k + s_k√δ v", this with { Sign = 1 }, Gradient),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses => Sign == 0 ? ["the factor of s_k is −1 or 1"] : [];

    protected override Experiment<OrthogonalStepsCell, OrthogonalStepsOutcome> Experiment { get; } =
        new OrthogonalStepsExperiment();

    protected override IReadOnlyList<OrthogonalStepsCell> Cells =>
    [
        .. Steps.Select(steps =>
            new OrthogonalStepsCell(Mixture, Dimension, Equations, steps, IsTangent, HasRoot, Sign)),
    ];

    protected override Evidence Judge(
        Examination<OrthogonalStepsCell, OrthogonalStepsOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "|‖x^k‖²/(kδ) − 1|, largest over k = 1, …, 1/δ",
            (cell, o) => o.SquaredNorms.Take(cell.Steps)
                .Select((square, i) => Math.Abs(square * cell.Steps / (i + 1) - 1)).Max(),
            (_, o) => o.Error,
            "rounding of at most 1/δ steps, each of 3d + 24 operations: see the experiment").Named(Norms),
        examination.ForAll(
            "|‖x^HD‖² − 1|",
            (cell, o) => Math.Abs(o.SquaredNorms[cell.Steps - 2 + Returned] - 1),
            (_, o) => 2 * o.Error,
            "rounding of at most 1/δ steps, each of 3d + 24 operations: see the experiment").Named(Sphere),
        examination.ForAll(
            "⟨∇R_n(x^k), x^(k+1) − x^k⟩ over both norms, largest over k",
            (_, o) => o.LargestSlope,
            (cell, _) => DoublePrecision.Gamma(2 * cell.Dimension + 16) * Math.Sqrt(cell.Steps),
            "rounding of an inner product, and of a difference of points of norm √(1/δ) steps at most")
            .Named(Gradient),
    ]);
}
