using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "An Energy Barrier": "C5 > 0 is a constant determined only by the (conditional) moments". With μ_n(c) = E[xⁿ | |x| ≤
// c], c = d^K, it is C5(c) = min{Var(x² | |x| ≤ c), 2μ2(c)²}, which is 0 where x² is constant below the bound, and
// depends on d through c. For symmetric unimodal densities μ2(c) ≤ c²/3, so Var(x² | |x| ≤ c) ≤ μ2(c)(c² − μ2(c)) ≤ (c²
// − μ2(c))², and both terms of the minimum grow with c.

/// <summary>The barrier's constant from conditional moments, where it is positive, monotone, and what it tends
/// to.</summary>
public sealed partial record TruncatedConstants : Claim<TruncatedMomentsCell, TruncatedMomentsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/truncated-constants",
        Title = "C5 from conditional moments is positive and increases to C for unimodal symmetric densities",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: An Energy Barrier; conditional moments, monotonicity and limit are derived here"),
        Quotations = ["C_5 > 0 is a constant determined only by the (conditional) moments of data distribution."],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            C_5(c)=\min\{\mu_4(c)-\mu_2(c)^2,2\mu_2(c)^2\}>0 \text{ for centered sub-Gaussian coordinates},
            \quad \mu_n(c)=\mathbb{E}[x^n\mid|x|\le c],\ c=d^K
            """)
        {
            Corrected =
                """
                C_5(c)>0 \Leftrightarrow x^2 \text{ is not constant on } |x|\le c;
                \quad C_5(c)\to C=\min\{\mu_4-\mu_2^2,2\mu_2^2\};
                \quad \text{for symmetric unimodal densities } 0<C_5(c)\le C_5(c')\le C,\ c\le c'
                """,
            Reason =
                "±1 coordinates are centered and sub-Gaussian, but x² is constant: C5 = 0. Var(x²) > 0 does not "
                + "suffice: for |x| equal to 1 or 10 with equal probability C5(c) = 0 at every c below 10, and for "
                + "|x| in {0.1, 2, 2.1} it falls from 3.98 to 3.94 as c passes 2.1. Nor is C5 one constant: for "
                + "Gaussian data it is 0.82 at c = 2, 1.73 at c = 3, 1.98 at c = 4, and 2 in the limit only.",
        },
        Hypotheses =
        [
            "coordinates i.i.d. with a symmetric unimodal density and finite fourth moment",
            "closed forms of the conditional moments: Gaussian, Laplace and uniform laws",
        ],
        Method =
            "Conditional moments in closed form (partial integration, incomplete Gamma sums), with a count of their "
            + "roundings. C5(c) has to be at least 10⁻³ from c = 1 on, at least C5 at half the distance to 1, at most "
            + "C, and within 10⁻³ of C at c = 16: an error of 10⁻³ shows.",
    };

    [Parameter(
        "law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point, levels-a-b-…",
        Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } =
    [CoordinateLaw.Gaussian, CoordinateLaw.Laplace, CoordinateLaw.Uniform];

    [Parameter("bound", "truncation bounds c", Minimum = 1, Maximum = 16, Size = true)]
    public Choices<double> Bounds { get; init; } = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 12, 16];

    [Parameter("constant", "whether C5(c) is said to be C at every c")]
    public bool IsConstant { get; init; }

    [Parameter("limit", "limit of C5(c) over C", Minimum = 0, Maximum = 4)]
    public double LimitFactor { get; init; } = 1;

    [Parameter("minimum", "whether C5 is the minimum of both terms, or Var(x² | |x| ≤ c) alone")]
    public bool IsMinimum { get; init; } = true;

    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher] };

    public override string? PrintedPart => "positive";

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "positive wherever Var(x²) > 0",
            this with
            {
                Laws = [CoordinateLaw.Levels(1, 10)],
                Bounds = [5],
            },
            "positive"),
        new(
            "monotone wherever Var(x²) > 0",
            this with
            {
                Laws = [CoordinateLaw.Levels(0.1, 2, 2.1)],
                Bounds = [3.05],
            },
            "monotone"),
        new("C5 is C at every truncation", this with { IsConstant = true }, "limit"),
        new("a limit of 0.95·C", this with { LimitFactor = 0.95 }, "bounded"),
        new("a limit of 1.05·C", this with { LimitFactor = 1.05 }, "limit"),
        new("Var(x² | |x| ≤ c) instead of the minimum", this with { IsMinimum = false }, "bounded"),
    ];

    public override IEnumerable<string> UnmetHypotheses => Laws
        .Where(law => law.Atoms.Count > 0 || !TruncatedMoments.HasClosedForm(law))
        .Select(law => law.Atoms.Count > 0
            ? $"the law {law} has no symmetric unimodal density"
            : $"the conditional moments of {law} have no closed form here; those of gaussian, uniform and laplace have"
        );

    protected override Experiment<TruncatedMomentsCell, TruncatedMomentsOutcome> Experiment { get; } =
        new TruncatedMomentsExperiment();

    protected override IReadOnlyList<TruncatedMomentsCell> Cells =>
        [.. from law in Laws from c in Bounds select new TruncatedMomentsCell(law, c)];

    protected override Evidence Judge(Examination<TruncatedMomentsCell, TruncatedMomentsOutcome> examination)
    {
        Examination<TruncatedMomentsCell, TruncatedMomentsOutcome> defined = examination.Given((_, o) => o.Mass > 0);
        return Evidence.All(
            defined.ForAll("C5(c) is at least 10⁻³", (_, o) => 1e-3 - Constant(o), Error, Derivation).Named("positive"),
            defined
                .Given((_, o) => !double.IsNaN(o.Earlier))
                .ForAll("C5 does not decrease with the bound", (_, o) => o.Earlier - o.Constant, Error, Derivation)
                .Named("monotone"),
            defined
                .ForAll(
                    "C5(c) is at most its limit",
                    (cell, o) => Constant(o) - LimitFactor * cell.Law.BarrierConstant,
                    Error,
                    Derivation)
                .Named("bounded"),
            defined
                .Where(cell => IsConstant || cell.Bound >= 16)
                .ForAll(
                    "C5(c) is within 10⁻³ of its limit",
                    (cell, o) => LimitFactor * cell.Law.BarrierConstant - Constant(o) - 1e-3,
                    Error,
                    Derivation).Named("limit"));
    }

    private const string Derivation =
        "counts of roundings of the closed forms; C5 moves by at most 1 + 4μ2 times the error of a moment";

    private static double Error(TruncatedMomentsCell cell, TruncatedMomentsOutcome o) => 2 * o.Error;

    private double Constant(TruncatedMomentsOutcome o) => IsMinimum ? o.Constant : o.Variance;
}
