using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Remarks"(a), (b), made exact for Gaussian data: each of the 2^d sets of learned directions has a critical level, and
// the lowest above zero is the barrier 2σ⁴(d+2)/(d+1). All of them are constructed; gradient and value are evaluated
// there. That there are no others is not examined.

/// <summary>The critical levels of the Gaussian population risk.</summary>
public sealed record CriticalLevels : Claim<CriticalLevelsCell, CriticalLevelsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/critical-levels",
        Title = "Gaussian data: a critical level for each set of directions, the lowest the sharp barrier",
        Kind = ClaimKind.Identity,
        Source = StationaryPointsTalk.At("Remarks, (a) and (b); the levels are derived here"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            S^*=\mathrm{diag}(s_1<\dots<s_d):
            \quad V_I=\frac{(\sum_{i\notin I}s_i)^2}{1+|I|/2}+2\sum_{i\notin I}s_i^2, \ I\subseteq\{1,\dots,d\};
            \quad \min_{I\ne\{1,\dots,d\}}V_I=2\,\tfrac{d+2}{d+1}\,\sigma_{\min}(W^*)^4
            """),
        Hypotheses =
        [
            "Gaussian data of unit variance (any teacher is diagonal after a rotation)",
            "distinct squared singular values",
        ],
        Method =
            "For each set I the student with M_ii = s_i − τ/2 on I is built; its gradient has to vanish and its risk "
            + "to be V_I. The lowest level other than zero is compared with the sharp constant b_d. A constant off by "
            + "10⁻⁶ shows. That no other critical levels exist is not examined.",
    };

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 10, Size = true)]
    public Choices<int> Dimensions { get; init; } = [1, 2, 3, 5];

    [Parameter("coupling", "the c in 1 + c|I|", Minimum = 0, Maximum = 4)]
    public double Coupling { get; init; } = 0.5;

    [Parameter("lowest", "lowest level above zero, over b_d σ⁴", Minimum = 0, Maximum = 4)]
    public double Lowest { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("1 + 0.55|I| instead of 1 + |I|/2", this with { Coupling = 0.55 }, "stationary"),
        new("0.99 times the barrier as the lowest level", this with { Lowest = 0.99 }, "lowest"),
        new("no coupling of the learned directions", this with { Coupling = 0 }, "stationary"),
    ];

    public override int Decisions => 3;

    protected override Experiment<CriticalLevelsCell, CriticalLevelsOutcome> Experiment { get; } =
        new CriticalLevelsExperiment();

    protected override IReadOnlyList<CriticalLevelsCell> Cells =>
        [.. Dimensions.Select(d => new CriticalLevelsCell(d, Coupling))];

    protected override Evidence Judge(Examination<CriticalLevelsCell, CriticalLevelsOutcome> examination)
    {
        return Evidence.All(
            examination
                .ForAll(
                    "the gradient vanishes at all 2^d points",
                    (_, o) => o.GradientResidual,
                    (_, _) => Tolerance,
                    Derivation)
                .Named("stationary"),
            examination
                .ForAll("their risks are the levels V_I", (_, o) => o.LevelResidual, (_, _) => Tolerance, Derivation)
                .Named("levels"),
            examination
                .ForAll(
                    "the lowest level above zero is the sharp barrier",
                    (cell, o) =>
                        Math.Abs(
                            o.LowestLevel / (Lowest * BarrierConstants.Sharp(CoordinateLaw.Gaussian, cell.Dimension))
                                - 1),
                    (_, _) => Tolerance,
                    Derivation).Named("lowest"));
    }

    // At most D² = 55² products and sums of like size, each within u = 2⁻⁵³, times the square of the spread of
    // strengths over s_1, at most 30² for d ≤ 10: 55²·900·u < 10⁻⁹.
    private const double Tolerance = 1e-9;

    private const string Derivation =
        "rounding of at most 55² terms of one size, times the squared spread of the strengths";
}
