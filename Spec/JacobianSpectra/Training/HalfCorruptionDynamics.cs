using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// The slide has two curves: the error on the training labels given, and the error on test data. At the start both are
// those of a random guess.

/// <summary>Training and test error along a run with half of the labels corrupted.</summary>
public sealed record HalfCorruptionDynamics : TrainingClaim
{
    private const string Training = "training error", Fall = "test error falls", Rise = "test error rises again";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/half-corruption-dynamics",
        Title = "With half of the labels corrupted the training error falls to the end, the test error falls and rises",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At(
            "Focus: optimization/generalization dynamics", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            "Corrupt 50% of **training labels** by replacing with another random label",
            "train error (green)",
            "test error (red)",
        ],
        Statement = new(
            """
            q=\tfrac12,\ t=T/8:\ \mathbb P\big(\mathrm{err}_{train}(T)\le\mathrm{err}_{train}(t)-0.2\big)\ge\tfrac12
            \mathbb P\big(\mathrm{err}_{test}(t)\le\mathrm{err}_{test}(0)\big)\ge\tfrac12,
            \mathbb P\big(\mathrm{err}_{test}(t)\le\mathrm{err}_{test}(T)-0.02\big)\ge\tfrac12
            """),
        Hypotheses =
            [Desk, "t = T/8 is fixed in advance; the curves are missing from the document, their colors are named"],
        Method = "The errors at the start, at an early epoch and at the end of one run a trial.",
    };

    [Parameter("training-fall", "fall of the training error from the early epoch to the end", Minimum = -1,
        Maximum = 1)]
    public double TrainingFall { get; init; } = 0.2;

    [Parameter("test-fall", "fall of the test error from the start to the early epoch", Minimum = -1, Maximum = 1)]
    public double TestFall { get; init; }

    [Parameter("test-rise", "rise of the test error from the early epoch to the end", Minimum = -1, Maximum = 1)]
    public double TestRise { get; init; } = 0.02;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the training error has reached its end early", this with { Early = 0 }, Training),
        new("the test error falls from the start by 0.7, to that of clean labels", this with { TestFall = 0.7 }, Fall),
        new("the test error rises by 0.4", this with { TestRise = 0.4 }, Rise),
    ];

    public override int Decisions => 3;

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Training, "the training error goes on falling after the early epoch",
            o => AtEarly(Spoken(o).TrainingErrors) - Spoken(o).TrainingErrors[^1] >= TrainingFall * Samples),
        Mostly(
            examination, Fall, "the test error falls from the start to the early epoch",
            o => TestShare(Spoken(o).TestErrors[0] - AtEarly(Spoken(o).TestErrors)) >= TestFall),
        Mostly(
            examination, Rise, "the test error rises from the early epoch to the end",
            o => TestShare(Spoken(o).TestErrors[^1] - AtEarly(Spoken(o).TestErrors)) >= TestRise));
}
