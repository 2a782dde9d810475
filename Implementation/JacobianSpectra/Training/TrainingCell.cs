using Verification.Implementation.JacobianSpectra.Corruption;
using Verification.Implementation.Numerics.Activations;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Sizes and laws of <see cref="TrainingExperiment"/>.</summary>
/// <param name="Architecture">The network.</param>
/// <param name="Activation">φ.</param>
/// <param name="Classes">K, 2 to 10.</param>
/// <param name="Components">C, components of a class, 1 to 10.</param>
/// <param name="Variation">b, how much inputs vary apart from their class, 0 to 100.</param>
/// <param name="Dimension">d, KC + 8 to 400; of images what they have.</param>
/// <param name="Samples">n, training samples, K to 1000.</param>
/// <param name="TestSamples">Test samples, n to 10 000; the Jacobian on test data is that of the first n.</param>
/// <param name="Width">m, 1 to 400.</param>
/// <param name="Blocks">β, residual blocks, 1 to 16; without meaning for the shallow network.</param>
/// <param name="Scale">s, the scale of the outputs, positive.</param>
/// <param name="Optimizer">How gradients move the weights.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Rate">η, positive.</param>
/// <param name="Batch">Samples of a step, 1 to 1000.</param>
/// <param name="Epochs">Epochs, 1 to 10 000.</param>
/// <param name="Rank">r, 1 to nK.</param>
/// <param name="Replacement">What corrupted labels become.</param>
/// <param name="Corruption">q, the largest share of corrupted labels, 0 to 1.</param>
/// <param name="Levels">Numbers of levels of corruption 0, …, q at equal distances, 1 to 20; one level is q =
/// 0.</param>
public sealed record TrainingCell(
    NetworkArchitecture Architecture,
    Activation Activation,
    int Classes,
    int Components,
    double Variation,
    int Dimension,
    int Samples,
    int TestSamples,
    int Width,
    int Blocks,
    double Scale,
    NetworkOptimizer Optimizer,
    NetworkLoss Loss,
    double Rate,
    int Batch,
    int Epochs,
    int Rank,
    CorruptionKind Replacement,
    double Corruption,
    int Levels)
{
    /// <summary>The least sizes found at which such networks do what the talk's figures show.</summary>
    public static TrainingCell Desk { get; } = new(
        NetworkArchitecture.Residual,
        Activation.Tanh,
        Classes: 3,
        Components: 1,
        Variation: 1,
        Dimension: 14,
        Samples: 72,
        TestSamples: 240,
        Width: 16,
        Blocks: 2,
        Scale: 0.3,
        NetworkOptimizer.Sgd,
        NetworkLoss.Squared,
        Rate: 0.2,
        Batch: 18,
        Epochs: 128,
        Rank: 12,
        CorruptionKind.StrictlyDifferent,
        Corruption: 1,
        Levels: 3);

    /// <summary>The same with Adam, for clean labels.</summary>
    public static TrainingCell DeskAdam => Desk with
    {
        Optimizer = NetworkOptimizer.Adam, Rate = 0.002, Epochs = 64, Levels = 1,
    };

    /// <summary>The share of corrupted labels of a level.</summary>
    /// <param name="level">From 0 to <see cref="Levels"/> − 1.</param>
    public double CorruptionAt(int level) => Levels == 1 ? 0 : Corruption * level / (Levels - 1);

    /// <summary>Epochs after which errors and residuals are taken: 0, and the total halved again and again,
    /// ascending.</summary>
    public IReadOnlyList<int> Checkpoints()
    {
        List<int> epochs = [];
        for (int epoch = Epochs; epoch > 0; epoch /= 2)
            epochs.Insert(0, epoch);
        return [0, .. epochs];
    }

    /// <summary>Refuses sizes that are out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is.</exception>
    public void ThrowIfUnusable()
    {
        Check(Classes, 2, 10, "K");
        Check(Components, 1, 10, "C");
        Check(Dimension, 1, 400, "d");
        Check(Samples, Classes, 1000, "n");
        Check(TestSamples, Samples, 10_000, "The number of test samples");
        Check(Width, 1, 400, "m");
        Check(Blocks, 1, 16, "The number of blocks");
        Check(Batch, 1, 1000, "The batch");
        Check(Epochs, 1, 10_000, "The number of epochs");
        Check(Rank, 1, Samples * Classes, "r");
        Check(Levels, 1, 20, "The number of levels");
        Check(Variation, 0, 100, "b");
        Check(Scale, double.Epsilon, 1e12, "s");
        Check(Rate, double.Epsilon, 1e12, "η");
        Check(Corruption, 0, 1, "q");
    }

    private static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentOutOfRangeException(name, value, $"{name} has to lie between {least:g3} and {most:g3}.");
    }
}
