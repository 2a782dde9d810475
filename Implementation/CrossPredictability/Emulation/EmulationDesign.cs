namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Sizes and constants of an emulation network. The defaults are those that work; the others are there to be
/// got wrong.</summary>
/// <param name="Coordinates">n, at least 1.</param>
/// <param name="Slots">T: how many samples the memory holds, at least 1.</param>
/// <param name="Rate">γ, the step size that the network is built for; a power of two at most ½ makes every number of a
/// run exact.</param>
public sealed record EmulationDesign(int Coordinates, int Slots, double Rate)
{
    /// <summary>The circuit behind the memory.</summary>
    public EmulatedLearner Learner { get; init; } = EmulatedLearner.Parities;

    /// <summary>B, the weight by which an inhibitor closes a path, at least <see cref="LeastInhibition"/>.</summary>
    public double Inhibition { get; init; } = 4;

    /// <summary>How much the leaf takes from an open slot beside the n of its cells; its tag adds 1, so that 1 leaves
    /// the output at 0.</summary>
    public double LeafOffset { get; init; } = 1;

    /// <summary>Above which |m − 1|/γ a cell is read as a set bit. A cleared one shows 1, a set one 2.</summary>
    public double ReadThreshold { get; init; } = 1.5;

    /// <summary>Weight of the bit edges before training, in units of γ.</summary>
    public double InitialBitWeight { get; init; }

    /// <summary>Whether slots that are not being written read with the input 1 in place of the present bit.</summary>
    public bool IsGated { get; init; } = true;

    /// <summary>max(1 + γ(n + 1), (1 + γ)(1 + 2γ)): below it a written slot reaches the leaf.</summary>
    /// <remarks>
    /// The step that writes a slot moves its write path too. With the label −1 the edge 1 → h, whose derivative is
    /// y(n + 1), becomes 1 + γ(n + 1). With the label 1 the edge m → g becomes 1 + γ, and a set bit shows m = 1 + 2γ.
    /// </remarks>
    /// <param name="coordinates">n.</param>
    /// <param name="rate">The run's rate.</param>
    public static double LeastInhibition(int coordinates, double rate) =>
        Math.Max(1 + rate * (coordinates + 1), (1 + rate) * (1 + 2 * rate));
}
