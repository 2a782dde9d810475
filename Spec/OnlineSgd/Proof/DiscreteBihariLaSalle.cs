using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.OnlineSgd.Proof;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Proof;

// u_t ≥ a₀ + a₁Σ_{s<t}u_s^(k−1). With n = k − 2 and y = u^n ≤ 1 one step gains u^−n − (u⁺)^−n = (1 − (1 + a₁y)^−n)/y,
// which falls in y: at least 1 − (1 + a₁)^−n ≥ n·a₁/(1 + a₁)^(n+1). The lecture has n·a₁/(1 + a₁), which is the former
// for n = 1 and too large for n ≥ 2.

/// <summary>The lower bound of sequences that grow by their own powers.</summary>
public sealed partial record DiscreteBihariLaSalle : Claim<GrowthSequenceCell, GrowthSequenceOutcome>
{
    private const string Geometric = "k = 2", Power = "k > 2";

    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/discrete-bihari-lasalle",
        Title = "The discrete Bihari–LaSalle bound, with a constant that is smaller than printed for k ≥ 4",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = OnlineSgdLecture.At("Proof of the theorem, ② Controlling the drift term, lemma"),
        Quotations =
        [
            @"$u_t \geq a_0 + a_1 \sum_{s=0}^{t-1} u_s^{k-1}$",
            @"$u_t \geq a_0(1+a_1)^t$",
            @"$u_t \geq \min\left(1, \frac{1}{(a_0^{-(k-2)} - \frac{k-2}{(1+a_1)} a_1 "
                + @"t)^{\frac{1}{k-2}}}\right)$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            u_t\ge a_0+a_1\sum_{s<t}u_s^{k-1} \text{ for all } t \text{ implies }
            u_t\ge a_0(1+a_1)^t \text{ for } k=2,\quad
            u_t\ge\min(1,(a_0^{-(k-2)}-\frac{(k-2)a_1}{1+a_1}t)^{-1/(k-2)}) \text{ for } k>2
            """)
        {
            Corrected =
                """
                u_t\ge\min(1,(a_0^{-(k-2)}-c\,t)^{-1/(k-2)}),\quad c=1-(1+a_1)^{-(k-2)}\ge\frac{(k-2)a_1}{(1+a_1)^{k-1}};
                \text{a bracket} \le 1 \text{ reads as the bound } 1
                """,
            Reason =
                "One step from $u\\le 1$ gains $u^{-n}-(u^+)^{-n}\\ge 1-(1+a_1)^{-n}$, $n=k-2$, which is below "
                + "$na_1/(1+a_1)$ for $n\\ge 2$. For $k=4$, $a_0=7/8$, $a_1=13/100$ the first step ends at "
                + "$u_1=0.9621$, below the printed $0.9640$. For $k=3$ both constants agree. With $a_0$ of order "
                + "$d^{-1/2}$, as in the theorem, nothing changes.",
        },
        Hypotheses = ["a₀, a₁ > 0", "k ≥ 2; the second bound for k > 2"],
        Method =
            "Sequences with equality, below which no sequence of the lemma falls, enclosed by interval arithmetic for "
            + "random a₀ and a₁; the bound is compared through the (k−2)-nd powers, without a root.",
    };

    [Parameter("degree", "k > 2", Minimum = 3, Maximum = 30, Size = true)]
    public Choices<int> Degrees { get; init; } = [3, 4, 5, 6, 8];

    [Parameter("steps", "terms of the sequence after the first", Minimum = 1, Maximum = 100, Size = true)]
    public int Steps { get; init; } = 30;

    [Parameter("constant", "which constant c multiplies t")]
    public GrowthConstant Constant { get; init; } = GrowthConstant.Sharp;

    [Parameter("cap", "what the bound is capped at", Minimum = 1, Maximum = 10)]
    public double Cap { get; init; } = 1;

    [Parameter("growth", "g of a₀(1 + g·a₁)^t for k = 2", Minimum = 0.5, Maximum = 2)]
    public double Growth { get; init; } = 1;

    public override Claim AsPrinted => this with { Constant = GrowthConstant.Printed };

    public override string PrintedPart => Power;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("c = (k − 2)a₁, as for the differential equation",
            this with { Constant = GrowthConstant.Continuous }, Power),
        new("capped at 2 in place of 1", this with { Cap = 2 }, Power),
        new("k = 2: a₀(1 + 1.01·a₁)^t", this with { Growth = 1.01 }, Geometric),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) =>
        tier == Tier.Smoke ? this : this with { Degrees = [3, 4, 5, 6, 7, 8, 10, 12], Steps = 100 };

    protected override Experiment<GrowthSequenceCell, GrowthSequenceOutcome> Experiment { get; } =
        new GrowthSequenceExperiment();

    protected override IReadOnlyList<GrowthSequenceCell> Cells =>
        [.. Degrees.Prepend(2).Select(k => new GrowthSequenceCell(k, Steps))];

    protected override int TrialsNeeded(double level) => 2 * TrialDesign.TrialsToSee(0.05, level);

    protected override Evidence Judge(Examination<GrowthSequenceCell, GrowthSequenceOutcome> examination) =>
        Evidence.All([
            examination.Where(cell => cell.Degree == 2).ForAllEnclosed(
                "a₀(1 + a₁)^t/u_t − 1, largest over t", (cell, o) => Worst(cell, o, (t, u) =>
                    Interval.Of(o.First) * Interval.Power(1 + Interval.Of(Growth) * o.Rate, t) / u - 1))
                .Named(Geometric),
            examination.Where(cell => cell.Degree > 2).ForAllEnclosed(
                "1 − u_t^(k−2)·(a₀^(−(k−2)) − ct), or 1 − u_t/cap where the bound is the cap, largest over t",
                (cell, o) => Worst(cell, o, (t, u) => Excess(cell.Degree - 2, o, t, u))).Named(Power),
        ]);

    private Interval Excess(int n, GrowthSequenceOutcome o, int t, Interval u)
    {
        Interval grown = 1 + Interval.Of(o.Rate);
        Interval c = Constant switch
        {
            GrowthConstant.Printed => n * Interval.Of(o.Rate) / grown,
            GrowthConstant.Continuous => n * Interval.Of(o.Rate),
            _ => 1 - 1 / Interval.Power(grown, n),
        };
        Interval bracket = 1 / Interval.Power(o.First, n) - c * t;
        // u ≥ min(cap, bracket^(−1/n)): violated by the smaller excess of the two. A bracket ≤ 0 leaves the cap.
        Interval overCap = 1 - u / Cap;
        return bracket.Upper <= 0 ? overCap : Interval.Min(overCap, 1 - Interval.Power(u, n) * bracket);
    }

    private static Interval Worst(
        GrowthSequenceCell cell, GrowthSequenceOutcome o, Func<int, Interval, Interval> excess) =>
        o.Terms(cell.Degree, cell.Steps).Select((u, t) => excess(t, u)).Aggregate(Interval.Max);
}
