using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// On class-constant vectors the nuisance energy is (1 − 1/K)(1 − (1 − c)²): it grows up to c = 1 and falls beyond, for
// labels that say which class it is not say which it is. With another class c = qK/(K − 1) passes 1 at q = (K − 1)/K,
// where the error of the class means jumps from 0 to 1; with any class c = q ≤ 1.

/// <summary>Nuisance energy and test error as functions of the corruption, in closed form.</summary>
public sealed partial record TandemInClosedForm : ClassConstantClaim
{
    private const string Tandem = "tandem", Errors = "errors", Reversal = "reversal";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/tandem-in-closed-form",
        Title = "Error and nuisance energy grow in tandem up to a corruption of (K − 1)/K, and part beyond",
        Kind = ClaimKind.Inequality,
        Source = JacobianSpectraTalk.At("Test error grows in tandem with energy on nuisance space"),
        Quotations =
        [
            "Test error grows in tandem with energy on nuisance space",
            "Fraction of the energy of the label vector as a function of the amount of label corruption.",
            "Corrupt a fraction of **training labels** by replacing with another random label",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            @"q\le q':\ \|\Pi_{\mathcal N}y_q\|\le\|\Pi_{\mathcal N}y_{q'}\|,\ \mathrm{err}(q)\le\mathrm{err}(q')")
        {
            Corrected =
                """
                q\le q'\le\tfrac{K-1}{K} \text{ where labels become another class},
                q\le q'\le 1 \text{ where they become any class};
                \tfrac{K-1}{K}<q\le q':
                \|\Pi_{\mathcal N}y_q\|\ge\|\Pi_{\mathcal N}y_{q'}\| \text{ for another class, while } \mathrm{err}=1
                """,
            Reason =
                "Labels that are never the right ones tell the class again. With three classes of six samples, a "
                + "third corrupted leaves the nuisance space ½ of the energy and no error, two thirds leave it ⅔, and "
                + "all of them ½ again, with an error of 1.",
        },
        Hypotheses =
        [
            "I: the class-constant vectors", "the model predicts the mean label of the class",
            "balanced classes, each corrupted alike, new labels in equal numbers",
            "q ≤ (K − 1)/K, or replacement by any class",
        ],
        Method =
            "Label matrices are written out and projected in whole numbers at every admissible q; neighbors are "
                + "compared. For trained networks the same is tandem-of-networks.",
    };

    [Parameter("beyond", "how far beyond (K − 1)/K the tandem is claimed for another class", Minimum = -1,
        Maximum = 1)]
    public double Beyond { get; init; }

    [Parameter("jump", "corruption by another class where the error jumps, over (K − 1)/K", Minimum = 0, Maximum = 1)]
    public double Jump { get; init; } = 1;

    [Parameter("reversal", "least fall of the energy from (K − 1)/K to 1, over its value (1 − 1/K)/(K − 1)²",
        Minimum = 0, Maximum = 10)]
    public double Fall { get; init; } = 1;

    public TandemInClosedForm() => Multiplicity = 4;

    public override Claim AsPrinted => this with { Beyond = 1 };

    public override string PrintedPart => Tandem;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a tenth beyond (K − 1)/K", this with { Beyond = 0.1 }, Tandem),
        new("the error jumps at three quarters of (K − 1)/K", this with { Jump = 0.75 }, Errors),
        new("the energy falls by a hundredth more", this with { Fall = 1.01 }, Reversal),
    ];

    protected override Evidence Judge(Examination<ClassConstantCell, ClassConstantOutcome> examination) =>
        Evidence.All(
            examination.ForAll(
                "by how much nuisance energy or error falls from one q to the next, at most",
                (cell, o) => Steps(o)
                    .Where(i => (o.Corruption(i + 1) - Limit(cell, Beyond)).Sign <= 0)
                    .Select(i => Math.Max(
                        (o.Information(i + 1) - o.Information(i)).Rounded().Value,
                        (o.Error(i) - o.Error(i + 1)).Rounded().Value))
                    .DefaultIfEmpty(double.NaN)
                    .Max(),
                (_, _) => 0,
                Exact).Named(Tandem),
            examination.Where(IsOther).ForAll(
                "distance of the error from a step at (K − 1)/K, at the worst q",
                (cell, o) => Enumerable.Range(0, o.Corrupted.Length).Max(i => Math.Abs(
                    (o.Error(i) - new Rational(
                        1 + (o.Corruption(i) - Rational.Of(Jump) * Limit(cell, 0)).Sign, 2)).Rounded().Value)),
                (_, _) => 0,
                Exact).Named(Errors),
            examination.Where(IsOther).ForAll(
                "the claimed fall of the nuisance energy beyond (K − 1)/K, less what it falls",
                (cell, o) => (Rational.Of(Fall) * FallOf(cell.Classes)
                    - (o.Information(o.Corrupted.Length - 1) - new Rational(1, cell.Classes))).Rounded().Value,
                (_, _) => 0,
                Exact).Named(Reversal));

    private static bool IsOther(ClassConstantCell cell) => cell.Replacement == CorruptionKind.StrictlyDifferent;

    private static IEnumerable<int> Steps(ClassConstantOutcome o) => Enumerable.Range(0, o.Corrupted.Length - 1);

    private static Rational Limit(ClassConstantCell cell, double beyond) =>
        IsOther(cell) ? new Rational(cell.Classes - 1, cell.Classes) + Rational.Of(beyond) : 1;

    // At q = (K − 1)/K the class-constant share is 1/K, at q = 1 it is 1/K + (1 − 1/K)/(K − 1)² = 1/(K − 1).
    private static Rational FallOf(int K) => new(1, K * (K - 1));
}
