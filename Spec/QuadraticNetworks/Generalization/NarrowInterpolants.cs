using Verification.Implementation.Experiments;
using Verification.Implementation.QuadraticNetworks.Generalization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Generalization;

// Students of width m̂ < d on generic data: width m̂ interpolates up to N = n(m̂) = m̂d − m̂(m̂−1)/2 samples and not
// beyond. Beyond is a theorem: pairs (X, M), rank M ≤ m̂, with X_iᵀ(M − S*)X_i = 0 form a set of dimension n + N(d−1) <
// Nd, whose shadow among the X is null. Up to n is measured.

/// <summary>How many generic samples a narrow student interpolates.</summary>
public sealed record NarrowInterpolants : Claim<NarrowInterpolantCell, NarrowInterpolantOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/narrow-interpolants",
        Title = "Students of width m̂ < d interpolate generic samples up to N = m̂d − m̂(m̂−1)/2",
        Kind = ClaimKind.HighProbability,
        Source = StationaryPointsTalk.At("Sample Complexity"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            n=\hat md-\tfrac{\hat m(\hat m-1)}{2},\ \hat m<d\text{: almost surely no } W\in\mathbb{R}^{\hat m\times d} \text{ interpolates } N>n
            \text{Gaussian samples; in at least four fifths of the draws one does for } N=n, \text{ and hence for every } N\le n
            """),
        Hypotheses =
        [
            "rank(W*) = d; Gaussian data and teacher of width 2d",
            "for N > n the statement is a theorem (the symmetric matrices of rank m̂ have dimension n, and fewer "
            + "values than samples are generic), for m̂ = 1 and N ≤ d too "
            + "(solve ⟨w, X_i⟩ = ±√Y_i), as for N < (m̂+1)(m̂+2)/2 (rank reduction); between, the share is measured",
            "existence up to n is not almost sure: for d = 4, m̂ = 2, N = 7 the interpolants fill a spectrahedron in "
            + "three dimensions, which need not have points of rank 2 "
            + "(Ottem, Ranestad, Sturmfels, Vinzant, arXiv:1311.3675); searches with 300 starts find none in about 4 % "
            + "of draws",
        ],
        Method =
            "Levenberg–Marquardt searches from several starts look for students of width m̂ < d at N = n. A student "
            + "counts as found when an exact interpolant of its width is proved to exist beside "
            + "it (Newton–Kantorovich); one has to be found in 80 % of the draws, and draws without one stay open. "
            + "That none interpolates n + 1 samples is examined for m̂ = 1, where all signs of "
            + "√Y_i are tried and every one is certainly wrong; for larger widths no search is complete. One sample "
            + "more or fewer is seen for m̂ = 1.",
    };

    [Parameter("d", "data dimensions", Minimum = 2, Maximum = 6, Size = true)]
    public Choices<int> Dimensions { get; init; } = [3, 4];

    [Parameter("count", "claimed largest number of samples")]
    public WidthCount Count { get; init; } = WidthCount.RankVariety;

    [Parameter("starts", "starts of a search", Minimum = 1, Maximum = 1000)]
    public int Starts { get; init; } = 10;

    [Parameter("probability", "claimed share of draws at that number", Minimum = 0.01, Maximum = 0.99)]
    public double Probability { get; init; } = 0.8;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("one sample more", this with { Count = WidthCount.OneMore, Dimensions = [3] }, "exists"),
        new("one sample fewer is the most", this with { Count = WidthCount.OneFewer, Dimensions = [3] }, "beyond"),
        new(
            "d(d+1)/2 samples whatever the width",
            this with { Count = WidthCount.AllSymmetric, Dimensions = [3] },
            "exists"),
    ];

    public override int Decisions => Sizes.Count() + 1;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this with { Dimensions = [3], Starts = 4 },
        Tier.Standard => this,
        _ => this with { Dimensions = [2, 3, 4, 5], Starts = 20 },
    };

    protected override Experiment<NarrowInterpolantCell, NarrowInterpolantOutcome> Experiment { get; } =
        new NarrowInterpolantExperiment();

    protected override IReadOnlyList<NarrowInterpolantCell> Cells =>
    [
        .. from size in Sizes
           from beyond in size.Width == 1 ? (int[])[0, 1] : [0]
           select new NarrowInterpolantCell(
               size.Dimension,
               Count.Value(size.Dimension, size.Width) + beyond,
               size.Width,
               Starts),
    ];

    // At least as many as show what happens in a fifth of the draws, so that non-existence is examined with power
    // whatever share is claimed.
    protected override int TrialsNeeded(double level) =>
        Math.Max(
            TrialDesign.TrialsToSee(0.2, level),
            TrialDesign.TrialsNeeded(Probability, truth: 1 - 0.3 * (1 - Probability), level / 2));

    protected override Evidence Judge(Examination<NarrowInterpolantCell, NarrowInterpolantOutcome> examination)
    {
        return Evidence.All(
        [
            .. examination.Where(cell => !IsBeyond(cell)).ByCell().Select(part => part.Part.Count(
                $"width {part.Cell.StudentWidth} interpolates (d = {part.Cell.Dimension}, N = {part.Cell.Samples})",
                (_, o) => Found(o),
                Probability).Named("exists")),
            examination.Where(IsBeyond).Count(
                "with one sample more, no student of width 1 interpolates",
                (_, o) => Found(o) switch
                {
                    TrialResult.Success => TrialResult.Failure,
                    TrialResult.Failure => TrialResult.Success,
                    _ => TrialResult.Open,
                },
                probability: 1).Named("beyond"),
        ]);
    }

    private IEnumerable<(int Dimension, int Width)> Sizes =>
        from d in Dimensions from width in Enumerable.Range(1, d - 1) select (d, width);

    private bool IsBeyond(NarrowInterpolantCell cell) => cell.Samples > Count.Value(cell.Dimension, cell.StudentWidth);

    // Newton–Kantorovich can only find; where it does not, the complete search over signs may exclude.
    private static TrialResult Found(NarrowInterpolantOutcome o) =>
        InterpolationProof.Exists(o.Shift) ? TrialResult.Success
        : o.Excluded > 0 ? TrialResult.Failure
        : TrialResult.Open;
}
