using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.OnlineSgd.Population;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Population;

// The correlation C(m) = E f(a)f(b) is known without Hermite polynomials, in closed form or, for tanh, enclosed as an
// integral; its power series in m has the coefficients μ_j²/j!. What is left after J terms lies between 0 and m^(J+1)
// times what Parseval leaves.

/// <summary>Hermite series, information exponents and losses of the links in use.</summary>
public sealed record LossesOfNamedLinks : Claim<NamedLinkCell, NamedLinkOutcome>
{
    private const string Series = "the series", Exponent = "the information exponent", Order = "the order";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/losses-of-named-links",
        Title = "ReLU, |x|, sign, x², x³, x²e^(−x²), tanh have exponents 1, 2, 1, 2, 1, 4, 1, and these losses",
        Kind = ClaimKind.Identity,
        Source = OnlineSgdLecture.At("Hermite polynomials & the information exponent; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            L(w)=\mathbb{E}f^2-C(m):\quad C(\sin\theta)=\tfrac2\pi(\cos\theta+\theta\sin\theta) \text{ for } |x|,\
            \tfrac2\pi\theta \text{ for sign},\ \tfrac1{2\pi}(\cos\theta+(\tfrac\pi2+\theta)\sin\theta)
            \text{ for ReLU};
            C(m)=1+2m^2 \text{ for } x^2,\ 9m+6m^3 \text{ for } x^3,\
            \frac{9-10m^2+4m^4}{(9-4m^2)^{5/2}} \text{ for } x^2e^{-x^2};
            C(m)=\sum_j\frac{\mu_j^2}{j!}m^j,\quad
            k_*=1,2,1,2,1,4,1 \text{ for ReLU}, |x|, \text{sign}, x^2, x^3, x^2e^{-x^2}, \tanh
            """),
        Hypotheses = ["x ~ N(0, I_d)", "‖w‖ = ‖w*‖ = 1", "m ≥ 0"],
        Method =
            "Coefficients by integrals of powers in rational arithmetic, up to a root of π or 3; closed forms in "
            + "interval arithmetic, at overlaps whose angles are known. The remainder of the series is enclosed. tanh "
            + "has no closed forms: its coefficients and E tanh(a)tanh(b), an integral over the plane, are enclosed by "
            + "the trapezoidal rule with its proven error.",
    };

    [Parameter("terms", "J, the last coefficient", Minimum = 4, Maximum = 40, Size = true)]
    public int Terms { get; init; } = 24;

    [Parameter("extra-power", "added to the powers of m in the series", Minimum = 0, Maximum = 2)]
    public int ExtraPower { get; init; }

    [Parameter("relu-exponent", "information exponent of ReLU", Minimum = 1, Maximum = 6)]
    public int ReluExponent { get; init; } = 1;

    [Parameter("bump-exponent", "information exponent of x²e^(−x²)", Minimum = 1, Maximum = 6)]
    public int BumpExponent { get; init; } = 4;

    [Parameter("scale", "factor of the closed forms", Minimum = 0.1, Maximum = 10)]
    public double Scale { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("powers m^(j+1)", this with { ExtraPower = 1 }, Series),
        new("closed forms a thousandth too large", this with { Scale = 1.001 }, Series),
        new("exponent 2 for ReLU, as for |x|", this with { ReluExponent = 2 }, Order),
        new("exponent 2 for x²e^(−x²)", this with { BumpExponent = 2 }, Exponent),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Terms = 40 };

    protected override Experiment<NamedLinkCell, NamedLinkOutcome> Experiment { get; } = new NamedLinkExperiment();

    protected override IReadOnlyList<NamedLinkCell> Cells =>
    [
        .. from link in Enum.GetValues<NamedLink>()
           from angle in (int[])[0, 2, 3, 4, 6]
           select new NamedLinkCell(link, angle, Terms),
    ];

    protected override Evidence Judge(Examination<NamedLinkCell, NamedLinkOutcome> examination) => Evidence.All(
    [
        examination.ForAllEnclosed(
            "C − Σ_{j≤J}(μ_j²/j!)m^j lies between 0 and m^(J+1)·(E f² − Σ_{j≤J}μ_j²/j!), over E f²",
            (_, o) =>
            {
                Interval left = Scale * Correlation(o) - Sum(o, 0, ExtraPower);
                Interval tail = Interval.Power(Overlap(o), o.EnergiesLower.Length + ExtraPower)
                    * (Second(o) - Energy(o));
                return Interval.Max(-left, left - tail) / Second(o);
            }).Named(Series),
        examination.ForAll(
            "the least j ≥ 1 with μ_j ≠ 0 less the stated exponent",
            (cell, o) => Math.Abs(o.Exponent - Stated(cell.Link)),
            (_, _) => 0,
            "coefficients are 0 in rational arithmetic or, of tanh, by parity, or are enclosed away from 0")
            .Named(Exponent),
        examination.ForAllEnclosed(
            "(μ_{k*}²/k*!)m^{k*} ≤ C − μ_0² ≤ Var f·m^{k*}, over E f²",
            (cell, o) =>
            {
                int k = Stated(cell.Link);
                Interval gain = Correlation(o) - Term(o, 0), power = Interval.Power(Overlap(o), k);
                return Interval.Max(Term(o, k) * power - gain, gain - (Second(o) - Term(o, 0)) * power) / Second(o);
            }).Named(Order),
    ]);

    private int Stated(NamedLink link) => link switch
    {
        NamedLink.Relu => ReluExponent,
        NamedLink.Bump => BumpExponent,
        NamedLink.Absolute or NamedLink.Square => 2,
        _ => 1,
    };

    private static Interval Overlap(NamedLinkOutcome o) => new(o.OverlapLower, o.OverlapUpper);

    private static Interval Correlation(NamedLinkOutcome o) => new(o.CorrelationLower, o.CorrelationUpper);

    private static Interval Second(NamedLinkOutcome o) => new(o.SecondMomentLower, o.SecondMomentUpper);

    private static Interval Term(NamedLinkOutcome o, int j) => new(o.EnergiesLower[j], o.EnergiesUpper[j]);

    private static Interval Energy(NamedLinkOutcome o) =>
        Enumerable.Range(0, o.EnergiesLower.Length).Select(j => Term(o, j)).Aggregate((a, b) => a + b);

    private static Interval Sum(NamedLinkOutcome o, int first, int extra)
    {
        Interval sum = 0;
        for (int j = first; j < o.EnergiesLower.Length; j++)
            sum += Term(o, j) * Interval.Power(Overlap(o), j + extra);
        return sum;
    }
}
