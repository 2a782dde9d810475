namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>What replaces a label.</summary>
public enum CorruptionKind
{
    /// <summary>One of the other K − 1 labels, with equal probability: "another random label".</summary>
    StrictlyDifferent,

    /// <summary>One of all K labels, with equal probability: the same one with probability 1/K.</summary>
    AnyLabel,

    /// <summary>The next label, modulo K, in all samples of a class.</summary>
    Next,
}
