using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// Given F(x), the entries of Σ F_l∇²F_l on the tangent space are normal with covariance ‖F‖²ξ″ = 2R_nξ″ times that of a
// symmetric matrix of variances 1 and 2; rows of DF are independent N(0, ξ′I). Both are independent of F(x) and of each
// other, since covariances of different orders in tangential directions vanish at one point.

/// <summary>The law of the Hessian on the tangent space, given the risk.</summary>
public sealed partial record HessianLaw : Claim<TangentLawCell, TangentLawOutcome>
{
    private const string Symmetric = "symmetric part", Wishart = "Wishart part", Independence = "independence";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/hessian-law",
        Title = "On the tangent space the Hessian is √(2R_nξ″)W + ξ′ZᵀZ with variances 1 and 2 of W",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Where does this come from?"),
        Quotations =
        [
            @"\nabla^2 R_n(\mathbf{x})|_{\Gamma(\mathbf{x})} = \sqrt{R_n(\mathbf{x}) \xi''(q)} \mathbf{W} + \xi'(q) "
                + @"\mathbf{Z}^{\top} \mathbf{Z}",
            @"(\mathbf{W}, \mathbf{Z}) \sim \text{GOE}(d-1) \otimes \text{GOE}(n, d-1)",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \|x\|^2=q:\ \nabla^2R_n(x)|_T=\sqrt{R_n\xi''(q)}\,W+\xi'(q)Z^{\top}Z,\quad
            \operatorname{Var}W_{ab}=1,\ \operatorname{Var}W_{aa}=2
            """)
        {
            Corrected =
                """
                \nabla^2R_n(x)|_T=\sqrt{2R_n\xi''(q)}\,W+\xi'(q)Z^{\top}Z,\quad
                \operatorname{Var}W_{ab}=1,\ \operatorname{Var}W_{aa}=2,
                \text{ given } R_n \text{, W and Z independent}
                """,
            Reason =
                "The variance off the diagonal is $\\|F\\|^2\\xi''=2R_n\\xi''$. The printed factor is right for "
                + "variances 2 and 4 of W, which the talk does not state; the argument "
                + "$\\sqrt{2\\alpha u\\xi''}$ of $z_*$ on the theorem's slide goes with 1 and 2.",
        },
        Hypotheses = ["q > 0", "given F(x)"],
        Method =
            "Variances of the entries in directions orthogonal to x from the coefficients of the monomials, in "
            + "interval arithmetic, and the covariances of values, tangential gradients and tangential Hessians at "
            + "the same point, which vanish. One equation is looked at: that they are independent, and so the rows of "
            + "Z, is how the systems are made.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } =
    [
        Mixture.Parse("3:q3", null),
        Mixture.Parse("1:q:q2:q5", null),
    ];

    [Parameter("radius", "‖x‖", Minimum = 0.01, Maximum = 1)]
    public Choices<double> Radii { get; init; } = [0.5, 0.75, 1];

    [Parameter("factor", "the variance off the diagonal over R_nξ″", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 2;

    [Parameter("diagonal", "the variance on the diagonal over that off it", Minimum = 0.1, Maximum = 10)]
    public double Diagonal { get; init; } = 2;

    [Parameter("at-sphere", "whether ξ′ is taken at 1 in place of q")]
    public bool IsAtSphere { get; init; }

    public override Claim AsPrinted => this with { Factor = 1 };

    public override string PrintedPart => Symmetric;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("equal variances on and off the diagonal", this with { Diagonal = 1 }, Symmetric),
        new("ξ′(1) for ξ′(q)", this with { IsAtSphere = true }, Wishart),
        new("1.9R_nξ″ off the diagonal, 3.8R_nξ″ on it", this with { Factor = 1.9 }, Symmetric),
    ];

    protected override Experiment<TangentLawCell, TangentLawOutcome> Experiment { get; } = new TangentLawExperiment();

    protected override IReadOnlyList<TangentLawCell> Cells =>
        [.. from mixture in Mixtures from radius in Radii select new TangentLawCell(mixture, radius)];

    // ‖F‖² = 2R_n: an entry of one equation counts with half of the factor of R_n.
    protected override Evidence Judge(Examination<TangentLawCell, TangentLawOutcome> examination) => Evidence.All(
    [
        examination.ForAllEnclosed(
            "|Var ∂_ab F − (factor/2)ξ″(q)| and |Var ∂_aa F − diagonal·(factor/2)ξ″(q)|, a ≠ b",
            (cell, o) =>
            {
                Interval variance = Factor / Interval.Of(2) * Derivative(cell, 2);
                return Interval.Max(
                    Interval.Abs(new Interval(o.OffLower, o.OffUpper) - variance),
                    Interval.Abs(new Interval(o.OnLower, o.OnUpper) - Diagonal * variance));
            },
            resolution: 1e-9).Named(Symmetric),
        examination.ForAllEnclosed(
            "|Var ∂_a F − ξ′(q)|",
            (cell, o) => Interval.Abs(new Interval(o.GradientLower, o.GradientUpper) - Derivative(cell, 1)),
            resolution: 1e-9).Named(Wishart),
        examination.ForAllEnclosed(
            "the greatest covariance of F, tangential gradient and tangential Hessian",
            (_, o) => new Interval(o.CrossLower, o.CrossUpper),
            resolution: 1e-9).Named(Independence).AsSupplement(),
    ]);

    private Interval Derivative(TangentLawCell cell, int order)
    {
        Interval q = IsAtSphere && order == 1 ? 1 : Interval.Square(cell.Radius);
        return cell.Mixture.Derivative(q, order);
    }
}
