using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Regularization;
using Verification.Implementation.Numerics.Intervals;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Regularization;

// "R_α(β) = Σ r(β_j/α²) where r(b) is solution of quartic equation". The quartic is exact; it has two real roots, of
// which r is the smaller. The scale is lost: ‖w − α𝟏‖² is of the size of α², so that R_α = α²·Σ r(β_j/α²); the
// minimizer is the same.

/// <summary>The penalty that the distance to α𝟏 induces on one coefficient, and the quartic that it solves.</summary>
public sealed partial record ExplicitPenalty : Claim<QuarticCell, QuarticOutcome>
{
    private const string Exact = "quartic";
    private const string Root = "which root";
    private const string Minimum = "minimum";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/explicit-penalty",
        Title =
            "R_α(β) is α² times the sum of r(β_j/α²), r(b) the smallest real root of the printed quartic, in closed "
                + "form",
        Kind = ClaimKind.Identity,
        Source = ImplicitBiasTalk.At("Relationship to Explicit Reg; the closed form is derived here"),
        Quotations =
        [
            @"Where $R_{\alpha}(\beta) = \min_{F(\mathbf{w})=\beta} \|\mathbf{w} - \alpha \mathbf{1}\|_2^2$",
            @"$R_{\alpha}(\beta) = \sum_j r \left( \frac{\beta[j]}{\alpha^2} \right)$  where  $r(b)$  is solution of "
                + @"quartic equation: $$r^4 - 6r^3 + (12 - 2b^2)r^2 - (8 + 10b^2)r + b^2 + b^4 = 0$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            R_\alpha(\beta)=\sum_jr(\beta_j/\alpha^2), \quad r(b) \text{ solves } r^4-6r^3+(12-2b^2)r^2-(8+10b^2)r+b^2+b^4=0
            """)
        {
            Corrected =
                """
                r(b) \text{ is the smallest real root, } R_\alpha(\beta)=\alpha^2\sum_jr(\beta_j/\alpha^2),
                b=\frac{4\lambda}{(1-\lambda^2)^2}: \ r(b)=\frac{2\lambda^2(1+\lambda^2)}{(1-\lambda^2)^2},
                \ r'(b)=\lambda
                """,
            Reason =
                "The sum lacks the factor α² of a squared distance of weights: R_2(4) = 4r(1) in one coordinate. It "
                    + "moves no minimizer. The quartic is exact, and has a second real root (b = 1: 0.118351 and "
                    + "4.663638), so that \"solution\" does not say which.",
        },
        Hypotheses = ["b ≥ 0; r is even"],
        Method =
            "At λ = k/20 and at further fractions: the quartic vanishes in exact rational arithmetic at more "
                + "points than its degree in λ, hence identically; its real roots are isolated by intervals; "
            + "R_α is enclosed by branch and bound over v, at α = 2, and is α² times the closed form, which is the "
            + "smallest root.",
    };

    [Parameter("q", "denominator of the fractions λ", Minimum = 18, Maximum = 200)]
    public int Denominator { get; init; } = 20;

    [Parameter(
        "form", "which coefficient of the quartic is off by one: 0 none, 1 to 4 for 6, 12, 8, 10", Minimum = 0,
        Maximum = 4)]
    public int Form { get; init; }

    [Parameter("root", "which real root, from the smallest", Minimum = 0, Maximum = 1)]
    public int Which { get; init; }

    [Parameter("penalty", "multiple of the closed form", Minimum = 0, Maximum = 4)]
    public double Penalty { get; init; } = 1;

    [Parameter("alpha", "α of the start α𝟏", Minimum = 0.001, Maximum = 1000)]
    public double Scale { get; init; } = 2;

    [Parameter("power", "p in R_α(β) = α^p·Σr(β_j/α²)", Minimum = 0, Maximum = 4)]
    public int Power { get; init; } = 2;

    public override Claim AsPrinted => this with { Power = 0 };

    public override string PrintedPart => Minimum;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("7r³ for 6r³", this with { Form = 1 }, Exact),
        new("11 for 12", this with { Form = 2 }, Exact),
        new("9r for 8r", this with { Form = 3 }, Exact),
        new("11b² for 10b²", this with { Form = 4 }, Exact),
        new("the larger root", this with { Which = 1 }, Root),
        new("the closed form times 1.001", this with { Penalty = 1.001 }, Minimum),
        new("R_α = α·Σr", this with { Power = 1 }, Minimum),
    ];

    protected override Experiment<QuarticCell, QuarticOutcome> Experiment { get; } = new QuarticExperiment();

    protected override IReadOnlyList<QuarticCell> Cells =>
        [.. Enumerable.Range(1, Denominator - 1).Select(p => new QuarticCell(p, Denominator, Scale))];

    protected override Evidence Judge(Examination<QuarticCell, QuarticOutcome> examination)
    {
        return Evidence.All(
            examination.ForAll(
                "the quartic vanishes at the closed form",
                (_, o) => Math.Abs(o.Coefficients[Form]),
                (_, _) => 0,
                "exact rational arithmetic").Named(Exact),
            examination.ForAllEnclosed(
                "the closed form is the root",
                (_, o) =>
                    o.IsComplete && o.RootLowers.Length == 2
                        ? Interval.Abs(Closed(o) - new Interval(o.RootLowers[Which], o.RootUppers[Which]))
                            / Interval.Max(Closed(o), 1e-3)
                    : Interval.Entire,
                resolution: 1e-6).Named(Root),
            examination.ForAllEnclosed(
                "α^p times the closed form is the minimum over all weights",
                (cell, o) =>
                    Interval.Abs(
                        Penalty * Factor(cell) * Closed(o) - new Interval(o.MinimumLower, o.MinimumUpper))
                    / (Interval.Square(cell.Scale) * Interval.Max(Closed(o), 1e-3)),
                resolution: 1e-6).Named(Minimum),
            examination
                .ForAll(
                    "b = h_4(λ), the link of depth 4",
                    (_, o) => Math.Abs(o.DepthFourResidual),
                    (_, _) => 0,
                    "exact rational arithmetic")
                .Named("depth 4"));
    }

    private Interval Factor(QuarticCell cell)
    {
        Interval factor = 1;
        for (int i = 0; i < Power; i++)
            factor *= cell.Scale;
        return factor;
    }

    private static Interval Closed(QuarticOutcome o) => new(o.ClosedFormLower, o.ClosedFormUpper);
}
