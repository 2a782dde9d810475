using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Probability;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Model;

// ‖F(x)‖²/ξ(1) is χ²_n at a point that does not depend on F, which is in Sol(ε) with probability P(χ²_n ≤ nε): this
// tends to 0 for ε < 1 and to 1 for ε > 1. n ≥ d equations on a sphere of dimension d − 1 have no common zero almost
// surely.

/// <summary>Which points are approximate solutions, and where there are no exact ones.</summary>
public sealed record SolutionSet : Claim<SolutionSetCell, SolutionSetOutcome>
{
    private const string Typical = "typical points", Empty = "as many equations as variables";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/solution-set",
        Title = "A fixed point is in Sol(ε) with probability P(χ²_n ≤ nε); n ≥ d equations have no solution",
        Kind = ClaimKind.Identity,
        Guarantee = Guarantee.Tight,
        Source = RandomSystemsTalk.At("Cost function and approximate solutions"),
        Quotations =
        [
            @"\text{Sol}_{n,d}(\varepsilon) := \left\{ \mathbf{x} \in \mathbb{S}^{d-1} : "
                + @"\|\mathbf{F}(\mathbf{x})\|_2^2 \leq n\xi(1) \cdot \varepsilon \right\}.",
        ],
        Statement = new(
            """
            \Pr(x_0\in\mathrm{Sol}_{n,d}(\varepsilon))=\Pr(\chi^2_n\le n\varepsilon),
            \text{ which tends to } 1 \text{ for } \varepsilon>1 \text{ and to } 0 \text{ for } \varepsilon<1;
            \mathrm{Sol}_{n,d}(0)=\emptyset \text{ almost surely for } n\ge d
            """),
        Hypotheses = ["x₀ does not depend on F", "ξ is not constant for the statement on exact solutions"],
        Method =
            "The definition makes Sol(ε) grow with ε, and typical points enter at ε = 1. Shares of random points that "
            + "are in Sol(ε), at one ε below and one above, against the law of χ². Boxes over the whole circle prove "
            + "that n = d equations have no common zero; where they ran out the system is open.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 3:q3 for 3 + q³")]
    public Mixture Mixture { get; init; } = Mixture.Parse("3:q3", null);

    [Parameter("equations", "n of the systems whose points are looked at", Minimum = 1, Maximum = 300, Size = true)]
    public Choices<int> Equations { get; init; } = [2, 8];

    [Parameter("epsilon", "ε", Minimum = 0, Maximum = 3)]
    public Choices<double> Thresholds { get; init; } = [0.6, 1.4];

    [Parameter("dimension", "d of these systems, and of those without solutions up to 4", Minimum = 2, Maximum = 20)]
    public int Dimension { get; init; } = 2;

    [Parameter("excess", "n − d of the systems without solutions", Minimum = -1, Maximum = 3)]
    public int Excess { get; init; }

    [Parameter("level", "the level of Sol over nξ(1)ε", Minimum = 0, Maximum = 10)]
    public double Level { get; init; } = 1;

    [Parameter("share", "share of systems proven to have no solution, at least", Minimum = 0.5, Maximum = 0.99)]
    public double Share { get; init; } = 0.9;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Dimension > 4)
                yield return "boxes cover spheres for d ≤ 4 only";
            if (Mixture.Degree == 0)
                yield return "ξ is not constant";
            if (Mixture.Degree > 4)
                yield return "the degree is 4 at most here";
        }
    }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("‖F‖² ≤ nξ(1)ε/2, the level of the risk", this with { Level = 0.5 }, Typical),
        new("a level half as high again", this with { Level = 1.5 }, Typical),
        new("n = d − 1 equations, which may have a solution", this with { Excess = -1 }, Empty),
    ];

    public override int Decisions => 1 + Equations.Distinct().Count() * Thresholds.Count;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Equations = [2, 8, 32] };

    protected override Experiment<SolutionSetCell, SolutionSetOutcome> Experiment { get; } =
        new SolutionSetExperiment();

    protected override IReadOnlyList<SolutionSetCell> Cells => UnmetHypotheses.Any()
        ? []
        : [.. Equations.Select(n => new SolutionSetCell(Mixture, Dimension, n, 0)), EmptyCell];

    private SolutionSetCell EmptyCell => new(Mixture, Dimension, Math.Max(1, Dimension + Excess), Boxes);

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsToPin(Resolution, level);

    protected override Evidence Judge(Examination<SolutionSetCell, SolutionSetOutcome> examination) => Evidence.All(
    [
        .. from n in Equations.Distinct()
           from ε in Thresholds
           select examination.Where(cell => cell.Boxes == 0 && cell.Equations == n).AgreeInShare(
               string.Create(CultureInfo.InvariantCulture, $"the point is in Sol({ε}), n = {n}"),
               (cell, o) => Result(o.Level / cell.Mixture.Derivative(1), Level * ε),
               ChiSquareLaw.Probability(n * ε, n),
               finiteSizeCorrection: 1e-12,
               Resolution).Named(Typical),
        examination.Where(cell => cell.Boxes > 0).Count(
            "n ≥ d equations have no common zero",
            (_, o) => o.IsEmpty ? TrialResult.Success : o.HasZero ? TrialResult.Failure : TrialResult.Open,
            Share).Named(Empty),
    ]);

    private const int Boxes = 60;

    // Half of the level again shifts the share by 0.26 at n = 8, ε = 0.6, more than twice as much.
    private const double Resolution = 0.1;

    // Rounding leaves the draw open.
    private static TrialResult Result(double level, double threshold) =>
        Math.Abs(level - threshold) <= 1e-11 * (1 + threshold) ? TrialResult.Open
        : level < threshold ? TrialResult.Success
        : TrialResult.Failure;
}
