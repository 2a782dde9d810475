using Verification.Implementation.Experiments;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Implementation.RandomSystems.Model;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Existence;

// Below the gray region solutions exist: the abstract of the paper says so. A proven zero of one system below is a
// counterexample to the printed line, many of them say that it is not a matter of probability.

/// <summary>Exact solutions exist below α_LB, and none above α_UB.</summary>
public sealed partial record ExistenceBounds : Claim<SphereZeroCell, SphereZeroOutcome>
{
    private const string Below = "below", Above = "above";

    private const int Degree = 3;

    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/existence-bounds",
        Title = "Below the gray region exact solutions exist, above it they do not",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("Q1: ξ(q) = ξ_0 + q^11; Phase diagram (ξ(q) = ξ_0 + q^3)"),
        Quotations =
        [
            @"Above gray region, $\alpha > \alpha_{\text{UB}}(\xi_0)$: $\text{Sol}_{n,d}(\varepsilon) = \emptyset$",
            @"Below gray region, $\alpha < \alpha_{\text{LB}}(\xi_0)$: $\text{Sol}_{n,d}(0) = \emptyset$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \alpha>\alpha_{\mathrm{UB}}(\xi_0)\Rightarrow \mathrm{Sol}_{n,d}(\varepsilon)=\emptyset;\quad
            \alpha<\alpha_{\mathrm{LB}}(\xi_0)\Rightarrow \mathrm{Sol}_{n,d}(0)=\emptyset
            \text{, with high probability}
            """)
        {
            Corrected =
                """
                \alpha<\alpha_{\mathrm{LB}}(\xi_0)\Rightarrow \mathrm{Sol}_{n,d}(0)\ne\emptyset;\quad
                \alpha>\alpha_{\mathrm{UB}}(\xi_0)\Rightarrow \mathrm{Sol}_{n,d}(\varepsilon)=\emptyset
                \text{ for } 0\le\varepsilon\le\varepsilon_0(\alpha,\xi_0)
                """,
            Reason =
                "The sign of the second line is wrong, on both slides: the abstract of arXiv:2306.13326 has exact "
                + "solutions below the lower threshold. Smallest case: $d=3$, $n=1$, $\\xi_0=3$: where the "
                + "cubic part, which is odd, exceeds $|F(0)|$ somewhere, $F$ takes both signs on the sphere. The first "
                + "line wants a small $\\varepsilon$: for $\\varepsilon>1$ a fixed point solves.",
        },
        Hypotheses = ["ξ = ξ_0 + q³", "n/d < α_LB = 0.5839 for ξ_0 = 2", "n/d > α_UB = 0.0136 for ξ_0 = 200"],
        Method =
            "Systems in few dimensions. Newton's method on the sphere finds a zero, Krawczyk's operator proves it; in "
            + "at most four dimensions boxes over the whole sphere prove that there is none. What neither settles is "
            + "open. Of the quoted Sol(ε) = ∅ above only Sol(0) = ∅ is proven. The shares are those of these "
            + "dimensions; that they tend to 1 is not examined.",
    };

    [Parameter("dimension", "d of the systems below", Minimum = 2, Maximum = 40, Size = true)]
    public Choices<int> Dimensions { get; init; } = [4, 8];

    [Parameter("ratio", "n/d of the systems below, before n is rounded", Minimum = 0.01, Maximum = 0.99)]
    public double Ratio { get; init; } = 0.25;

    [Parameter("constant", "ξ_0 of the systems below", Minimum = 0.001, Maximum = 1e6)]
    public double Constant { get; init; } = 2;

    [Parameter("upper-dimension", "d of the systems above, which have d − 1 equations", Minimum = 2, Maximum = 4)]
    public Choices<int> UpperDimensions { get; init; } = [3, 4];

    [Parameter("upper-constant", "ξ_0 of the systems above", Minimum = 0.001, Maximum = 1e6)]
    public double UpperConstant { get; init; } = 200;

    [Parameter("share", "share of the systems, at least", Minimum = 0.01, Maximum = 0.99)]
    public double Share { get; init; } = 0.5;

    [Parameter("is-empty-below", "whether there is no zero below")]
    public bool IsEmptyBelow { get; init; }

    public override Claim AsPrinted => this with { IsEmptyBelow = true };

    public override string PrintedPart => Below;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new(
            "ξ_0 = 10⁴ and d = 4 below, which lies above α_UB",
            this with { Constant = 1e4, Dimensions = [4] },
            Below),
        new("ξ_0 = 0.1 above, which is no such place", this with { UpperConstant = 0.1 }, Above),
    ];

    // By the bounds that come from the moments; a coarse enclosure of α_LB tells as long as n/d is not next to it.
    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            double lower = SecondMomentBound.Of(Constant, Degree, width: 1e-3).Lower;
            if (CellsBelow.Any(cell => !(cell.Equations / (double)cell.Dimension < lower)))
                yield return "n/d of the systems below is less than α_LB";
            double upper = FirstMomentBound.Of(UpperConstant, Degree).Upper;
            if (CellsAbove.Any(cell => !(cell.Equations / (double)cell.Dimension > upper)))
                yield return "n/d of the systems above is more than α_UB";
        }
    }

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [4, 8, 12] },
        _ => this with { Dimensions = [4, 8, 12, 16] },
    };

    protected override Experiment<SphereZeroCell, SphereZeroOutcome> Experiment { get; } = new SphereZeroExperiment();

    protected override IReadOnlyList<SphereZeroCell> Cells =>
        [.. CellsBelow, .. CellsAbove];

    private IEnumerable<SphereZeroCell> CellsBelow => Dimensions.Select(d => new SphereZeroCell(
        Mixture.ConstantAndPower(Constant, Degree), d, Math.Clamp((int)Math.Round(Ratio * d), 1, d - 1)));

    private IEnumerable<SphereZeroCell> CellsAbove => UpperDimensions.Select(d =>
        new SphereZeroCell(Mixture.ConstantAndPower(UpperConstant, Degree), d, d - 1));

    // In pilots of 300 draws 0.92 and 0.98 of the systems were settled as expected at d = 4 and 8 below, 0.98 and 0.97
    // at d = 3 and 4 above, 0.96 as the variant at d = 4 below; what is open counts against it. The smaller of the two
    // groups decides how many it takes.
    protected override int TrialsNeeded(double level) =>
        (TrialDesign.TrialsNeeded(Share, Math.Max(0.91, 0.5 * (1 + Share)), level) - 1)
            / Math.Min(Dimensions.Count, UpperDimensions.Count) + 1;

    protected override Evidence Judge(Examination<SphereZeroCell, SphereZeroOutcome> examination) => Evidence.All(
    [
        examination.Where(CellsBelow.Contains).Count(
            IsEmptyBelow ? "below α_LB there is no zero" : "below α_LB there is a zero",
            (_, o) => Result(IsEmptyBelow ? o.IsEmpty : o.HasZero, o),
            Share).Named(Below),
        examination.Where(CellsAbove.Contains).Count(
            "above α_UB there is no zero", (_, o) => Result(o.IsEmpty, o), Share).Named(Above),
    ]);

    private static TrialResult Result(bool happened, SphereZeroOutcome o) =>
        happened ? TrialResult.Success : o.HasZero || o.IsEmpty ? TrialResult.Failure : TrialResult.Open;
}
