using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Zeros;

// "Deterministically" is for every F. As a subset of C^d the zeros are lines; as points of the projective space x₁^p
// has one, which counts p times, and x₁x₂, x₁x₃ have the points (0 : s : t). Bezout's theorem: where they are finitely
// many, they are ∏p_i, counted with multiplicity. For random coefficients they are almost surely finite and simple.

/// <summary>How many complex zeros a square system has.</summary>
public sealed partial record BezoutNumber : Claim<BezoutCell, BezoutOutcome>
{
    private const string Random = "random systems", Degenerate = "degenerate systems";

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/bezout-number",
        Title = "A random system of n forms in n + 1 variables has ∏p_i distinct complex zeros; not every system has",
        Kind = ClaimKind.AlmostSure,
        Source = RandomSystemsTalk.At("History: Classical (complex) setting", "E. Bezout, 1779"),
        Quotations =
        [
            @"$$\mathbf{F} : \mathbb{C}^d \rightarrow \mathbb{C}^n, \text{ homogeneous, } \deg(F_i) = p_i$$",
            "For $n = d - 1$, deterministically:",
            @"$$|\text{Sol}_{n,d}(0)| = \prod_{i=1}^n p_i$$",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            F_1,\dots,F_n \text{ homogeneous in } n+1 \text{ variables}:\
            |\{z\in\mathbb{P}^n(\mathbb{C}):F(z)=0\}|=\prod_{i=1}^n p_i
            """)
        {
            Corrected =
                """
                \text{if the set is finite, it has } \prod_{i=1}^n p_i \text{ points, counted with multiplicity};
                \text{for Kostlan's law it almost surely has } \prod_{i=1}^n p_i \text{ distinct points}
                """,
            Reason =
                "$x_1^p$ has the one zero $(0:1)$, $p$ times, and $x_1x_2=x_1x_3=0$ on the whole line $x_1=0$. Read in "
                + "$\\mathbb{C}^d$ or on a sphere, as Sol is defined, a zero brings all its multiples, and the set is "
                + "infinite or has 0 alone.",
        },
        Hypotheses = ["zeros are lines through 0", "n = d − 1"],
        Method =
            "n ≥ 2: all ∏p_i paths of the homotopy from z_i^p_i − z_0^p_i are followed, each end is certified by "
            + "Krawczyk's test in circular arithmetic, and polydiscs are shown to be disjoint; that there are no more "
            + "is Bezout's theorem and not examined. n = 1: distinct zeros by the greatest common divisor with the "
            + "derivative, in exact arithmetic, which also shows that there are no others. A path that fails is open. "
            + "x₁^p, x₁²x₂(x₁ − x₂) and x₁x₂, x₁x₃ in exact arithmetic; multiplicities are the orders to which the "
            + "forms vanish at their zeros, found one by one.",
    };

    [Parameter("n", "equations of the systems with two degrees", Minimum = 2, Maximum = 12, Size = true)]
    public Choices<int> Equations { get; init; } = [2, 3];

    [Parameter("degree", "degree of all forms but the last", Minimum = 1, Maximum = 10, Size = true)]
    public int Degree { get; init; } = 2;

    [Parameter("last", "degree of the last form", Minimum = 1, Maximum = 10, Size = true)]
    public int LastDegree { get; init; } = 3;

    [Parameter("binary", "degree of the form in two variables", Minimum = 2, Maximum = 12, Size = true)]
    public int BinaryDegree { get; init; } = 5;

    [Parameter("sum", "whether the count is Σp_i")]
    public bool IsSum { get; init; }

    [Parameter("less", "what is taken from the count", Minimum = -5, Maximum = 5)]
    public int Less { get; init; }

    [Parameter("finite", "whether the set has to be finite")]
    public bool AsksFinite { get; init; } = true;

    [Parameter("multiplicities", "whether zeros count with their multiplicities")]
    public bool CountsMultiplicities { get; init; } = true;

    public override Claim AsPrinted => this with { AsksFinite = false, CountsMultiplicities = false };

    public override string PrintedPart => Degenerate;

    public override IEnumerable<string> UnmetHypotheses =>
        Feasible.Count == Equations.Count
            ? []
            : [$"∏p_i has to be {BezoutExperiment.PathsAtMost} at most, the paths that are followed"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("∏p_i − 1", this with { Less = 1 }, Random),
        new("Σp_i", this with { IsSum = true }, Random),
        new("finite, without multiplicities", this with { CountsMultiplicities = false }, Degenerate),
        new("with multiplicities, finite or not", this with { AsksFinite = false }, Degenerate),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with { Equations = [2, 3, 4, 5] };

    protected override Experiment<BezoutCell, BezoutOutcome> Experiment { get; } = new BezoutExperiment();

    protected override IReadOnlyList<BezoutCell> Cells =>
    [
        new(FormFamily.Kostlan, 1, 1, BinaryDegree),
        .. Feasible.Select(n => new BezoutCell(FormFamily.Kostlan, n, Degree, LastDegree)),
        new(FormFamily.Power, 1, 1, BinaryDegree),
        new(FormFamily.Mixed, 1, 1, 4),
        new(FormFamily.SharedFactor, 2, 2, 2),
    ];

    protected override int TrialsNeeded(double level) =>
        (TrialDesign.TrialsToSee(0.05, level) + Equations.Count) / (Equations.Count + 1);

    protected override Evidence Judge(Examination<BezoutCell, BezoutOutcome> examination) => Evidence.All(
    [
        examination.Where(cell => cell.Family == FormFamily.Kostlan).Count(
            "as many distinct zeros as claimed", (_, o) => Result(o), probability: 1).Named(Random),
        examination.Where(cell => cell.Family != FormFamily.Kostlan)
            .Given((_, o) => o.IsFinite || !AsksFinite)
            .ForAll(
                "|zeros − ∏p_i| of x₁^p, of x₁²x₂(x₁ − x₂) and of x₁x₂, x₁x₃",
                (_, o) => Math.Abs((CountsMultiplicities ? o.WithMultiplicity : o.Distinct) - o.Product),
                (_, _) => 0,
                "none: integers").Named(Degenerate),
    ]);

    private List<int> Feasible =>
        [.. Equations.Where(n => BezoutExperiment.IsFeasible(n, Degree, LastDegree))];

    private TrialResult Result(BezoutOutcome o)
    {
        int claimed = (IsSum ? o.Sum : o.Product) - Less;
        return o.Distinct == claimed ? TrialResult.Success
            : o.Distinct > claimed || o.IsAll ? TrialResult.Failure
            : TrialResult.Open;
    }
}
