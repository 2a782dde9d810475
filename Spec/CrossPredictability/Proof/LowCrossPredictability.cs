using Verification.Implementation.CrossPredictability.Proof;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Proof;

// With γ ≤ n^a, T ≤ n^b, |∇_e| ≤ n^c, |E| ≤ n^d and σ ≥ n^(−e) the junk flow over σ is at most n^P, P = a + b + c + d/2
// + e, and accuracy − ½ at most ½(1 + n^P)CP^(1/4): below n^(−Q) where CP ≤ n^(−4R), R = P + Q. So "low" has to be
// below every power: 4R log₂ n ≤ n from n = 16R² on, and C(n, ⌈log₂ n⌉) ≥ n^(4R) from 2^(6R) on, while C(n, k) ≤ n^k.

/// <summary>Theorem 1 as arithmetic: resources that are powers of n against cross-predictability.</summary>
public sealed record LowCrossPredictability : Claim<ResourceCell, ResourceOutcome>
{
    private const string Low = "low", Bounded = "bounded degree", Size = "size";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/low-cross-predictability",
        Title =
            "Polynomial resources leave the bound at ½ + o(1) where CP falls below every power of n, and only there",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = CrossPredictabilityTalk.At("Results"),
        Quotations =
        [
            "**Theorem 1.** GD **cannot learn** efficiently function distributions having **low CP**",
            "low = super-poly decay in  $n$",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \gamma\le n^a,\ T\le n^b,\ |\nabla_e|\le n^c,\ |E|\le n^d,\ \sigma\ge n^{-e},\ P=a+b+c+\tfrac d2+e:\quad
            \mathrm{acc}-\tfrac12\le\tfrac12(1+n^P)\mathrm{CP}^{1/4}\le n^{-Q}
            \text{ where } \mathrm{CP}\le n^{-4R},\ R=P+Q,\ P\ge0
            \text{parities: from } n=16R^2 \text{ on};\quad \text{degree } \lceil\log_2n\rceil: \text{ from } 2^{6R} \text{ on}
            \text{degree } k: \mathrm{CP}\ge n^{-k}, \text{ and the bound says nothing for } P\ge k/4
            4^n c^2 \text{ edges, } \gamma=\sigma=T=1: \text{ a random parity is learned with accuracy } \Phi(c)
            """),
        Hypotheses =
        [
            "the bound of junk-flow, whose flow is at most γT·max|∇_e|·√|E|",
            "R ≥ 1 a whole number where n is named",
            "the start ½E_X|E_F F(X)| ≤ ½CP^(1/4) of junk-accuracy",
        ],
        Method =
            "n^(4R)/C(n, k) and n^(4R)/2^n as rational numbers at the stated n, twice and four times that; both fall "
                + "from "
            + "there on. The accuracy of a readout with 9·2^n copies of all 2^n monomials after one step, in closed "
            + "form, has to reach 0.99 at every n: without \"poly-size\" the theorem fails. That steps, rates and "
            + "noise "
            + "are needed too is not examined.",
    };

    [Parameter("power", "R", Minimum = 1, Maximum = 4, Size = true)]
    public Choices<int> Powers { get; init; } = [1, 2, 4];

    [Parameter("from", "c of n = cR², from which parities are low enough", Minimum = 1, Maximum = 64)]
    public int From { get; init; } = 16;

    [Parameter("low-degree", "the degree that is said to be low; 0: ⌈log₂ n⌉", Minimum = 0, Maximum = 20)]
    public int LowDegree { get; init; }

    [Parameter("degree", "bounded degrees k", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<int> Degrees { get; init; } = [1, 2, 5];

    [Parameter("short", "what is taken from k in n^k·CP ≥ 1", Minimum = 0, Maximum = 1)]
    public int Short { get; init; }

    [Parameter("n", "numbers of variables of bounded degrees and of copies", Minimum = 1, Maximum = 1000, Size = true)]
    public Choices<int> Variables { get; init; } = [1, 4, 30, 1000];

    [Parameter("copies", "c of c²·2^n copies", Minimum = 1, Maximum = 10)]
    public int Copies { get; init; } = 3;

    [Parameter("copies-power", "power of 2^n in the number of copies", Minimum = 0, Maximum = 1)]
    public int CopiesPower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("parities from n = 15R² on", this with { From = 15 }, Low),
        new("degree 3 is low", this with { LowDegree = 3 }, Low),
        new("degree k: CP ≥ n^(1−k)", this with { Short = 1 }, Bounded),
        new("2^n copies", this with { Copies = 1 }, Size),
        new("nine copies at every n", this with { CopiesPower = 0 }, Size),
    ];

    protected override Experiment<ResourceCell, ResourceOutcome> Experiment { get; } = new ResourceExperiment();

    protected override IReadOnlyList<ResourceCell> Cells =>
    [
        .. from R in Powers
           from multiple in (int[])[1, 2, 4]
           from cell in (ResourceCell[])
           [
               new(ResourceCase.Parities, multiple * From * R * R, 4 * R, 0),
               new(ResourceCase.GrowingDegree, multiple << 6 * R, 4 * R, LowDegree),
           ]
           select cell,
        .. from n in Variables
           from k in Degrees
           where k <= n
           select new ResourceCell(ResourceCase.BoundedDegree, n, k - Short, k),
        .. Variables.Select(n => new ResourceCell(ResourceCase.ManyCopies, n, CopiesPower, Copies)),
    ];

    protected override Evidence Judge(Examination<ResourceCell, ResourceOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Case is ResourceCase.Parities or ResourceCase.GrowingDegree).ForAllCertainly(
            "n^(4R)·CP less 1", (_, o) => o.Value - 1).Named(Low),
        examination.Where(cell => cell.Case == ResourceCase.BoundedDegree).ForAllCertainly(
            "1 less n^k·CP", (_, o) => 1 - o.Value).Named(Bounded),
        examination.Where(cell => cell.Case == ResourceCase.ManyCopies).ForAllCertainly(
            "0.99 less the accuracy", (_, o) => 0.99 - o.Value).Named(Size),
    ]);
}
