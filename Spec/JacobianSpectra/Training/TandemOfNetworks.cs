using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// The figure has the energy of the labels on the nuisance spaces of the first and the last Jacobian, and the test
// error, against the corruption. What happens beyond (K − 1)/K is tandem-in-closed-form, which networks follow.

/// <summary>Nuisance energy and test error of trained networks against the corruption.</summary>
public sealed record TandemOfNetworks : TrainingClaim
{
    private const string Initial = "first Jacobian", Final = "last Jacobian", Error = "test error",
        Reversal = "reversal";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/tandem-of-networks",
        Title =
            "Nuisance energy and test error of networks grow together, until labels are more often wrong than random",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("Test error grows in tandem with energy on nuisance space"),
        Quotations =
        [
            "Test error grows in tandem with energy on nuisance space",
            "Fraction of the energy of the label vector as a function of the amount of label corruption.",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            q_0<q_1<\dots\le 1:
            \mathbb P\big(\|\Pi_{\mathcal N}y_q\|,\ \mathrm{err}_{test}(q) \text{ grow from level to level}\big)\ge\tfrac12
            """)
        {
            Corrected =
                """
                q\in\{0,\tfrac12\},\ K=3:
                \mathbb P\big(\|\Pi_{\mathcal N}y_q\| \text{ and } \mathrm{err}_{test}(q) \text{ grow from level to level}\big)
                \ge\tfrac12;
                \mathbb P\big(\|\Pi_{\mathcal N}y_1\|<\|\Pi_{\mathcal N}y_{1/2}\|,\ \mathrm{err}_{test}(1)
                >\mathrm{err}_{test}(\tfrac12)\big)\ge\tfrac12
                """,
            Reason =
                "Where another class replaces the label, labels at q = 1 exclude the true class and so carry "
                + "information: the nuisance energy falls beyond q = (K − 1)/K, while the test error goes on to 1.",
        },
        Hypotheses =
        [
            Desk, "labels are replaced by another class, and q ≤ (K − 1)/K",
            "read for the first and the last Jacobian; the curves are missing from the document",
        ],
        Method =
            "Three levels of corruption from one start: norms of the labels on both nuisance spaces, and the test "
                + "error at the end.",
    };

    [Parameter("last", "the last level up to which both are claimed to grow", Minimum = 1, Maximum = 19)]
    public int Last { get; init; } = 1;

    public override Claim AsPrinted => this with { Last = 2 };

    public override string PrintedPart => Initial;

    [Parameter("step", "least growth of the share of the norm from level to level", Minimum = -1, Maximum = 1)]
    public double Step { get; init; }

    [Parameter("reversed", "whether the energy falls in the last step and not the error; else the other way")]
    public bool EnergyFalls { get; init; } = true;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the norm on N grows by a half at the start", this with { Step = 0.5 }, Initial),
        new("the norm on N grows by 0.8 at the end", this with { Step = 0.8 }, Final),
        new("in the last step the error falls, not the energy", this with { EnergyFalls = false }, Reversal),
    ];

    public override int Decisions => 4;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (string unmet in base.UnmetHypotheses)
                yield return unmet;
            if (Replacement != CorruptionKind.StrictlyDifferent)
                yield return "Labels are replaced by another class.";
            if (Last >= Levels || Levels < 2)
                yield return "There are levels up to the last one that is spoken of, two at least.";
        }
    }

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Initial, "the labels' norm on the first nuisance space grows from level to level",
            o => Steps.All(level => o.Initial.Alignments[level].LabelsNuisance
                >= o.Initial.Alignments[level - 1].LabelsNuisance + Step)),
        Mostly(
            examination, Final, "the labels' norm on the last nuisance space grows from level to level",
            o => Steps.All(level => RunOf(o, level).Alignment.LabelsNuisance
                >= RunOf(o, level - 1).Alignment.LabelsNuisance + Step)),
        Mostly(
            examination, Error, "the test error grows from level to level",
            o => Steps.All(level => RunOf(o, level).TestErrors[^1] > RunOf(o, level - 1).TestErrors[^1])),
        Mostly(
            examination, Reversal, "in the last step the nuisance energy falls and the error grows",
            o => EnergyFalls == (FirstNuisance(o, Levels - 1) < FirstNuisance(o, Levels - 2))
                && EnergyFalls == (RunOf(o, Levels - 1).TestErrors[^1] > RunOf(o, Levels - 2).TestErrors[^1])));

    private static double FirstNuisance(TrainingOutcome o, int level) =>
        o.Initial.Alignments[Math.Max(0, level)].LabelsNuisance;

    private IEnumerable<int> Steps => Enumerable.Range(1, Math.Min(Last, Levels - 1));
}
