using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.HessianDescent;

// At the center the gradient of the linear term gains −c√r at radius √r, and Hessian descent, which moves where DF
// vanishes almost, gains O(r): a first phase that minimizes the affine part of F starts lower, and the equation keeps
// the order of solutions. How much is won is enclosed.

/// <summary>Hessian descent is not optimal where F has a term of degree 1.</summary>
public sealed record TwoPhase : Claim<TwoPhaseCell, TwoPhaseOutcome>
{
    private const string Gain = "gain", Threshold = "threshold", Always = "always";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/two-phase",
        Title =
            "With a term of degree 1, where Hessian descent ends above 0, the equation of two phases ends lower",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At("Is HD optimal (among polytime algs)?"),
        Quotations =
        [
            @"Suboptimal when $\mathbf{F}(\mathbf{x})$ has degree-1 term",
            @"$\text{Sol}_{n,d}(0)$ not centered at $\mathbf{0}$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"\xi_1>0:\ \text{Hessian descent does not reach the least risk at all } \alpha<1 \text{ at which it can "
                + @"be reached}")
        {
            Corrected =
                """
                \xi_1>0,\ u(1)>0:\quad u_2(1)<u(1) \text{ for some } \lambda>0,
                u_2 \text{ solves the equation of Hessian descent from } r \text{ on,}
                u_2(r)=\tfrac12\Big(e+\sum_{k\ge2}\xi_kr^k\Big),\quad
                e=\xi_0\!\int\!\frac{\lambda^2}{(s+\lambda)^2}\mu(ds),\quad
                r=\frac{\alpha\xi_0}{\xi_1}\!\int\!\frac{s}{(s+\lambda)^2}\mu(ds),
                \mu \text{ the law of Marchenko and Pastur of ratio }\alpha;\quad
                \text{for }\xi=4+q+q^3,\ \alpha=\tfrac12:\ u_2(1)=0<u(1)
                """,
            Reason =
                "Where Hessian descent ends at 0 nothing does better. Without a constant it starts there. For "
                + "$\\xi=\\frac12+\\frac1{10}q+q^3$, which has both terms, it ends there at $\\alpha=0.9$, and at each "
                + "α < 1 that was tried.",
        },
        Hypotheses =
        [
            "0 < α < 1, ξ_1 > 0",
            "u(1) > 0: below the threshold of Hessian descent both end at 0",
            "the first phase is a reconstruction; the talk says that the fix is in the paper",
        ],
        Method =
            "Both equations solved with proven bounds of their errors, in two phases from the best of a grid of radii. "
            + "√u_2(1) has to lie at least a twentieth below √u(1) for three mixtures at α from 0.6 to 0.95, at all "
            + "below √u(1), and below 0, past which the path goes on, at a ratio between the two thresholds. The "
            + "limits e and r are derived from ridge regression, not simulated.",
    };

    [Parameter("mixture", "ξ as terms joined by colons", Values = "terms such as 4:q:q3 for 4 + q + q³")]
    public Choices<Mixture> Mixtures { get; init; } = [.. Named];

    [Parameter("ratio", "α", Minimum = 0.01, Maximum = 0.99)]
    public Choices<double> Ratios { get; init; } = [0.7, 0.9];

    [Parameter("between", "α at which 4 + q + q³ is solved in two phases and not by Hessian descent", Minimum = 0.01,
        Maximum = 0.99)]
    public double Between { get; init; } = 0.5;

    [Parameter("steps", "pieces of each path", Minimum = 50, Maximum = 100_000)]
    public int Steps { get; init; } = 100;

    [Parameter("gain", "√u_2(1) lies below √u(1) by this share at least, where a share is claimed", Minimum = 0,
        Maximum = 1)]
    public double SmallestGain { get; init; } = 0.05;

    [Parameter("everywhere", "whether the share is claimed for all ξ and α")]
    public bool IsClaimedEverywhere { get; init; }

    [Parameter("always", "whether Hessian descent is said to end above 0 for every ξ with a term of degree 1")]
    public bool IsAlways { get; init; }

    public override Claim AsPrinted => this with { IsAlways = true };

    public override string PrintedPart => Always;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("without a term of degree 1 too: ξ = 4 + q³", this with
        {
            Mixtures = [Mixture.Parse("4:q3", null)], IsClaimedEverywhere = true,
        }, Gain),
        new("a gain of an eighth of √u in each", this with { SmallestGain = 0.125 }, Gain),
        new("solved in two phases at α = 0.62 as well", this with { Between = 0.62 }, Threshold),
        new("not solved by Hessian descent at α = 0.455 already", this with { Between = 0.455 }, Threshold),
    ];

    // Without a term of degree 1 there is no first phase, and where Hessian descent ends at 0 nothing to gain.
    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!Mixtures.All(mixture => mixture.Degree >= 1 && mixture.Coefficients[1] > 0))
                yield return "ξ_1 is positive";
            if (!Mixtures.Any(mixture => Ratios.Any(
                ratio => ThresholdPath.LastRootOf(new(mixture, ratio), Steps) > 0)))
                yield return "u(1) > 0 for one ξ and α at least";
        }
    }

    public override Claim At(Tier tier) => tier == Tier.Smoke
        ? this
        : this with { Ratios = [0.6, 0.7, 0.8, 0.9, 0.95], Steps = 600 };

    protected override Experiment<TwoPhaseCell, TwoPhaseOutcome> Experiment { get; } = new TwoPhaseExperiment();

    protected override IReadOnlyList<TwoPhaseCell> Cells =>
    [
        .. from mixture in Mixtures
           from ratio in Ratios
           select new TwoPhaseCell(mixture, ratio, Steps),
        BetweenCell,
        .. IsAlways ? [SolvedCell] : (TwoPhaseCell[])[],
    ];

    // α = 0.9 lies in the range of this mixture in which Hessian descent ends at 0.
    private TwoPhaseCell SolvedCell => new(Mixture.Parse("0.5:0.1q:q3", null), 0.9, Steps);

    private TwoPhaseCell BetweenCell => new(Mixture.Parse("4:q:q3", null), Between, Steps * 2);

    protected override Evidence Judge(Examination<TwoPhaseCell, TwoPhaseOutcome> examination) => Evidence.All(
    [
        // Where Hessian descent ends at 0 nothing is claimed.
        examination
            .Where(cell => cell != BetweenCell)
            .Given((_, o) => o.DescentLower > 0)
            .ForAllCertainly(
                "√u_2(1) − (1 − gain)√u(1)",
                (cell, o) => o.TwoPhase - (1 - Interval.Of(GainOf(cell))) * o.Descent).Named(Gain),
        examination.Where(cell => cell == BetweenCell).ForAllCertainly(
            "the larger of √u_2(1) and −√u(1)",
            (_, o) => Interval.Max(o.TwoPhase, -o.Descent)).Named(Threshold),
        .. IsAlways
            ?
            [
                examination.Where(cell => cell == SolvedCell)
                    .ForAllCertainly("−√u(1)", (_, o) => -o.Descent).Named(Always),
            ]
            : (Evidence[])[],
    ]);

    // The share is that of the mixtures and ratios for which it was computed. As ξ_1 → 0 the gain vanishes.
    private double GainOf(TwoPhaseCell cell) =>
        IsClaimedEverywhere || (Named.Contains(cell.Mixture) && cell.Ratio is >= 0.6 and <= 0.95) ? SmallestGain : 0;

    private static IReadOnlyList<Mixture> Named { get; } =
        [Mixture.Parse("4:q:q3", null), Mixture.Parse("2:0.25q:q2", null), Mixture.Parse("8:3q:q5", null)];
}
