namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Which part of the emulation network a vertex belongs to.</summary>
public enum CircuitSection
{
    /// <summary>The constant 1 or a coordinate of the input.</summary>
    Root,

    /// <summary>A vertex whose incoming edges hold stored bits.</summary>
    Memory,

    /// <summary>Turns what a memory vertex shows into bits.</summary>
    Reader,

    /// <summary>Says which slot is to be written next.</summary>
    Control,

    /// <summary>Carries the gradient from the leaf to the slot to be written.</summary>
    WritePath,

    /// <summary>The circuit of the learner.</summary>
    Computation,

    /// <summary>The output.</summary>
    Leaf,
}
