namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>What an emulation network is made with besides its sizes. The defaults are those that work; the others are
/// there to be got wrong.</summary>
public abstract record EmulationConstants
{
    /// <summary>The circuit behind the memory, and with it the class of targets.</summary>
    public EmulatedLearner Learner { get; init; } = EmulatedLearner.Parities;

    /// <summary>B, the weight by which an inhibitor closes a path, at least <see
    /// cref="EmulationDesign.LeastInhibition"/>.</summary>
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
