using Verification.Implementation.JacobianSpectra.Training;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// What the tables show of one network each, as a tendency over draws, with both optimizers: the information space turns
// to the labels, and less so where half of them are noise.

/// <summary>How training turns the information space to the labels.</summary>
public sealed record AlignmentWithTraining : TrainingClaim
{
    private const string Gain = "gain", Adam = "gain with Adam", Noise = "corruption";

    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/alignment-with-training",
        Title = "Training turns the information space of a residual network to the labels, less so with corruption",
        Kind = ClaimKind.Figure,
        Guarantee = Guarantee.Bound,
        Source = JacobianSpectraTalk.At("No label corruption, No label corruption with ADAM, 50% label corruption"),
        Quotations =
        [
            "Table 1: Depiction of the alignment of the initial label/residual with the information/nuisance space "
                + "using uncorrupted data and a Multi-class ResNet20 model trained with SGD.",
            "Generalization: Neural networks can predict well on test data when the prominent eigenvectors of the "
                + "Jacobian are aligned with the labels",
        ],
        Statement = new(
            """
            I(q)=\|\Pi_{\mathcal I}y_q\|/\|y_q\|:
            \mathbb P\big(I_{final}(0)\ge I_{init}(0)+0.02\big)\ge\tfrac12 \text{ with SGD, and with Adam};
            \mathbb P\big(I_{final}(0)-I_{init}(0)\ge I_{final}(\tfrac12)-I_{init}(\tfrac12)\big)\ge\tfrac12
            """),
        Hypotheses =
        [
            Desk, "r is fixed; the printed numbers themselves belong to ResNet20 and CIFAR-10 with r = 50 of 30 000",
        ],
        Method =
            "Shares of the norm of the labels on the information space of the first and of the last Jacobian, for "
                + "clean labels and half of them corrupted; Adam in runs of their own.",
    };

    [Parameter("gain", "gain of the share of clean labels, at least", Minimum = -1, Maximum = 1)]
    public double LeastGain { get; init; } = 0.02;

    [Parameter("margin", "by how much it exceeds the gain of corrupted labels", Minimum = -1, Maximum = 1)]
    public double Margin { get; init; }

    [Parameter("adam-rate", "η of Adam", Minimum = 1e-9, Maximum = 1e3)]
    public double AdamRate { get; init; } = TrainingCell.DeskAdam.Rate;

    [Parameter("adam-epochs", "epochs with Adam", Minimum = 1, Maximum = 10_000)]
    public int AdamEpochs { get; init; } = TrainingCell.DeskAdam.Epochs;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the share of the labels gains a half", this with { LeastGain = 0.5 }, Gain),
        new("the share of the labels gains a half with Adam", this with { LeastGain = 0.5 }, Adam),
        new("corruption costs 0.6 of the gain", this with { Margin = 0.6 }, Noise),
    ];

    public override int Decisions => 3;

    protected override IReadOnlyList<TrainingCell> Cells =>
        [Cell, Cell with { Optimizer = NetworkOptimizer.Adam, Rate = AdamRate, Epochs = AdamEpochs, Levels = 1 }];

    protected override Evidence Judge(Examination<TrainingCell, TrainingOutcome> examination) => Evidence.All(
        Mostly(
            examination.Where(cell => cell == Cells[0]), Gain, "the information space turns to the labels",
            o => GainAt(o, 0) >= LeastGain),
        Mostly(
            examination.Where(cell => cell == Cells[1]), Adam, "so it does with Adam",
            o => GainAt(o, 0) >= LeastGain),
        Mostly(
            examination.Where(cell => cell == Cells[0]), Noise, "corruption lowers the gain",
            o => GainAt(o, 0) - GainAt(o, Level) >= Margin));

    private static double GainAt(TrainingOutcome o, int level) =>
        RunOf(o, level).Alignment.Labels
            - o.Initial.Alignments[Math.Min(level, o.Initial.Alignments.Length - 1)].Labels;
}
