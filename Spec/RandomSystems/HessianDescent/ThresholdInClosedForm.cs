using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// In v = √(2αρu) and τ = t^(p/2) the equation is homogeneous, and the angle of the dual problem turns it into an
// integral of a rational function (PowerThreshold has the derivation).

/// <summary>α_HD of ξ_0 + q^p by one integral of a rational function.</summary>
public sealed record ThresholdInClosedForm : Claim<DescentEndCell, DescentEndOutcome>
{
    private const string Below = "below the threshold", Above = "above the threshold";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/threshold-in-closed-form",
        Title = "α_HD of ξ_0 + q^p solves αρξ_0 = exp(−2∫N/D) with a rational N/D, ρ = (p − 1)/p",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Special case; derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            u(1)=0\iff \alpha\rho\xi_0\le\exp\Big(-2\int_0^1\frac{N}{D}\,dx\Big),\quad \rho=\frac{p-1}p;
            N=1-2\rho+\alpha(1+\rho)x-\alpha(2-\rho)x^2,\quad
            D=1+(2\rho-1)x-\alpha(1+\rho)x^2+\alpha(1-\rho)x^3
            """),
        Hypotheses = ["ξ = ξ_0 + q^p, p ≥ 2", "0 < α < 1"],
        Method =
            "The closed form is enclosed to 10⁻¹² in interval arithmetic. The equation itself, which knows nothing of "
            + "it, is solved with a proven bound at α a little below the threshold, where u has to reach 0, and a "
            + "little above, where it must not.",
    };

    [Parameter("degree", "p", Minimum = 2, Maximum = 64, Size = true)]
    public Choices<int> Degrees { get; init; } = [3, 11];

    [Parameter("constant", "ξ_0", Minimum = 0.001, Maximum = 1000)]
    public Choices<double> Constants { get; init; } = [2.5, 20];

    [Parameter("steps", "pieces of the path for each 32 of p", Minimum = 50, Maximum = 100_000)]
    public int Steps { get; init; } = 300;

    [Parameter("gap", "distance of α from the threshold on each side, over it", Minimum = 1e-9, Maximum = 0.5)]
    public double Gap { get; init; } = 0.002;

    [Parameter("factor", "what the threshold is multiplied with", Minimum = 0.1, Maximum = 10)]
    public double Factor { get; init; } = 1;

    [Parameter("rate", "r of du/dt = −(r/α)z*", Minimum = 0.01, Maximum = 10)]
    public double Rate { get; init; } = 0.5;

    [Parameter("curvature", "κ of a² = καuξ″", Minimum = 0.01, Maximum = 10)]
    public double Curvature { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("half a percent more", this with { Factor = 1.005 }, Below),
        new("a² = 1.98αuξ″", this with { Curvature = 1.98 }, Below),
        new("−0.505z*/α", this with { Rate = 0.505 }, Above),
    ];

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Degrees = [2, 3, 4, 11, 30], Constants = [2.5, 8, 20, 100], Steps = 4000, Gap = 0.0005 };

    protected override Experiment<DescentEndCell, DescentEndOutcome> Experiment { get; } = new DescentEndExperiment();

    protected override IReadOnlyList<DescentEndCell> Cells =>
    [
        .. from p in Degrees
           from constant in Constants
           from α in (double[])[Threshold(p, constant) * (1 - Gap), Threshold(p, constant) * (1 + Gap)]
           where α < 1
           select new DescentEndCell(Mixture.ConstantAndPower(constant, p), α, Rate, Curvature, Pieces(p)),
    ];

    protected override Evidence Judge(Examination<DescentEndCell, DescentEndOutcome> examination) => Evidence.All(
    [
        examination.Where(IsBelow).ForAllCertainly(
            "√u(1) a little below the threshold, or what goes on below 0", (_, o) => o.Root).Named(Below),
        examination.Where(cell => !IsBelow(cell)).ForAllCertainly(
            "−√u(1) a little above the threshold", (_, o) => -o.Root).Named(Above),
    ]);

    // The path of a high power bends at its end alone, where pieces have to be shorter.
    private int Pieces(int p) => Steps * ((p + 31) / 32);

    // The enclosure's width is far below the gap.
    private double Threshold(int p, double constant) => Factor * PowerThreshold.Of(constant, p).Midpoint;

    // ξ_0 falls with α along the threshold.
    private bool IsBelow(DescentEndCell cell) =>
        PowerThreshold.ConstantAt(cell.Ratio / Factor, cell.Mixture.Degree).Lower > cell.Mixture.Constant;
}
