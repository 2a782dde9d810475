using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Classes;

// E_X F(X)F(X′) leaves X′ free and F′ idle. Averaged over X′, inside or outside the square, it is E_F(E_X F)⁴ or
// E_F(E_X F)²: both vanish for x_1, whose CP is 1.

/// <summary>The definition of CP beside the junk flow.</summary>
public sealed partial record SecondDefinition : ClassClaim
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/second-definition",
        Title = "CP is the mean of (E_X F(X)F′(X))², and not of (E_X F(X)F(X′))² as beside the junk flow",
        Kind = ClaimKind.Identity,
        Source = CrossPredictabilityTalk.At("Junk-flow and cross-predictability"),
        Quotations =
        [
            @"$$\mathbf{CP} := \mathbb{E}_{F, F'} (\mathbb{E}_X F(X) F(X'))^2$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"\mathrm{CP}=\mathbb{E}_{F,F'}(\mathbb{E}_XF(X)F(X'))^2")
        {
            Corrected = @"\mathrm{CP}=\mathbb{E}_{F,F'}(\mathbb{E}_XF(X)F'(X))^2",
            Reason =
                "The prime stands at the other letter: $F'$ does not occur, and $X'$ is free. Averaged over $X'$ it "
                + "is $\\mathbb{E}_F(\\mathbb{E}_XF)^4$, inside the square, or $\\mathbb{E}_F(\\mathbb{E}_XF)^2$, "
                + "outside; both are 0 for $F=x_1$, of which CP is 1, and the theorem on the same slide would "
                + "say that $x_1$ cannot be learned.",
        },
        Hypotheses = ["X′ an independent copy of X, over which the mean is taken (our reading)"],
        Method =
            "Both in integer arithmetic over many classes, against the dual form E_{X,X′}(E_F F(X)F(X′))², in "
            + "which the prime does stand at X.",
    };

    [Parameter("as-printed", "whether the prime stands at X")]
    public bool PrimeAtInput { get; init; }

    [Parameter("factor", "what the definition is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("added", "what is added to it", Minimum = -1, Maximum = 1)]
    public double Added { get; init; }

    public override Claim AsPrinted => this with { PrimeAtInput = true };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one percent more", this with { Factor = 1.01 }),
        new("less 1/1024", this with { Added = -1.0 / 1024 }),
    ];

    protected override Evidence Judge(Examination<ClassCell, ClassOutcome> examination) => examination.ForAll(
        "distance of the definition from the dual form",
        (_, o) => Math.Abs((Rational.Of(Factor) * (PrimeAtInput ? o.Constant : o.CrossPredictability)
            + Rational.Of(Added) - o.Dual).Rounded().Value),
        (_, _) => 0,
        "none: rational numbers");
}
