using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Proof;

// Doob: P(max|M_t| ≥ λ) ≤ E|M_T|^p/λ^p for p ≥ 1. The lecture has the factor p/(p − 1) of the maximal inequality for
// moments: true for p > 1, not needed, and without meaning at p = 1. A walk between 0 and λ, run until it is absorbed,
// attains the bound for every p.

/// <summary>Doob's maximal inequality, without the factor p/(p − 1).</summary>
public sealed record MaximalInequality : Claim<MaximalInequalityCell, MaximalInequalityOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/maximal-inequality",
        Title = "Doob's maximal inequality needs no factor p/(p − 1), and is attained",
        Kind = ClaimKind.Inequality,
        Source = OnlineSgdLecture.At(
            "Proof of the theorem, ① Controlling the martingale", "J. L. Doob, Stochastic Processes, 1953"),
        Quotations =
        [
            "We can use Doob's maximal inequality: for every $p \\geq 1$,",
            @"$\mathbb{P}\left(\max_{0 \leq t \leq T} |M_t| \geq \lambda\right) \leq \frac{p "
                + @"\mathbb{E}[|M_T|^p]}{(p-1) \lambda^p}$",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            @"P(\max_{t\le T}|M_t|\ge\lambda)\le\frac{p\,\mathbb{E}|M_T|^p}{(p-1)\lambda^p} \text{ for every } p\ge 1")
        {
            Corrected =
                @"P(\max_{t\le T}|M_t|\ge\lambda)\le\frac{\mathbb{E}|M_T|^p}{\lambda^p} \text{ for every } p\ge 1",
            Reason =
                "The factor belongs to $\\mathbb{E}\\max|M_t|^p\\le(\\frac{p}{p-1})^p\\mathbb{E}|M_T|^p$. At $p=1$ "
                + "the printed bound is a division by 0; for $p>1$ it is true, and larger by $p/(p-1)$. A walk "
                + "between 0 and λ, absorbed at both, has equality for every $p$ in the limit of long times.",
        },
        Hypotheses = ["(M_t) a martingale with E|M_T|^p < ∞", "p ≥ 1", "λ > 0"],
        Method =
            "Walks of ±1, free and absorbed at 0 and λ, whose laws are counted exactly in multiples of 2^(−T); p = 1, "
            + "2 and 4. Absorbed walks at λ = 3 come within 10⁻³ of equality, so that factors below that fail.",
    };

    [Parameter("steps", "T", Minimum = 1, Maximum = 50, Size = true)]
    public Choices<int> Steps { get; init; } = [5, 20, 50];

    [Parameter("level", "λ", Minimum = 1, Maximum = 40, Size = true)]
    public Choices<int> Levels { get; init; } = [1, 2, 3, 5, 8];

    [Parameter("factor", "constant before E|M_T|^p/λ^p", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("lambda-shift", "s of (λ + s)^p", Minimum = -1, Maximum = 1)]
    public double LevelShift { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("factor 0.99", this with { Factor = 0.99 }),
        new("(λ + 0.05)^p", this with { LevelShift = 0.05 }),
    ];

    protected override Experiment<MaximalInequalityCell, MaximalInequalityOutcome> Experiment { get; } =
        new MaximalInequalityExperiment();

    protected override IReadOnlyList<MaximalInequalityCell> Cells =>
    [
        .. from T in Steps
           from λ in Levels
           from start in Enumerable.Range(0, 2)
           where start < λ || λ == 1
           from absorbed in (bool[])[false, true]
           where !absorbed || start > 0
           select new MaximalInequalityCell(T, λ, start, absorbed),
    ];

    protected override Evidence Judge(Examination<MaximalInequalityCell, MaximalInequalityOutcome> examination) =>
        examination.ForAll(
            "P(max|M_t| ≥ λ) − E|M_T|^p/λ^p, largest over p = 1, 2, 4",
            (cell, o) => o.Probability - Factor * Math.Min(
                o.FirstMoment / (cell.Level + LevelShift),
                Math.Min(
                    o.SecondMoment / Square(cell.Level + LevelShift),
                    o.FourthMoment / Square(Square(cell.Level + LevelShift)))),
            (_, _) => 16 * DoublePrecision.UnitRoundoff,
            "probabilities and moments are exact; powers, quotient and product of numbers whose result counts only "
            + "below 1 round fewer than 16 times");

    private static double Square(double x) => x * x;
}
