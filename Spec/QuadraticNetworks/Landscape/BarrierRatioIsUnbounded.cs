using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// Beside "tight up to a multiplicative constant": the constant is one of the law. As κ = Var(x²) → 0 the bound Cσ⁴ =
// κσ⁴ vanishes, and the barrier of a teacher whose weakest direction is (1, 1)/√2 and whose other one is strong, ‖W*‖²
// = (1 + 2/κ)σ², stays at 2σ⁴.

/// <summary>The barrier over its bound Cσ⁴ grows without bound as x² stops varying.</summary>
public sealed record BarrierRatioIsUnbounded : Claim<BarrierRatioCell, BarrierRatioOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/barrier-ratio-is-unbounded",
        Title = "No constant serves all laws: the barrier can exceed Cσ⁴ by the factor 2/Var(x²)",
        Kind = ClaimKind.Counterexample,
        Guarantee = Guarantee.Asymptotic,
        Source = StationaryPointsTalk.At(
            "Optimization Landscape: An Energy Barrier, remark (b); the statement is derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            d=2,\ \mu_2=1,\ \kappa=\mathrm{Var}(x^2)\le2,\ W^{*T}W^*=\sigma^2(vv^T+(1+\tfrac2\kappa)(I-vv^T)),\ v=(1,1)/\sqrt2:
            \quad \frac{2}{\kappa}\,C\sigma^4\le\min_{\mathrm{rank}(W)\le1}\mathcal{L}(W)\le\Big(\frac2\kappa+\frac12\Big)C\sigma^4,\quad C=\kappa
            """),
        Hypotheses =
        [
            "coordinates i.i.d., centered, μ2 = 1, 0 < Var(x²) ≤ 2: for instance x² = 1 ± √κ with equal probability "
                + "and a fair sign, κ ≤ 1",
        ],
        Method =
            "A student of rank 1 has a kernel direction; for each the Cauchy–Schwarz inequality bounds the risk from "
            + "below, and branch and bound with intervals takes the least over all directions. From above stands the "
            + "student that forgets the weakest direction. A factor of 2.1 shows.",
    };

    [Parameter("variance", "κ = Var(x²)", Minimum = 1e-6, Maximum = 2, Size = true)]
    public Choices<double> Variances { get; init; } = [1, 0.25, 0.04, 0.01, 1e-4];

    [Parameter("factor", "the c in c/κ times Cσ⁴, from below", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 2;

    [Parameter(
        "uniform", "a factor that is said to serve all laws from above; 0 for 2/κ + ½", Minimum = 0, Maximum = 1e6)]
    public double Uniform { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("2.1/κ from below", this with { Factor = 2.1 }, "lower"),
        new("within fifty times Cσ⁴ for all laws", this with { Uniform = 50 }, "upper"),
    ];

    protected override Experiment<BarrierRatioCell, BarrierRatioOutcome> Experiment { get; } =
        new BarrierRatioExperiment();

    protected override IReadOnlyList<BarrierRatioCell> Cells => [.. Variances.Select(κ => new BarrierRatioCell(κ))];

    // In units of σ⁴: Cσ⁴ is κ, the lower factor c.
    protected override Evidence Judge(Examination<BarrierRatioCell, BarrierRatioOutcome> examination) => Evidence.All(
        examination.ForAll(
            "the barrier is at least (c/κ)·Cσ⁴",
            (_, o) => Factor <= o.Lower ? Factor - o.Lower : Factor - o.Upper,
            (_, o) => Factor <= o.Lower || Factor > o.Upper ? 0 : double.PositiveInfinity,
            "intervals on both sides; open between them")
            .Named("lower"),
        examination
            .ForAll(
                Uniform > 0
                    ? "the barrier is at most a factor of all laws times Cσ⁴"
                    : "the barrier is at most (2/κ + ½)·Cσ⁴",
                (cell, o) => Uniform > 0 ? o.Lower - Uniform * cell.Variance : o.Upper - (2 + cell.Variance / 2),
                (cell, o) =>
                    Uniform > 0 && o.Lower <= Uniform * cell.Variance && o.Upper > Uniform * cell.Variance
                        ? double.PositiveInfinity
                        : 4e-15,
                "intervals on both sides; the explicit student's risk is rounded up")
            .Named("upper"));
}
