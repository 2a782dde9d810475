using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// From 2a√(1 − α) ≤ z* ≤ 2a with a = √(2αuξ″), w = √u loses between √((1 − α)/2α)·∫√ξ″ and √(1/2α)·∫√ξ″ until t = 1,
// where ∫√ξ″ = 2√((p − 1)/p); it starts at √(ξ_0/2). That is the special case. With α²m in place of a²m, z* ≤ 2α, and
// u loses 1 at most, whatever ξ_0.

/// <summary>The equation of the theorem has the thresholds of the special case with a²m, and not with α²m.</summary>
public sealed partial record ThresholdEquation : Claim<DescentEndCell, DescentEndOutcome>
{
    private const string Below = "below the bounds", Above = "above the bounds";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/threshold-equation",
        Title = "The equation for u reaches 0 below the bounds of the special case and does not above, with a²m",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("Analysis, theorem; Special case"),
        Quotations =
        [
            @"z_*(\alpha, \mathbf{a}, \mathbf{b}) := \inf_{m>0} \left\{ \frac{1}{m} - \frac{\alpha \mathbf{b}}{1 + "
                + @"\mathbf{b}m} + \alpha^2 m \right\}",
            @"\frac{du}{dt}(t) = -\frac{1}{2\alpha} z_*(\alpha; \sqrt{2\alpha u(t)\xi''(t)}, \xi'(t)), \quad u(0) = "
                + @"\frac{1}{2}\xi(0)",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            u'=-\frac1{2\alpha}z_*(\alpha;\sqrt{2\alpha u\xi''},\xi'),\ u(0)=\tfrac12\xi(0),\quad
            z_*=\inf_{m>0}\frac1m-\frac{\alpha b}{1+bm}+\alpha^2m,\quad \xi=\xi_0+q^p:
            u(1)=0 \text{ for } \alpha\le\frac{4(p-1)}{p\xi_0+4(p-1)},\quad
            u(1)>0 \text{ for } \frac{4(p-1)}{p\xi_0}<\alpha<1
            """)
        {
            Corrected = @"\text{the same with } a^2m \text{ in place of } \alpha^2m",
            Reason =
                "With $\\alpha^2m$ the right side does not depend on $u$ and is at least $-1$, as "
                + "$z_*\\le2\\alpha$: $u(1)\\ge\\xi_0/2-1$, so that $u(1)>0$ for every $\\alpha$ once $\\xi_0>2$, "
                + "against the talk's own bounds of the threshold. Where the talk says that $z_*$ is minus the limit "
                + "of $\\lambda_{\\min}$, it prints $a^2m$.",
        },
        Hypotheses = ["0 < α < 1", "p ≥ 2", "ξ_0 > 0"],
        Method =
            "For w = √u, whose equation is smooth down to 0 and does not let solutions separate: cubics through the "
            + "nodes of a Runge–Kutta method, off by at most the integral of their defect, which interval arithmetic "
            + "bounds. α is taken at the two bounds. With α²m the equation is an integral of a monotone function.",
    };

    [Parameter("degree", "p", Minimum = 2, Maximum = 64, Size = true)]
    public Choices<int> Degrees { get; init; } = [2, 3, 11];

    [Parameter("constant", "ξ_0", Minimum = 0.1, Maximum = 1000)]
    public Choices<double> Constants { get; init; } = [2.5, 20];

    [Parameter("steps", "pieces of the path", Minimum = 50, Maximum = 100_000)]
    public int Steps { get; init; } = 100;

    [Parameter("has-ratio-squared", "whether α² stands in place of a²")]
    public bool HasRatioSquared { get; init; }

    [Parameter("rate", "r of du/dt = −(r/α)z*", Minimum = 0.01, Maximum = 10)]
    public double Rate { get; init; } = 0.5;

    [Parameter("curvature", "κ of a² = καuξ″", Minimum = 0.01, Maximum = 10)]
    public double Curvature { get; init; } = 2;

    public override Claim AsPrinted => this with { HasRatioSquared = true };

    public override string PrintedPart => Below;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a² = αuξ″, as with the printed factor √(Rξ″) of the Hessian", this with { Curvature = 1 }, Below),
        new("−z*/α for −z*/2α", this with { Rate = 1 }, Above),
        new("a² = 3αuξ″", this with { Curvature = 3 }, Above),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Degrees = [2, 3, 4, 11, 30], Constants = [2, 5, 20, 100], Steps = 1000 };

    protected override Experiment<DescentEndCell, DescentEndOutcome> Experiment { get; } = new DescentEndExperiment();

    protected override IReadOnlyList<DescentEndCell> Cells =>
    [
        .. from p in Degrees
           from constant in Constants
           from α in (double[])[4 * (p - 1.0) / (p * constant + 4 * (p - 1)), 4 * (p - 1.0) / (p * constant)]
           where α < 1
           select new DescentEndCell(Mixture.ConstantAndPower(constant, p), α, Rate, Curvature, Steps),
    ];

    protected override Evidence Judge(Examination<DescentEndCell, DescentEndOutcome> examination) => Evidence.All(
    [
        examination.Where(IsBelow).ForAllCertainly("√u(1) at the lower bound, or what goes on below 0", End)
            .Named(Below),
        examination.Where(cell => !IsBelow(cell)).ForAllCertainly("−√u(1) at the upper bound",
            (cell, o) => -End(cell, o))
            .Named(Above),
    ]);

    private Interval End(DescentEndCell cell, DescentEndOutcome o) => HasRatioSquared ? o.Printed : o.Root;

    // The bounds lie a factor of 1 + 4(p − 1)/(pξ_0) apart.
    private static bool IsBelow(DescentEndCell cell)
    {
        int p = cell.Mixture.Degree;
        return cell.Ratio * p * cell.Mixture.Constant < 4 * (p - 1.0) / (1 + 1e-9);
    }
}
