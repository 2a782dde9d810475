using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Model;

// At a point that does not depend on F its entries are independent N(0, ξ(1)): Q = 2R_n/(nξ(1)) is χ²_n/n, of mean 1
// and variance 2/n. The deviation of Q is √(2/n), that of n(Q − 1)²/2 is √(2 + 12/n), by the moments of χ².

/// <summary>The risk at a fixed point of the sphere.</summary>
public sealed record RiskLevel : Claim<RiskLevelCell, RiskLevelOutcome>
{
    private const string Mean = "mean", Spread = "fluctuation";

    private const int Draws = 100;

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/risk-level",
        Title = "At a fixed point the risk is ξ(1)χ²_n/2: its mean is nξ(1)/2, its deviation ξ(1)√(n/2)",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Cost function and approximate solutions"),
        Quotations = [@"At a fixed $\mathbf{x}_0 \in \mathbb{S}^{d-1}$, $R_n(\mathbf{x}_0) = n\xi(1)/2 + o(n)$"],
        Printed = PrintedStatus.Loose,
        Statement = new(@"x_0\in\mathbb{S}^{d-1}:\ R_n(x_0)=n\xi(1)/2+o(n)")
        {
            Corrected = @"2R_n(x_0)/\xi(1)\sim\chi^2_n:\ \mathbb{E}R_n=n\xi(1)/2,\ \operatorname{Var}R_n=n\xi(1)^2/2",
            Reason = "The entries of F at one point are independent and normal, so the law is exact for every n and "
                + "d, and o(n) is O(√n).",
        },
        Hypotheses = ["x₀ does not depend on F"],
        Method =
            "Random systems and points: mean and mean square of the risk, compared by intervals that are valid for "
            + "every law with the variance of χ² and of its square.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Choices<Mixture> Mixtures { get; init; } = [Mixture.Parse("3:q3", null)];

    [Parameter("dimension", "d", Minimum = 1, Maximum = 8, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("equations", "n", Minimum = 1, Maximum = 100, Size = true)]
    public int Equations { get; init; } = 20;

    [Parameter("factor", "the mean over nξ(1)", Minimum = 0, Maximum = 10)]
    public double Factor { get; init; } = 0.5;

    [Parameter("lost", "degrees of freedom less than n", Minimum = 0, Maximum = 10)]
    public int Lost { get; init; }

    [Parameter("at", "where ξ is taken", Minimum = 0, Maximum = 1)]
    public double Argument { get; init; } = 1;

    [Parameter("variance", "the variance over nξ(1)²", Minimum = 0.01, Maximum = 10)]
    public double Variance { get; init; } = 0.5;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("nξ(1), without the ½ of the risk", this with { Factor = 1 }, Mean),
        new("nξ(0)/2", this with { Argument = 0 }, Mean),
        new("n − 1 degrees of freedom", this with { Lost = 1 }, Mean),
        new("a variance of nξ(1)²", this with { Variance = 1 }, Spread),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Mixtures.All(IsExplicit) ? [] : [$"the degree is {TensorSystem.LargestDegree} at most here"];

    public override int Decisions => 2 * Cells.Distinct().Count();

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with
    {
        Mixtures = [Mixture.Parse("3:q3", null), Mixture.Parse("0.5q:q2", null)],
        Dimension = 5,
    };

    protected override Experiment<RiskLevelCell, RiskLevelOutcome> Experiment { get; } = new RiskLevelExperiment();

    protected override IReadOnlyList<RiskLevelCell> Cells =>
        [.. Mixtures.Where(IsExplicit).Select(ξ => new RiskLevelCell(ξ, Dimension, Equations, Draws))];

    private MeanLaw MeanDeviation => MeanLaw.OfDeviation(Math.Sqrt(2.0 / Equations / Draws));

    private MeanLaw SquareDeviation => MeanLaw.OfDeviation(Math.Sqrt((2 + 12.0 / Equations) / Draws));

    // At n = 20, five percent are to be told from nothing; at fewer equations the mean is looked at more coarsely.
    private double MeanResolution => 0.8 / Math.Max(1, Equations);

    private static double SpreadResolution => 0.25;

    protected override int TrialsNeeded(double level)
    {
        int trials = 1;
        while (MeanDeviation.HalfWidth(trials, 0, level) > MeanResolution
            || SquareDeviation.HalfWidth(trials, 0, level) > SpreadResolution)
            trials++;
        return trials;
    }

    protected override Evidence Judge(Examination<RiskLevelCell, RiskLevelOutcome> examination) => Evidence.All(
    [
        .. examination.ByCell().SelectMany(part => (Evidence[])
        [
            part.Part.Agree(
                $"R_n over nξ(1)/2, ξ = {part.Cell.Mixture}",
                (cell, o) => 2 * o.Mean / Level(cell),
                Factor * 2 * (1 - (double)Lost / Equations) * part.Cell.Mixture.Derivative(Argument) / Level(part.Cell),
                finiteSizeCorrection: 1e-11,
                MeanResolution,
                MeanDeviation).Named(Mean),
            part.Part.Agree(
                $"(R_n − nξ(1)/2)² over nξ(1)²/2, ξ = {part.Cell.Mixture}",
                (cell, o) => Equations / 2.0 * Deviation(o, Level(cell)),
                2 * Variance,
                finiteSizeCorrection: 1e-9,
                SpreadResolution,
                SquareDeviation).Named(Spread),
        ]),
    ]);

    // The mean of (Q − 1)², Q = 2R_n/(nξ(1)).
    private static double Deviation(RiskLevelOutcome o, double level) =>
        4 * o.MeanSquare / (level * level) - 4 * o.Mean / level + 1;

    private static double Level(RiskLevelCell cell) => cell.Mixture.Derivative(1);

    private static bool IsExplicit(Mixture mixture) => mixture.Degree <= TensorSystem.LargestDegree;
}
