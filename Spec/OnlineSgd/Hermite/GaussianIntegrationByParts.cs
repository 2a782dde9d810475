using Verification.Implementation.Experiments;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// (ii) E[H_k(G)g(G)] = E[g^(k)(G)]. Integration by parts needs g, …, g^(k−1) absolutely continuous: |x| has the second
// derivative 0 but at 0, and E[H_2(G)|G|] = √(2/π). With the k-th derivative of the signed powers taken where it
// exists, both sides are integers in units of √(2/π).

/// <summary>Hermite coefficients are means of derivatives, for functions that are smooth enough.</summary>
public sealed record GaussianIntegrationByParts : Claim<SteinCell, SteinOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/gaussian-integration-by-parts",
        Title = "E[H_k·g] is the mean of the k-th derivative of g, where k − 1 derivatives are absolutely continuous",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, property (ii)"),
        Quotations =
        [
            @"(ii) $\mathbb{E}[H_k(G) g(G)] = \mathbb{E}[g^{(k)}(G)]$",
            @"(if $k$ times diff = $\mathbb{E}[f^{(k)}(G)]$)",
        ],
        Statement = new(
            """
            \mathbb{E}[H_k(G)g(G)]=\mathbb{E}[g^{(k)}(G)]
            \text{ if } g \text{ is } k \text{ times differentiable, or only }
            g,\dots,g^{(k-1)} \text{ are locally absolutely continuous, and }
            \mathbb{E}|g^{(j)}(G)|<\infty,\ j\le k
            """),
        Hypotheses =
        [
            "g and its derivatives up to k − 1 locally absolutely continuous",
            "derivatives up to k integrable under N(0, 1)",
        ],
        Method =
            "Powers x^q and signed powers x^q·sign x in integers. The first q of the functions g, g′, … of a signed "
            + "power are absolutely continuous and the next one jumps at 0, so that k ≤ q is the premise. The lecture "
            + "states it two lines below (k times differentiable); with a derivative that exists almost everywhere "
            + "only, sign and |x| would be exceptions.",
    };

    [Parameter("power", "largest power q", Minimum = 0, Maximum = 12, Size = true)]
    public int Power { get; init; } = 8;

    [Parameter("order", "largest order k", Minimum = 1, Maximum = 8, Size = true)]
    public int Order { get; init; } = 8;

    [Parameter("slack", "how many of g, …, g^(k−1) need not be continuous", Minimum = 0, Maximum = 100)]
    public int Slack { get; init; }

    [Parameter("alternating", "whether the derivative comes with the sign (−1)^k")]
    public bool IsAlternating { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("g^(k−1) may jump", this with { Slack = 1 }),
        new("the derivative almost everywhere suffices", this with { Slack = 100 }),
        new("(−1)^k·E[g^(k)]", this with { IsAlternating = true }),
    ];

    protected override Experiment<SteinCell, SteinOutcome> Experiment { get; } = new SteinExperiment();

    protected override IReadOnlyList<SteinCell> Cells =>
    [
        .. from function in Enum.GetValues<SteinFunction>()
           from q in Enumerable.Range(0, Power + 1)
           from k in Enumerable.Range(0, Order + 1)
           select new SteinCell(function, q, k),
    ];

    protected override Evidence Judge(Examination<SteinCell, SteinOutcome> examination) =>
        examination.Given((cell, o) => cell.Order <= o.Derivatives + Slack).ForAll(
            "|E[H_k(G)g(G)] − E[g^(k)(G)]|",
            (cell, o) => Math.Abs(o.Product - (IsAlternating && cell.Order % 2 != 0 ? -1 : 1) * o.Derivative),
            (_, _) => 0,
            "none: integers below 2⁵³");
}
