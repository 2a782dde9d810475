using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.Activations;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.JacobianSpectra.Training;

// The talk shows runs of one network on one data set. What is claimed here is that most draws of data and start show
// the same: each part is an event with a probability of one half at least. The claims share one cell, and so their
// runs.

/// <summary>A claim about trained networks: its sizes and constants, each of which a mutant can get wrong.</summary>
public abstract record TrainingClaim : Claim<TrainingCell, TrainingOutcome>
{
    // Where λ_r and λ_(r+1) agree up to rounding, information and nuisance space are those of rounding errors.
    private const double LeastGap = 1e-9;

    // How many draws tell an event from one of probability one half is planned with a pilot of 200 draws from seed
    // 9400, which no calibration uses: every part happened in 95 of a hundred or more. At the larger sizes, in 130 draws
    // at the seeds 20001 and 20002, in 128 or more, but for the shallow network, which keeps its own.
    private const double PilotShare = 0.95;

    /// <summary>What data and networks are, for the list of hypotheses.</summary>
    protected const string Desk =
        "images and ResNet20 are replaced by mixtures with a variation that says nothing of the class, and by a small "
            + "residual network";

    [Parameter("architecture", "the network: residual, all layers trained, or shallow, the hidden layer alone")]
    public NetworkArchitecture Architecture { get; init; } = TrainingCell.Desk.Architecture;

    [Parameter("activation", "φ")]
    public Activation Activation { get; init; } = TrainingCell.Desk.Activation;

    [Parameter("classes", "K", Minimum = 2, Maximum = 10)]
    public int Classes { get; init; } = TrainingCell.Desk.Classes;

    [Parameter("components", "C, of a class", Minimum = 1, Maximum = 10)]
    public int Components { get; init; } = TrainingCell.Desk.Components;

    [Parameter("variation", "b, how much inputs vary apart from their class", Minimum = 0, Maximum = 100)]
    public double Variation { get; init; } = TrainingCell.Desk.Variation;

    [Parameter("d", "dimension, at least KC + 8", Minimum = 10, Maximum = 400)]
    public int Dimension { get; init; } = TrainingCell.Desk.Dimension;

    [Parameter("n", "training samples, at least K", Minimum = 2, Maximum = 1000)]
    public int Samples { get; init; } = TrainingCell.Desk.Samples;

    [Parameter("test", "test samples, at least n", Minimum = 2, Maximum = 10_000)]
    public int TestSamples { get; init; } = TrainingCell.Desk.TestSamples;

    [Parameter("width", "m, neurons of a layer", Minimum = 1, Maximum = 400)]
    public int Width { get; init; } = TrainingCell.Desk.Width;

    [Parameter("blocks", "residual blocks", Minimum = 1, Maximum = 16)]
    public int Blocks { get; init; } = TrainingCell.Desk.Blocks;

    [Parameter("scale", "scale of the outputs", Minimum = 1e-6, Maximum = 1e6)]
    public double Scale { get; init; } = TrainingCell.Desk.Scale;

    [Parameter("optimizer", "sgd or adam")]
    public NetworkOptimizer Optimizer { get; init; } = TrainingCell.Desk.Optimizer;

    [Parameter("loss", "squared or softmax")]
    public NetworkLoss Loss { get; init; } = TrainingCell.Desk.Loss;

    [Parameter("rate", "η", Minimum = 1e-9, Maximum = 1e3)]
    public double Rate { get; init; } = TrainingCell.Desk.Rate;

    [Parameter("batch", "samples of a step", Minimum = 1, Maximum = 1000)]
    public int Batch { get; init; } = TrainingCell.Desk.Batch;

    [Parameter("epochs", "epochs", Minimum = 1, Maximum = 10_000)]
    public int Epochs { get; init; } = TrainingCell.Desk.Epochs;

    [Parameter("r", "dimension of the information space, at most nK", Minimum = 1, Maximum = 10_000)]
    public int Rank { get; init; } = TrainingCell.Desk.Rank;

