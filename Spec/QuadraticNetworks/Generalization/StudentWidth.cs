using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// "For any m̂" some interpolant of width m̂ is not the teacher, where the X_iX_iᵀ do not span S: false for narrow
// students. Rank reduction builds one of width r0 = max{r : r(r+1)/2 ≤ dim span}; for width 1 a complete search over
// signs decides.

/// <summary>How wide a student has to be to interpolate without being the teacher.</summary>
public sealed partial record StudentWidth : Claim<StudentWidthCell, StudentWidthOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/student-width",
        Title = "Without the span condition, students of width r0 ≤ d − 1 or more can interpolate wrongly",
        Kind = ClaimKind.Counterexample,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Quotations =
        [
            @"Suppose $\text{span}(X_i X_i^T : 1 \leq i \leq N) \subsetneq \mathcal{S}$. Then for any $\hat{m} \in "
            + @"\mathbb{N}$, there exists a $W \in \mathbb{R}^{\hat{m} \times d}$ such that "
            + @"while $W$ interpolates the data […], $W^T W \neq (W^*)^T W^*$.",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \mathrm{span}(X_iX_i^T : 1\le i\le N)\subsetneq\mathcal{S} \Rightarrow
            \text{for every } \hat m\in\mathbb{N} \text{ some } W\in\mathbb{R}^{\hat m\times d}
            \text{has } f(W;X_i)=f(W^*;X_i) \text{ for every } i \text{ and } W^TW\ne W^{*T}W^*
            """)
        {
            Corrected =
                """
                \text{the same for every } \hat m \ge r_0=\max\{r : \tfrac{r(r+1)}{2}\le \dim\mathrm{span}(X_iX_i^T)\},
                \text{in particular for } \hat m\ge d-1, \text{ given } \mathrm{rank}(W^*)=d
                """,
            Reason =
                "A narrow student may be unable to interpolate at all. Smallest counterexample: d = 3, W* = I, X = "
                + "{e1, e2, e1+e2}, whose X_iX_iᵀ span 3 of 6 dimensions; width 1 needs "
                + "w1² = w2² = 1 and (w1+w2)² = 2, but (w1+w2)² is 0 or 4. From r0 on, an extreme point of the "
                + "interpolating Gram matrices serves (Barvinok 1995, Pataki 1998).",
        },
        Hypotheses =
        [
            "rank(W*) = d; with W* = 0 and X_i spanning R^d the only interpolant is 0",
            "the X_iX_iᵀ do not span the symmetric matrices",
            "m̂ ≥ r0",
        ],
        Method =
            "On Gaussian data and on small-integer data (coordinates −1, 0, 1 with W* = I) the walk from S* through "
            + "the faces of the cone of positive semidefinite matrices has to end at an "
            + "interpolant of width at most r0 that is not the teacher. For width 1 all sign patterns of ⟨w, X_i⟩ = "
            + "±√Y_i are tried, which decides existence (an exact interpolant is proved to "
            + "exist beside a computed one, or every pattern to fail by more than rounding); generic data have such a "
            + "student exactly up to N = d. Draws that neither decides stay open and are "
            + "counted. A width one less, or one sample more for width 1, is seen.",
    };

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 7, Size = true)]
    public Choices<int> Dimensions { get; init; } = [2, 3, 4];

    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 27, Size = true)]
    public Choices<int> Samples { get; init; } = [1, 2, 3, 4, 5, 8];

    [Parameter("width", "width that is said to suffice")]
    public WidthRule Width { get; init; } = WidthRule.RankBound;

    [Parameter("span-missing", "whether the X_iX_iᵀ have to miss some direction")]
    public bool SpanMissing { get; init; } = true;

    [Parameter(
        "width-one-beyond", "generic data have a width-1 interpolant up to N = d plus this", Minimum = -5, Maximum = 5)]
    public int WidthOneBeyond { get; init; }

    public override Claim AsPrinted => this with { Width = WidthRule.Any };

    public override string PrintedPart => Sufficient;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("width r0 − 1 suffices", this with { Width = WidthRule.BelowRankBound }, Sufficient),
        new("also where the data span everything", this with { SpanMissing = false }, Sufficient),
        new("generic data have a width-1 interpolant up to N = d + 1", this with { WidthOneBeyond = 1 }, WidthOne),
    ];

    public override int Decisions => 2;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [2, 3, 4, 5], Samples = [1, 2, 3, 4, 5, 6, 8, 9, 12, 14] },
        _ => this with { Dimensions = [2, 3, 4, 5, 6], Samples = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20] },
    };

    protected override Experiment<StudentWidthCell, StudentWidthOutcome> Experiment { get; } =
        new StudentWidthExperiment();

    protected override IReadOnlyList<StudentWidthCell> Cells =>
    [
        .. from data in (DataKind[])[DataKind.SmallIntegers, DataKind.Gaussian]
           from d in Dimensions
           from n in Samples
           select new StudentWidthCell(data, d, n),
    ];

    protected override int TrialsNeeded(double level) => TrialsOverDesign(level, excess: 0.01);

    protected override Evidence Judge(Examination<StudentWidthCell, StudentWidthOutcome> examination)
    {
        return Evidence.All(
            examination.Given((_, o) => (!SpanMissing || o.SpanDimension < o.FullDimension) && IsDecidable(o)).ForAll(
                "a student of the width that is said to suffice interpolates and is not the teacher",
                (_, o) => Judged(o),
                InterpolationProof.Derivation
                    + ", or of the search over signs; none where the data span everything, as the teacher alone "
                    + "interpolates",
                InterpolationProof.Resolution)
                .Named(Sufficient),
            examination
                .Where(cell => cell.Data == DataKind.Gaussian && cell.Samples <= cell.Dimension + WidthOneBeyond)
                .ForAll(
                    "generic data have a width-1 interpolant up to N = d",
                    (_, o) => o.WidthOneMisfit,
                    (_, o) => WidthOneTolerance(o),
                    InterpolationProof.Derivation + ", or of the search over signs",
                    InterpolationProof.Resolution).Named(WidthOne));
    }

    private const string Sufficient = "sufficient";

    private const string WidthOne = "width-one";

    private int Suffices(StudentWidthOutcome o) => Math.Max(1, Width switch
    {
        WidthRule.RankBound => o.GuaranteedWidth,
        WidthRule.BelowRankBound => o.GuaranteedWidth - 1,
        _ => 1,
    });

    // Width 1 is decided by complete search, widths from the constructed one on by construction; widths between are
    // open and left out.
    private bool IsDecidable(StudentWidthOutcome o) =>
        Suffices(o) is var width && (width == 1 || width >= o.ConstructedWidth || Width == WidthRule.RankBound);

    private Bounded Judged(StudentWidthOutcome o)
    {
        int width = Suffices(o);
        if (o.SpanDimension == o.FullDimension)
            return new(1, 0);

        // An interpolant that may be the teacher decides nothing, nor does a construction that ended too wide.
        if (width >= o.ConstructedWidth && o.ConstructedDistance > o.ConstructedDistanceError)
            return new(
                o.ConstructedMisfit,
                InterpolationProof.Tolerance(o.ConstructedMisfit, o.ConstructedMisfitError, o.ConstructedShift));
        return width == 1 ? new(o.WidthOneMisfit, WidthOneTolerance(o)) : new(1, double.PositiveInfinity);
    }

    // The search over signs is complete: a positive lower bound proves that there is no interpolant of width 1.
    private static double WidthOneTolerance(StudentWidthOutcome o) =>
        InterpolationProof.Exists(o.WidthOneShift) ? Math.Max(o.WidthOneShift, o.WidthOneMisfit)
        : o.WidthOneLowerBound > 0 ? o.WidthOneMisfit - o.WidthOneLowerBound
        : double.PositiveInfinity;
}
