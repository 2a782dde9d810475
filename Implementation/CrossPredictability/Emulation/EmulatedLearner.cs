namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Which algorithm the circuit of an emulation network carries out on the stored samples.</summary>
public enum EmulatedLearner
{
    /// <summary>Gauss–Jordan elimination over GF(2): a parity that fits, free coordinates left out.</summary>
    Parities,

    /// <summary>Elimination of literals: the longest conjunction that accepts every accepted sample.</summary>
    Conjunctions,
}
