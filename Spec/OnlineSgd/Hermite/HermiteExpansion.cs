using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Hermite;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Hermite;

// f = Σ (μ_k/k!)H_k with μ_k = E[f(G)H_k(G)], hence E f² = Σ μ_k²/k!. Powers span the polynomials, which are dense.

/// <summary>The Hermite expansion of a function, by its moments against the basis.</summary>
public sealed record HermiteExpansion : Claim<ExpansionCell, ExpansionOutcome>
{
    private const string Series = "the expansion", Parseval = "Parseval";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/hermite-expansion",
        Title = "A function is the sum of μ_k/k!·H_k with μ_k = E[f·H_k]",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent"),
        Quotations =
        [
            @"Any function $f: \mathbb{R} \rightarrow \mathbb{R}$ s.t. $\mathbb{E}[f(G)^2] < \infty$ can be "
                + "decomposed as",
            @"f(x) = \sum_{k=0}^{\infty} \frac{\mu_k(f)}{k!} H_k(x) \text{ s.t. } \mu_k(f) = \mathbb{E}[f(G) H_k(G)]",
        ],
        Statement = new(
            """
            f=\sum_{k\ge 0}\frac{\mu_k(f)}{k!}H_k \text{ in } L^2(N(0,1)),\quad \mu_k(f)=\mathbb{E}[f(G)H_k(G)];
            \mathbb{E}[f(G)^2]=\sum_k\frac{\mu_k(f)^2}{k!}
            """),
        Hypotheses = ["E[f(G)²] < ∞"],
        Method =
            "Powers up to the largest, on which everything is an integer: coefficients of the sum against those of the "
            + "power, and the sum of squares against the second moment. By linearity and density this is the "
            + "statement in L²; the sum converges there and need not converge at a point.",
    };

    [Parameter("power", "largest power", Minimum = 1, Maximum = 12, Size = true)]
    public int Power { get; init; } = 12;

    [Parameter("factorial-power", "e of μ_k/(k!)^e", Minimum = 0, Maximum = 2)]
    public double FactorialPower { get; init; } = 1;

    [Parameter("square-factorial-power", "e of Σμ_k²/(k!)^e", Minimum = 0, Maximum = 2)]
    public double SquareFactorialPower { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("μ_k/√k!·H_k", this with { FactorialPower = 0.5 }, Series),
        new("Σ μ_k²/(k!)²", this with { SquareFactorialPower = 2 }, Parseval),
    ];

    protected override Experiment<ExpansionCell, ExpansionOutcome> Experiment { get; } = new ExpansionExperiment();

    protected override IReadOnlyList<ExpansionCell> Cells =>
        [.. Enumerable.Range(0, Power + 1).Select(p => new ExpansionCell(p))];

    // Every term of either sum is an integer where the exponents are 1; for other exponents the terms round.
    protected override Evidence Judge(Examination<ExpansionCell, ExpansionOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "largest coefficient of Σ(μ_k/k!)H_k − x^p",
            (cell, o) => Enumerable.Range(0, cell.Power + 3).Max(i => Math.Abs(
                o.Coefficients.Select((μ, k) => μ / Factorial(k, FactorialPower) * o.Hermite[k][i]).Sum()
                - (i == cell.Power ? 1 : 0))),
            (_, o) => FactorialPower == 1 ? 0 : Rounding * o.SecondMoment,
            "none: μ_k/k! are integers; sums of at most fifteen terms for other exponents").Named(Series),
        examination.ForAll(
            "|E f² − Σμ_k²/k!| over E f²",
            (_, o) => Math.Abs(
                o.Coefficients.Select((μ, k) => μ * (μ / Factorial(k, SquareFactorialPower))).Sum()
                    - o.SecondMoment) / o.SecondMoment,
            (_, _) => SquareFactorialPower == 1 ? 0 : Rounding,
            "none: μ_k and μ_k/k! are integers, and their products sum to less than 2⁵³").Named(Parseval),
    ]);

    private static double Rounding { get; } = DoublePrecision.Gamma(64);

    private static double Factorial(int k, double power)
    {
        double product = 1;
        for (int i = 2; i <= k; i++)
            product *= i;
        return power == 1 ? product : power == 2 ? product * product : ElementaryFunctions.Exp(
            power * ElementaryFunctions.Log(product));
    }
}
