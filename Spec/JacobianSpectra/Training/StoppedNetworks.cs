using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// "Stop early" has to name a time before the test error is seen: here one epoch for all levels, fixed in advance.

/// <summary>Experiment II: stopped early, the same runs suffer less from corruption.</summary>
public sealed record StoppedNetworks : TrainingClaim
{
    private const string Robust = "robust", Harmless = "harmless";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/stopped-networks",
        Title = "Stopped early, the same networks suffer less from corrupted labels",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At(
            "Experiment II-Early stopping and robustness", JacobianSpectraTalk.RobustnessPaper),
        Quotations = ["Repeat the same experiment but stop early"],
        Statement = new(
            """
            q=\tfrac12:\ \mathbb P\big(\mathrm{err}_{test}(t)\le\mathrm{err}_{test}(T)-0.02\big)\ge\tfrac12,\quad t=T/8
            q=0:\ \mathbb P\big(\mathrm{err}_{test}(t)\le 0.05\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            Desk,
            "the early epoch is fixed in advance, the same for all levels; the figure is missing from the document",
        ],
        Method =
            "The runs of overfitting-to-corruption, read at an early epoch: with half of the labels corrupted the "
                + "error is below that of the end, by 0.16 in the median, and with clean labels it is small already.",
    };

    [Parameter("gain", "by how much early stopping lowers the error at the level spoken of", Minimum = -1, Maximum = 1)]
    public double Gain { get; init; } = 0.02;

    [Parameter("clean-error", "early test error with clean labels, at most", Minimum = 0, Maximum = 1)]
    public double CleanError { get; init; } = 0.05;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("stopping at the last epoch", this with { Early = 0 }, Robust),
        new("stopping early lowers the error by 0.4", this with { Gain = 0.4 }, Robust),
        new("stopping after the first epoch", this with { Early = 7 }, Harmless),
    ];

    public override int Decisions => 2;

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination, Robust, "with half of the labels corrupted early stopping lowers the test error",
            o => TestShare(Spoken(o).TestErrors[^1] - AtEarly(Spoken(o).TestErrors)) >= Gain),
        Mostly(
            examination, Harmless, "clean labels: the early test error is small",
            o => TestShare(AtEarly(o.Runs[0].TestErrors)) <= CleanError));
}
