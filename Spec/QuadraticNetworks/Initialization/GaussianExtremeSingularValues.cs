using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// The tool behind the non-asymptotic guarantees: K. Davidson and S. Szarek, Handbook of the Geometry of Banach Spaces 1
// (2001), theorem II.13. Extreme singular values are drawn through the bidiagonal form.

/// <summary>Non-asymptotic bounds of the extreme singular values of Gaussian weights.</summary>
public sealed record GaussianExtremeSingularValues : Claim<ExtremeSingularValuesCell, ExtremeSingularValuesOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/gaussian-extreme-singular-values",
        Title = "Singular values of Gaussian weights lie within √m ± (√d + t), but for e^(−t²/2) on either side",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = StationaryPointsTalk.At("Proper Initialization. Main Result."),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            W^*\in\mathbb{R}^{m\times d} \text{ standard normal: } \mathbb{P}[\sigma_{\min}(W^*)<\sqrt{m}-\sqrt{d}-t]\le e^{-t^2/2},
            \mathbb{P}[\sigma_{\max}(W^*)>\sqrt{m}+\sqrt{d}+t]\le e^{-t^2/2}
            """),
        Hypotheses = ["entries of W* i.i.d. standard normal", "m ≥ d, t ≥ 0"],
        Method =
            "For each size and t the draws on the right side of each bound are counted; the probability has to be at "
            + "least 1 − e^(−t²/2). Singular values come as enclosures from counting "
            + "eigenvalues of the tridiagonal form. At d = 500 edges off by a tenth of √d are seen; the coefficient of "
            + "t² is far from sharp at such sizes, and a quarter of it would pass.",
    };

    [Parameter("d", "data dimensions", Minimum = 1, Maximum = 4096, Size = true)]
    public Choices<int> Dimensions { get; init; } = [4, 24];

    [Parameter("aspect", "m divided by d", Minimum = 1, Maximum = 1000)]
    public Choices<int> Aspects { get; init; } = [2, 20];

    [Parameter("tenths", "deviations t in tenths", Minimum = 1, Maximum = 30)]
    public Choices<int> Tenths { get; init; } = [5, 10, 20];

    [Parameter("root-d-least", "coefficient of √d in √m − √d − t", Minimum = -2, Maximum = 2)]
    public double LeastEdge { get; init; } = 1;

    [Parameter("root-d-largest", "coefficient of √d in √m + √d + t", Minimum = -2, Maximum = 2)]
    public double LargestEdge { get; init; } = 1;

    [Parameter("deviation", "coefficient of t in both bounds", Minimum = -2, Maximum = 2)]
    public double Deviation { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("√m − 0.9√d − t from below", Focused() with { LeastEdge = 0.9 }, Least),
        new("√m + 0.9√d + t from above", Focused() with { LargestEdge = 0.9 }, Largest),
        new("t on the other side of either edge", Focused() with { Deviation = -1 }, Least),
    ];

    public override int Decisions => 2 * Dimensions.Count * Aspects.Count * Tenths.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [1, 4, 24, 200] },
        _ => this with { Dimensions = [1, 2, 4, 24, 200, 2000] },
    };

    protected override Experiment<ExtremeSingularValuesCell, ExtremeSingularValuesOutcome> Experiment { get; } =
        new ExtremeSingularValuesExperiment();

    protected override IReadOnlyList<ExtremeSingularValuesCell> Cells =>
        [.. from d in Dimensions from aspect in Aspects select new ExtremeSingularValuesCell(d, aspect * d)];

    protected override int TrialsNeeded(double level)
    {
        double claimed = Tenths.Max(Claimed);

        // At least as many as show what happens in 5 % of the draws, so that wrong bounds for small t, which claim
        // little, are refuted too.
        return Math.Max(
            TrialDesign.TrialsToSee(0.05, level),
            TrialDesign.TrialsNeeded(claimed, claimed + 0.75 * (1 - claimed), level / 2));
    }

    protected override Evidence Judge(
        Examination<ExtremeSingularValuesCell, ExtremeSingularValuesOutcome> examination) =>
        Evidence.All([
            .. from part in examination.ByCell()
               from tenths in Tenths
               from evidence in Bounds(part.Cell, part.Part, tenths)
               select evidence,
        ]);

    private const string Least = "least";

    private const string Largest = "largest";

    private Evidence[] Bounds(
        ExtremeSingularValuesCell cell, Examination<ExtremeSingularValuesCell, ExtremeSingularValuesOutcome> part,
        int tenths)
    {
        double root = Math.Sqrt(cell.Width);
        double t = Deviation * tenths / 10;
        double least = root - LeastEdge * Math.Sqrt(cell.Dimension) - t;
        double largest = root + LargestEdge * Math.Sqrt(cell.Dimension) + t;
        string sizes = $"(d = {cell.Dimension}, m = {cell.Width}, 10t = {tenths})";
        return
        [
            part.Count(
                    $"σ_min reaches its bound {sizes}",
                    (_, o) => Within(o.LeastLower - least, o.LeastUpper - least),
                    Claimed(tenths))
                .Named(Least),
            part.Count(
                $"σ_max stays within its bound {sizes}",
                (_, o) => Within(largest - o.LargestUpper, largest - o.LargestLower),
                Claimed(tenths)).Named(Largest),
        ];
    }

    private static TrialResult Within(double lower, double upper) =>
        lower >= 0 ? TrialResult.Success : upper < 0 ? TrialResult.Failure : TrialResult.Open;

    // 1 − e^{−t²/2}.
    private static double Claimed(int tenths) => -ElementaryFunctions.Expm1(-tenths * tenths / 200.0);

    // One large size, where a tenth of √d is more than t.
    private GaussianExtremeSingularValues Focused() => this with { Dimensions = [500], Aspects = [20], Tenths = [10] };
}
