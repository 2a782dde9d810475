using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Population;

// L = ½E(f(a) − f(b))² = E f² − E f(a)f(b) = E f² − Σ_{k≥0}(μ_k²/k!)m^k = Var f − Σ_{k≥k*}(μ_k²/k!)m^k. The lecture
// prints 1 for Var f. Between its first term and Var f·m^{k*} lies what the loss has gained over the equator.

/// <summary>The population loss of a single-index model as a power series of the overlap.</summary>
public sealed partial record LossFormula : Claim<LossCell, LossOutcome>
{
    private const string Series = "the series", Order = "the order at the equator";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/loss-formula",
        Title = "The population loss is Var f minus a power series of the overlap from the information exponent on",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent, lemma"),
        Quotations =
        [
            @"k_* = \min \{ k \in \mathbb{N} : \mathbb{E}[f(G) H_{\mu_k}(G)] \neq 0 \}",
            @"L(\omega) = \frac{1}{2} \mathbb{E}[(f(\langle \omega_*, x \rangle) - f(\langle \omega, x \rangle))^2] = "
                + @"1 - O(\langle \omega, \omega_* \rangle^k)",
            @"Hence $L(\omega) = 1 - \sum_{k=k_*}^{\infty} \frac{\mu_k^2(f)}{k!} \langle \omega_*, \omega \rangle^k$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            L(w)=\tfrac12\mathbb{E}(f(\langle w_*,x\rangle)-f(\langle w,x\rangle))^2
            =1-\sum_{k\ge k_*}\frac{\mu_k(f)^2}{k!}\langle w_*,w\rangle^k,\quad k_*=\min\{k\ge 1:\mu_k(f)\ne 0\}
            """)
        {
            Corrected =
                """
                L(w)=\operatorname{Var}f(G)-\sum_{k\ge k_*}\frac{\mu_k(f)^2}{k!}m^k,\quad m=\langle w_*,w\rangle;
                \frac{\mu_{k_*}^2}{k_*!}m^{k_*}\le\operatorname{Var}f(G)-L(w)\le\operatorname{Var}f(G)\,m^{k_*}
                \text{ for } m\ge 0
                """,
            Reason =
                "The constant term is $\\mathbb{E}f^2$, and the term of $k=0$ takes $\\mu_0^2$ of it away: what is "
                + "missing is $\\operatorname{Var}f(G)=1$. The lemma is for every f of information exponent $k_*$; for "
                + "$f=x^2$ the loss of the equator is 2. For $f=H_k/\\sqrt{k!}$, which the lecture uses from here on, "
                + "the formula stands.",
        },
        Hypotheses = ["x ~ N(0, I_d)", "‖w‖ = ‖w*‖ = 1", "E f(G)² < ∞", "k* counts from k = 1"],
        Method =
            "Hermite polynomials, powers, 1 + H_k and H_k + H_{k+1} as links: the loss from moments of the Gaussian "
            + "pair in rational arithmetic, against the series of coefficients E[fH_k]. Its order at the equator is "
            + "read from both bounds. The printed form is examined on all links.",
    };

    [Parameter("degree", "largest degree of a link", Minimum = 1, Maximum = 8, Size = true)]
    public int Degree { get; init; } = 5;

    [Parameter("overlap", "m", Minimum = -1, Maximum = 1, Size = true)]
    public Choices<double> Overlaps { get; init; } = [-0.8, 0, 0.1, 0.3, 0.6, 1];

    [Parameter("unit-constant", "whether the constant term is 1")]
    public bool HasUnitConstant { get; init; }

    [Parameter("second-moment", "whether the constant term is E f²")]
    public bool HasSecondMoment { get; init; }

    [Parameter("first", "k that the exponent counts from", Minimum = 0, Maximum = 1)]
    public int First { get; init; } = 1;

    [Parameter("extra-power", "added to the powers of m in the series", Minimum = 0, Maximum = 2)]
    public int ExtraPower { get; init; }

    public override Claim AsPrinted => this with { HasUnitConstant = true };

    public override string PrintedPart => Series;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("E f² in place of Var f, with the sum from k*", this with { HasSecondMoment = true }, Series),
        new("powers m^(k+1)", this with { ExtraPower = 1 }, Series),
        new("the exponent counts from k = 0", this with { First = 0 }, Order),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Degree = 8 };

    protected override Experiment<LossCell, LossOutcome> Experiment { get; } = new LossExperiment();

    protected override IReadOnlyList<LossCell> Cells =>
    [
        .. from link in Enum.GetValues<PolynomialLink>()
           from k in Enumerable.Range(1, Degree)
           from m in Overlaps
           select new LossCell(link, k, m),
    ];

    protected override Evidence Judge(Examination<LossCell, LossOutcome> examination) => Evidence.All(
    [
        examination.ForAll(
            "|L − (Var f − Σ(μ_k²/k!)m^k)| over E f²",
            (cell, o) => Math.Abs(o.Loss - (Constant(o) - Sum(cell, o))) / o.SecondMoment,
            (cell, o) => Rounding(o),
            Derivation).Named(Series),
        examination.Where(cell => cell.Overlap >= 0).ForAll(
            "(μ_{k*}²/k*!)m^{k*} ≤ Var f − L ≤ Var f·m^{k*}, over E f²",
            (cell, o) => Math.Max(
                o.Energies[Exponent(o)] * Powers.Integer(cell.Overlap, Exponent(o)) - (o.Variance - o.Loss),
                o.Variance - o.Loss - o.Variance * Powers.Integer(cell.Overlap, Exponent(o))) / o.SecondMoment,
            (cell, o) => Rounding(o),
            Derivation).Named(Order),
    ]);

    private const string Derivation =
        "each number is next to the exact one; powers, and a sum of at most ten terms of absolute values up to E f²";

    private static double Rounding(LossOutcome o) => 4 * o.Error + DoublePrecision.Gamma(64);

    private double Constant(LossOutcome o) => HasUnitConstant ? 1 : HasSecondMoment ? o.SecondMoment : o.Variance;

    private int Exponent(LossOutcome o) => First == 0 && o.Energies[0] > 0 ? 0 : o.InformationExponent;

    private double Sum(LossCell cell, LossOutcome o)
    {
        double sum = 0;
        for (int k = o.InformationExponent; k < o.Energies.Length; k++)
            sum += o.Energies[k] * Powers.Integer(cell.Overlap, k + ExtraPower);
        return sum;
    }
}
