using Verification.Implementation.Experiments;
using Verification.Implementation.ImplicitBias.Motivation;
using Verification.Implementation.Numerics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.ImplicitBias.Motivation;

// "SGD vs ADAM", and "Different optimization algorithm → Different bias in optimum reached": the figure's data (Penn
// Treebank) are not at hand; the cited paper's construction is. X·sign(Xᵀy) = 4y in integers sends adaptive methods to
// sign(Xᵀy)/4, which says 1 to every new example; the interpolant of least norm, where descent goes, classifies all of
// them.

/// <summary>On one least-squares problem descent and adaptive methods reach zero loss at points that generalize
/// differently.</summary>
public sealed record AdaptiveMethods : Claim<AdaptiveMethodsCell, AdaptiveMethodsOutcome>
{
    private const string Sign = "the sign vector fits",
        SignError = "its answers",
        Descent = "the answers of descent",
        Run = "the runs";

    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/adaptive-methods",
        Title =
            "Same data, zero loss: gradient descent classifies every new example, adaptive methods call all of them "
                + "positive",
        Kind = ClaimKind.Existence,
        Source = ImplicitBiasTalk.At(
            "SGD vs ADAM; Different optimization algorithm",
            "A. Wilson et al., arXiv:1705.08292, section 3.3"),
        Quotations = ["- Different bias in optimum reached", "- Different generalization properties"],
        Statement = new(
            @"X\,\mathrm{sign}(X^Ty)=4y:\quad \text{AdaGrad, RMSProp and Adam from } 0 \text{ stay on } "
                + @"\mathbb{R}\,\mathrm{sign}(X^Ty);\quad \mathrm{sign}(X^Ty)/4 \text{ errs on every new negative "
                + @"example},\ \arg\min_{Xw=y}\|w\|_2 \text{ on none}"),
        Hypotheses =
        [
            "the data of the cited construction, in docs/implicit-bias.md",
            "more positive than negative examples",
            "full batches, start at 0, no ε",
        ],
        Method =
            "Fixed numbers of examples. The fit in integers; scores of the interpolant of least norm with a bound of "
                + "their rounding. Runs of the three methods accompany the claim, without a proven bound.",
    };

    [Parameter("positives", "positive examples", Minimum = 2, Maximum = 100, Size = true)]
    public int Positives { get; init; } = 12;

    [Parameter("negatives", "negative examples", Minimum = 1, Maximum = 100, Size = true)]
    public Choices<int> Negatives { get; init; } = [1, 8];

    [Parameter("own-columns", "ones of a negative example in columns of its own", Minimum = 1, Maximum = 5)]
    public int OwnColumns { get; init; } = 5;

    [Parameter("descent-errs", "whether descent is claimed to err where adaptive methods do")]
    public bool DescentErrs { get; init; }

    [Parameter("adaptive-errs", "whether adaptive methods are claimed to err")]
    public bool AdaptiveErrs { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("descent errs as well", this with { DescentErrs = true }, Descent),
        new("adaptive methods classify new examples", this with { AdaptiveErrs = false }, SignError),
        new("four own columns for negative examples", this with { OwnColumns = 4 }, Sign),
    ];

    public override IEnumerable<string> UnmetHypotheses =>
        Negatives.Max() >= Positives ? ["There have to be more positive than negative examples."] : [];

    protected override Experiment<AdaptiveMethodsCell, AdaptiveMethodsOutcome> Experiment { get; } =
        new AdaptiveMethodsExperiment();

    protected override IReadOnlyList<AdaptiveMethodsCell> Cells =>
        [
            .. from n in Negatives
            where n < Positives
            from step in Enum.GetValues<AdaptiveStep>()
            select new AdaptiveMethodsCell(Positives, n, step, OwnColumns),
        ];

    protected override Evidence Judge(Examination<AdaptiveMethodsCell, AdaptiveMethodsOutcome> examination) =>
        Evidence.All([
            examination.ForAll("X·sign(Xᵀy) = 4y", (_, o) => o.SignFits ? 0 : 1, (_, _) => 0, "integers").Named(Sign),
            examination.ForAll(
                "sign(Xᵀy)/4 has a positive score on new examples of both labels",
                (_, o) => Math.Max(-o.SignScores[0], AdaptiveErrs ? -o.SignScores[1] : o.SignScores[1]),
                (_, _) => 0,
                "quarters of integers").Named(SignError),
            examination.ForAll(
                "the interpolant of least norm has the sign of the label on new examples",
                (_, o) => Math.Max(-o.LeastNormScores[0], DescentErrs ? -o.LeastNormScores[1] : o.LeastNormScores[1]),
                (_, o) => o.Error,
                "residual of the normal equations, whose least eigenvalue is 1 or more").Named(Descent),
            examination.ForAllEstimated(
                "after 4,000 steps every weight that occurs is ¼ in absolute value",
                (_, o) => new Estimated(o.Spread, 0),
                "the runs themselves; how far they are from their limits is not proven",
                resolution: 0.05).Named(Run).AsSupplement(),
        ]);
}
