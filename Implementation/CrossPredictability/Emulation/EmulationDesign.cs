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

    /// <summary>B, the weight by which an inhibitor closes a path. A written cell shows 1 + 2γ at most, so that 1 + 2γ
    /// closes it.</summary>
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
}
