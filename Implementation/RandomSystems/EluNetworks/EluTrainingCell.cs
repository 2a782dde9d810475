namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>Cell of <see cref="EluTrainingExperiment"/>: sizes of network and sample, and the rule of the step.
/// </summary>
/// <param name="Width">m, from 1 to 200.</param>
/// <param name="Inputs">D, from 1 to 200.</param>
/// <param name="Samples">n, from 1 to 20,000.</param>
/// <param name="Amplitude">a, positive, at most 100.</param>
/// <param name="Rate">lr, positive, at most 100.</param>
/// <param name="Batch">|B|, from 1; the last batch of an epoch has what is left.</param>
/// <param name="IsMean">Whether a step takes the mean over the batch in place of the printed sum.</param>
/// <param name="Iterations">Steps in all, from 0.</param>
public sealed record EluTrainingCell(
    int Width, int Inputs, int Samples, double Amplitude, double Rate, int Batch, bool IsMean, int Iterations)
{
    /// <summary>The cell whose run takes a number of epochs.</summary>
    public EluTrainingCell ForEpochs(int epochs) => this with { Iterations = epochs * StepsAnEpoch };

    /// <summary>⌈n/|B|⌉.</summary>
    public int StepsAnEpoch => (Samples + Batch - 1) / Batch;

    /// <summary>α = n/(mD).</summary>
    public double Ratio => Samples / ((double)Width * Inputs);
}
