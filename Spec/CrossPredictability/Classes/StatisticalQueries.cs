using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Classes;

// Bessel: the squares of the correlations of a query with the 2^n parities sum to E q² at most. So at most 1/τ² of them
// reach τ, and an oracle of tolerance τ may answer 0 for all the others.

/// <summary>How many parities a statistical query tells.</summary>
public sealed record StatisticalQueries : Claim<QueryCell, QueryOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/statistical-queries",
        Title = "A query of E q² ≤ 1 has a correlation of τ or more with at most 1/τ² parities",
        Kind = ClaimKind.Inequality,
        Source = CrossPredictabilityTalk.At("Results", "M. Kearns, JACM 45, 1998; A. Blum et al., STOC 1994"),
        Quotations =
        [
            "related to statistical dim. [Kearns 98, Blum et al. 01]",
            "**Corollary.** SGD can learn efficiently parities while Perceptron, GD or SQ cannot",
        ],
        Printed = PrintedStatus.Stands,
        Statement = new(
            """
            \mathbb{E}\,q^2\le 1:\ |\{S:|\mathbb{E}_Xq(X)\chi_S(X)|\ge\tau\}|\le\tau^{-2}
            """),
        Hypotheses = ["correlational queries: means of q(X)·F(X)", "uniform inputs"],
        Method =
            "Drawn functions ±1 and bent functions, all parities by a fast Walsh–Hadamard transform of integers, every "
            + "τ that occurs. Bent functions have equality at τ = 2^(−n/2). It follows that an oracle of "
            + "tolerance τ which answers 0 leaves all but Q/τ² of the 2^n parities after Q queries. Dimension 2^n "
            + "and cross-predictability "
            + "2^(−n) are about the worst and the average case: class-table has a law with dimension 2^n and CP ≥ ε².",
    };

    [Parameter("n", "number of variables; even", Minimum = 2, Maximum = 10, Size = true)]
    public Choices<int> Variables { get; init; } = [2, 4, 6];

    [Parameter("factor", "what 1/τ² is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("power", "power of 1/τ", Minimum = 1, Maximum = 4)]
    public int Power { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("1/τ", this with { Power = 1 }),
        new("0.99/τ²", this with { Factor = 0.99 }),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Variables.All(n => n % 2 == 0) ? [] : ["bent functions have an even number of variables"];

    protected override Experiment<QueryCell, QueryOutcome> Experiment { get; } = new QueryExperiment();

    protected override IReadOnlyList<QueryCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. from n in Variables from bent in (bool[])[false, true] select new QueryCell(n, bent)];

    protected override Evidence Judge(Examination<QueryCell, QueryOutcome> examination) => examination.ForAll(
        "number of parities that reach τ, times τ^p, less the factor; largest over τ > 0",
        (cell, o) => Worst(cell, o),
        (_, _) => 0,
        "none: integers over powers of 2, below 2⁵³");

    private double Worst(QueryCell cell, QueryOutcome o)
    {
        double worst = double.NegativeInfinity;
        for (int i = 0; i < o.Coefficients.Length && o.Coefficients[i] > 0; i++)
        {
            double τ = o.Coefficients[i] / (1 << cell.Variables);
            double power = 1;
            for (int p = 0; p < Power; p++)
                power *= τ;
            worst = Math.Max(worst, (i + 1) * power - Factor);
        }

        return worst;
    }
}
