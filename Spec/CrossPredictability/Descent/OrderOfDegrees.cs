using Verification.Implementation.CrossPredictability.Descent;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Descent;

// The corollary is about a start of our choice. From random signs it is the degrees near n/2 that take longest, and not
// those near n. For w of signs the coefficient of χ_S in φ(⟨w, x⟩ + b) is, up to the sign, that in φ(Σx_i + b): of the
// order n^(−1/2) for |S| = n, and far smaller for |S| near n/2 (at b = 0 and n = 14: 0.11, and 0.003 for |S| = 6).
// Bounds and steps are from a pilot with another program, of 20 starts a degree; nothing proves them.

/// <summary>Which monomials a plain network finds first.</summary>
public sealed record OrderOfDegrees : Claim<NetworkCurveCell, NetworkCurveOutcome>
{
    private const string Low = "degrees 1 and 2", Full = "degree n", Middle = "degree n/2";

    private const double Rate = 0.1;

    private const int Looks = 4;

    public override ClaimCard Card { get; } = new()
    {
        Id = "cross-predictability/order-of-degrees",
        Title = "From random signs a plain network finds degrees 1 and 2, and the full parity before degree n/2",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = CrossPredictabilityTalk.At("Results", "derived here; E. Abbe et al., arXiv:2412.04910"),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            n=8,\ 32\text{ ReLUs},\ w\in\{\pm1\}^n,\ b\in\tfrac12\{-n,\dots,n\},\ a=\pm\tfrac1{32},\ \gamma=0.1,\
            T=256:\quad
            \mathrm{acc}_1,\mathrm{acc}_2\ge0.9,\quad\mathrm{acc}_n\ge0.6,\quad\mathrm{acc}_{n/2}\le0.6,
            \text{each with probability } 0.6 \text{ at least}
            """),
        Hypotheses =
        [
            "population gradients of the hinge loss, no noise, uniform inputs",
            "an observation at one size, n = 8 and 32 units: no limit is claimed",
            "the prediction is the sign of the output, and an output 0 counts ½",
        ],
        Method =
            "Gradients over all inputs; shares of the starts by Clopper and Pearson. The corollary lets the start be "
            + "chosen, and its readout learns degree n − 1 as it learns degree 1 (monomials-of-bounded-degree); here "
            + "nothing is chosen. In a pilot with NumPy all of 20 starts a degree met each bound, and by "
            + "T = 800 degree n/2 was found too. The rounding of the gradients is not bounded.",
    };

    [Parameter("n", "number of variables, even", Minimum = 4, Maximum = 10, Size = true)]
    public int Variables { get; init; } = 8;

    [Parameter("width", "hidden units", Minimum = 1, Maximum = 256)]
    public int Width { get; init; } = 32;

    [Parameter("steps", "T, a multiple of 4", Minimum = 4, Maximum = 4000)]
    public int Steps { get; init; } = 256;

    [Parameter("quarters", "after how many quarters of T degrees 1 and 2 are looked at", Minimum = 0, Maximum = 4)]
    public int Quarters { get; init; } = Looks;

    [Parameter("middle-found", "whether degree n/2 is said to be found")]
    public bool IsMiddleFound { get; init; }

    [Parameter("full-found", "whether degree n is said to be found")]
    public bool IsFullFound { get; init; } = true;

    [Parameter("share", "share of the starts, at least", Minimum = 0.5, Maximum = 0.9)]
    public double Share { get; init; } = 0.6;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("degrees 1 and 2 in a quarter of the steps", this with { Quarters = 1 }, Low),
        new("degree n/2 as well", this with { IsMiddleFound = true }, Middle),
        new("the full parity no sooner than degree n/2", this with { IsFullFound = false }, Full),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Variables != 8 || Width != 32 || Steps != 256)
                yield return "n = 8, 32 units and T = 256: the bounds are of this size";
        }
    }

    public override int Decisions => 4;

    protected override Experiment<NetworkCurveCell, NetworkCurveOutcome> Experiment { get; } =
        new NetworkCurveExperiment();

    protected override IReadOnlyList<NetworkCurveCell> Cells =>
    [
        .. ((int[])[1, 2, Variables / 2, Variables]).Distinct()
            .Select(k => new NetworkCurveCell(Variables, k, Width, Rate, Math.Max(1, Steps / Looks), Looks)),
    ];

    // In a pilot of 400 starts at seed 30001 all met the bounds of degrees 1, 2 and n, and 398 that of degree n/2.
    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Share, Math.Max(0.95, 0.5 * (1 + Share)), level);

    protected override Evidence Judge(Examination<NetworkCurveCell, NetworkCurveOutcome> examination) => Evidence.All(
    [
        Accuracy(examination, 1, Quarters, 0.9, isFound: true).Named(Low),
        Accuracy(examination, 2, Quarters, 0.9, isFound: true).Named(Low),
        Accuracy(examination, Variables, Looks, 0.6, IsFullFound).Named(Full),
        Accuracy(examination, Variables / 2, Looks, 0.6, IsMiddleFound).Named(Middle),
    ]);

    private Evidence Accuracy(
        Examination<NetworkCurveCell, NetworkCurveOutcome> examination, int degree, int look, double bound,
        bool isFound)
    {
        string sign = isFound ? "≥" : "≤";
        return examination.Where(cell => cell.Degree == degree).Count(
            FormattableString.Invariant($"accuracy {sign} {bound} after {look * Steps / Looks} steps, k = {degree}"),
            (_, o) => isFound ? o.Accuracies[look] >= bound : o.Accuracies[look] <= bound,
            (_, _) => true,
            Share);
    }
}
