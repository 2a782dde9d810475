using Verification.Implementation.CrossPredictability.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// The square of a mean is the mean over two independent samples, and not over one sample twice. For all parities that
// would be larger by 2^n.

/// <summary>The square of a mean as a mean over two samples.</summary>
public sealed record Tensorization : GradientClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/tensorization",
        Title = "The squared mean is a mean over two independent junk samples",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At(Heading),
        Quotations =
        [
            @"$$= \mathbb{E}_F \mathbb{E}_{D_\star} \nabla_e^{\otimes 2} (1 - D_F/D_\star)^{\otimes 2} \quad "
                + @"(\text{Tensorization})$$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mathbb{E}_F(\mathbb{E}_{D_\star}\nabla_e r_F)^2
            =\mathbb{E}_F\,\mathbb{E}_{D_\star^{\otimes 2}}\nabla_e(z)\nabla_e(z')r_F(z)r_F(z'),
            \ r_F=1-dD_F/dD_\star
            """),
        Hypotheses = ["⊗2 takes two independent samples of D_⋆; the slide writes the mean over D_⋆"],
        Method =
            "Random networks with integer weights, three losses; all pairs of samples (x, y), (x′, y′) and all "
            + "functions, in integer arithmetic. A mean over one sample twice is told from it.",
    };

    [Parameter("samples", "independent samples behind ⊗2", Minimum = 1, Maximum = 2)]
    public int Samples { get; init; } = 2;

    [Parameter("factor", "what the right side is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the same sample twice", this with { Samples = 1 }),
        new("one percent more", this with { Factor = 1.01 }),
    ];

    protected override Evidence Judge(Examination<GradientCell, GradientOutcome> examination) => examination.ForAll(
        "distance of both sides, largest over the edges",
        (_, o) => Largest(o, e => Difference(o, e) - Whole(Factor) * (Samples == 2
            ? Whole(o.Tensor[e]) / (4 * Whole(o.Points) * Whole(o.Points) * Whole(o.FunctionWeight))
            : Whole(o.SameSample[e]) / (2 * Whole(o.Points) * Whole(o.FunctionWeight)))),
        (_, _) => 0,
        "none: rational numbers");
}
