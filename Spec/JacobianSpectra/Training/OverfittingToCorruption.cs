using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// The runs of a trial differ in their labels alone: the same network fits them to the end, and pays on test data for
// each level of corruption.

/// <summary>Experiment I: training to the end fits corrupted labels, and the test error rises with them.</summary>
public sealed record OverfittingToCorruption : TrainingClaim
{
    private const string Fit = "fit", Rise = "rise";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/overfitting-to-corruption",
        Title = "Trained to the end, a network fits corrupted labels, and its test error rises with their number",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("Experiment I: Overfitting to corruption", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            "Experiment I: Overfitting to corruption",
            "Corrupt a fraction of **training labels** by replacing with another random label",
            "No corruption on **test labels**",
        ],
        Statement = new(
            """
            q=\tfrac12:\ \mathbb P\big(\mathrm{err}_{train}(T)\le\tfrac{q}{5}\big)\ge\tfrac12
            \mathbb P\big(\mathrm{err}_{test}(T;q=\tfrac12)\ge\mathrm{err}_{test}(T;q=0)+0.3\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            Desk, "training goes on until most corrupted labels are fitted; the figures are missing from the document",
        ],
        Method =
            "Runs from one start with none and half of the labels replaced by another class. Training errors count "
                + "against the labels given, test errors against the true ones.",
    };

    [Parameter("unfitted", "share of the corrupted labels that may stay unfitted", Minimum = 0, Maximum = 1)]
    public double Unfitted { get; init; } = 0.2;

    [Parameter("rise", "rise of the test error from level to level", Minimum = -1, Maximum = 1)]
    public double LeastRise { get; init; } = 0.3;

    [Parameter("stop", "training ends after the epochs, so many times halved", Minimum = 0, Maximum = 13)]
    public int Stop { get; init; }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("fitted after an eighth of the epochs", this with { Stop = 3 }, Fit),
        new("the test error rises by 0.65, that of a random guess", this with { LeastRise = 0.65 }, Rise),
    ];

    public override int Decisions => 2;

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Fit, "few corrupted labels are left unfitted at the end",
            o => Before(Spoken(o).TrainingErrors, Stop) <= Unfitted * Spoken(o).Changed),
        Mostly(
            examination, Rise, "the test error at the end rises from level to level",
            o => Enumerable.Range(1, Level).All(level => LastError(o, level) - LastError(o, level - 1) >= LeastRise)));

    private double LastError(TrainingOutcome o, int level) => TestShare(Before(RunOf(o, level).TestErrors, Stop));
}
