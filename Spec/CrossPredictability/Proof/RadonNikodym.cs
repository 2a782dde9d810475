using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// D_⋆ gives each label half, D_F gives F(x) all: the density is 2·1{y = F(x)} = 1 + yF(x). With c in place of 2 the
// mean under D_⋆ is M/(2N) − cB_F/(2N), of which the square is averaged over F; B_F runs over all samples (x, y) by
// their density, the left side over inputs with the label F(x).

/// <summary>The change of measure from junk to true data.</summary>
public sealed record RadonNikodym : GradientClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/radon-nikodym",
        Title = "True data have the density 2·1{y = F(x)} over junk data",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At(Heading),
        Quotations =
        [
            @"$$\mathbb{E}_F (\mathbb{E}_{D_F} \nabla_e - \mathbb{E}_{D_\star} \nabla_e)^2 = \mathbb{E}_F "
                + @"(\mathbb{E}_{D_\star} \nabla_e (1 - D_F/D_\star))^2 \quad (\text{Radon-Nikodym})$$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \frac{dD_F}{dD_\star}(x,y)=2\cdot\mathbf{1}\{y=F(x)\}=1+yF(x);
            \mathbb{E}_F(\mathbb{E}_{D_F}\nabla_e-\mathbb{E}_{D_\star}\nabla_e)^2
            =\mathbb{E}_F(\mathbb{E}_{D_\star}\nabla_e(1-dD_F/dD_\star))^2
            """),
        Hypotheses =
        [
            "D_F: X from P_X and the label F(X); D_⋆: X from P_X and an independent uniform label (our reading)",
        ],
        Method =
            "Random networks with integer weights, three losses, all functions of the class and all samples, in "
            + "integer arithmetic, edge by edge.",
    };

    [Parameter("density", "c of dD_F/dD_⋆ = c·1{y = F(x)}", Minimum = 0, Maximum = 10)]
    public double Density { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("density 1{y = F(x)}", this with { Density = 1 }),
        new("density 1.9·1{y = F(x)}", this with { Density = 1.9 }),
    ];

    protected override Evidence Judge(Examination<GradientCell, GradientOutcome> examination) => examination.ForAll(
        "distance of both sides, largest over the edges",
        (_, o) => Largest(o, e => Difference(o, e) - Reweighted(o, e)),
        (_, _) => 0,
        "none: rational numbers");

    // (M² − 2cM·E_F B_F + c²·E_F B_F²)/(4N²).
    private Rational Reweighted(GradientOutcome o, int e)
    {
        Rational c = Rational.Of(Density);
        (Rational M, Rational U, Rational N) = (Whole(o.Junk[e]), Whole(o.FunctionWeight), Whole(o.Points));
        return (M * M - 2 * c * M * Whole(o.True[e]) / U + c * c * Whole(o.TrueSquare[e]) / U) / (4 * N * N);
    }
}
