using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

// One parity of degree k, one network: SGD finds it from samples of full rank, the population gradient is 0 and leaves
// the accuracy at ½, and no affine threshold is right on more than ½ + C(k − 1, ⌊(k − 1)/2⌋)/2^k of the inputs: it may
// follow the majority of the k coordinates, and gains what two neighbors in Pascal's triangle differ by.

/// <summary>What SGD, population descent and affine thresholds reach on the same parities.</summary>
public sealed record SeparationTable : Claim<SeparationCell, SeparationOutcome>
{
    private const string Stochastic = "SGD", Population = "population gradient", Threshold = "affine thresholds";

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/separation-table",
        Title = "On one network SGD learns a parity that population descent and affine thresholds do not",
        Kind = ClaimKind.Table,
        Source = CrossPredictabilityTalk.At("Results", "E. Abbe, C. Sandon, arXiv:2001.02992; the network is ours"),
        Quotations = ["**Corollary.** SGD can learn efficiently parities while Perceptron, GD or SQ cannot"],
        Statement = new(
            """
            2\le|S|=k:\quad \operatorname{rank}=n\Rightarrow\mathrm{acc}_{\mathrm{SGD}}=1,\qquad \mathrm{acc}_{\mathrm{GD}}=\tfrac12
            \max_{w,b}P(\mathrm{sign}(\langle w,X\rangle+b)=\chi_S(X))=\tfrac12+C(k-1,\lfloor(k-1)/2\rfloor)\,2^{-k}
            """),
        Hypotheses =
        [
            "uniform inputs, |S| ≥ 2, at most four coordinates",
            "SGD with single samples of full rank, GD with the population gradient, T steps each",
            "the network that is built for the purpose; γ a power of two",
        ],
        Method =
            "For uniformly drawn S of each degree: a run of SGD, as many steps with the exact population gradient, and "
                + "all affine threshold functions by enumeration of integer weights; shares of all inputs without "
                + "tolerance. Of statistical queries it has those for that gradient alone.",
    };

    [Parameter("n", "coordinates", Minimum = 2, Maximum = 4, Size = true)]
    public Choices<int> Coordinates { get; init; } = [3, 4];

    [Parameter("least", "the least degree |S|, up to n", Minimum = 1, Maximum = 4)]
    public int LeastDegree { get; init; } = 2;

    [Parameter("samples", "T; 0: 2n", Minimum = 0, Maximum = 32)]
    public int Samples { get; init; }

    [Parameter("gamma", "γ", Minimum = 1.0 / 1024, Maximum = 0.5)]
    public double Rate { get; init; } = 0.0625;

    [Parameter("batch", "samples over which a step of SGD averages", Minimum = 1, Maximum = 64)]
    public int Batch { get; init; } = 1;

    [Parameter("row", "m in C(m − 1, ⌊(m − 1)/2⌋), beyond k", Minimum = -1, Maximum = 1)]
    public int Row { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("SGD with averages over two samples", this with { Batch = 2 }, Stochastic),
        new("population descent on one coordinate", this with { LeastDegree = 1 }, Population),
        new("½ + C(k, ⌊k/2⌋)/2^k", this with { Row = 1 }, Threshold),
    ];

    public override int Decisions => 3;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!double.IsPow2(Rate))
                yield return "γ is a power of two, so that runs are exact";
            if (Batch != 1)
                yield return "each step of SGD takes one sample";
            if (LeastDegree < 2)
                yield return "the parity has at least two coordinates";
            if (LeastDegree > Coordinates.Min())
                yield return "the parity has at most n coordinates";
        }
    }

    protected override Experiment<SeparationCell, SeparationOutcome> Experiment { get; } = new SeparationExperiment();

    protected override IReadOnlyList<SeparationCell> Cells =>
    [
        .. from n in Coordinates
           from k in Enumerable.Range(0, n + 1)
           where k >= LeastDegree
           select new SeparationCell(n, Samples == 0 ? 2 * n : Samples, k, Rate, Batch),
    ];

    protected override Evidence Judge(Examination<SeparationCell, SeparationOutcome> examination) => Evidence.All(
    [
        examination
            .Given((cell, o) => o.Rank == cell.Coordinates)
            .ForAll("1 − the accuracy of SGD", (_, o) => 1 - o.Stochastic, (_, _) => 0, Exact)
            .Named(Stochastic),
        examination
            .ForAll("|accuracy of population descent − ½|", (_, o) => Math.Abs(o.Population - 0.5), (_, _) => 0, Exact)
            .Named(Population),
        examination.ForAll(
            "|best affine threshold − formula|",
            (cell, o) => Math.Abs(o.Threshold - Best(cell.Degree)),
            (_, _) => 0,
            Exact).Named(Threshold),
    ]);

    private const string Exact = "shares of 2ⁿ inputs, and weights with few binary digits, are exact in doubles";

    private double Best(int k)
    {
        int m = k + Row - 1;
        return 0.5 + Math.ScaleB(Rational.Binomial(m, m / 2).Exactly(), -k);
    }
}