    [Parameter("replacement", "what corrupted labels become: strictly-different, any-label or next")]
    public CorruptionKind Replacement { get; init; } = TrainingCell.Desk.Replacement;

    [Parameter("corruption", "the largest share of corrupted labels", Minimum = 0, Maximum = 1)]
    public double Corruption { get; init; } = TrainingCell.Desk.Corruption;

    [Parameter("levels", "levels of corruption from 0 to the largest", Minimum = 1, Maximum = 20)]
    public int Levels { get; init; } = TrainingCell.Desk.Levels;

    [Parameter("level", "the level that is spoken of, from 0", Minimum = 0, Maximum = 19)]
    public int Level { get; init; } = 1;

    [Parameter("early", "early stopping: so many times the epochs are halved", Minimum = 0, Maximum = 13)]
    public int Early { get; init; } = 3;

    [Parameter("probability", "probability of each part, at least", Minimum = 0.01, Maximum = 0.94)]
    public double Probability { get; init; } = 0.5;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (Dimension < Classes * Components + ImageLikeMixture.VariationRank)
                yield return "d is at least KC + 8.";
            if (Samples < Classes || TestSamples < Samples)
                yield return "There are at least K training samples, and as many test samples or more.";
            if (Rank > Samples * Classes)
                yield return "r is at most nK.";
            if (Level >= Levels)
                yield return "The level that is spoken of is one of the levels.";
            if (Epochs >> Early == 0)
                yield return "The epochs can be halved as often as early says.";
        }
    }

    /// <summary>Twice as many components of a class and samples from the standard tier on.</summary>
    public override Claim At(Tier tier) => tier == Tier.Smoke ? this : this with
    {
        Components = 2 * Components,
        Dimension = Dimension + Classes * Components,
        Samples = 2 * Samples,
        TestSamples = 2 * TestSamples,
        Rank = 2 * Rank,
    };

    protected override Experiment<TrainingCell, TrainingOutcome> Experiment { get; } = new TrainingExperiment();

    protected override IReadOnlyList<TrainingCell> Cells => [Cell];

    /// <summary>The cell of these sizes.</summary>
    protected TrainingCell Cell => new(
        Architecture, Activation, Classes, Components, Variation, Dimension, Samples, TestSamples, Width, Blocks, Scale,
        Optimizer, Loss, Rate, Batch, Epochs, Rank, Replacement, Corruption, Levels);

    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(
        Probability, Math.Max(PilotShare, Probability + 0.02), level / 2);

    /// <summary>That something happens in most trials. Success and failure are certain, as they are about what a run
    /// computes: runs that left the finite numbers, and spaces without a gap, stay open.</summary>
    protected Evidence Mostly(
        Examination<TrainingCell, TrainingOutcome> examination, string part, string statement,
        Func<TrainingOutcome, bool> happened)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return examination.Count(
            statement,
            (_, o) => o.IsFinite && happened(o),
            (_, o) => o.IsFinite && o.LeastGap > LeastGap,
            Probability).Named(part);
    }

    /// <summary>The run of a level; of the last one where there are fewer, outside the hypotheses.</summary>
    protected static TrainingRun RunOf(TrainingOutcome outcome, int level) =>
        outcome.Runs[Math.Clamp(level, 0, outcome.Runs.Length - 1)];

    /// <summary>The run of the level that is spoken of.</summary>
    protected TrainingRun Spoken(TrainingOutcome outcome) => RunOf(outcome, Level);

    /// <summary>The entry of a curve at the early checkpoint.</summary>
    protected T AtEarly<T>(IReadOnlyList<T> curve) => Before(curve, Early);

    /// <summary>The entry of a curve so many checkpoints before the last; the first where there are fewer.</summary>
    protected static T Before<T>(IReadOnlyList<T> curve, int checkpoints)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return curve[Math.Max(0, curve.Count - 1 - checkpoints)];
    }

    /// <summary>A number of test samples as a share.</summary>
    protected double TestShare(int errors) => (double)errors / TestSamples;
}
