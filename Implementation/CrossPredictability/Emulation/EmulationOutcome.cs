namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>What a run of an emulation network did. Where γ is a power of two and no noise is added, all numbers are
/// exact. With noise, what is said of outputs, gradients and memory keeps 4 digits.</summary>
/// <param name="Rank">Rank over GF(2) of the samples.</param>
/// <param name="IsLearner">Whether the output is the reference learner's prediction, exactly ±1, at all 2ⁿ
/// inputs.</param>
/// <param name="HasLearnersSign">Whether the output has its sign at all inputs.</param>
/// <param name="IsTarget">Whether the output is the target's value, exactly ±1, at all inputs.</param>
/// <param name="HasTargetsSign">Whether the output has its sign at all inputs.</param>
/// <param name="Accuracy">Share of the inputs at which the output has the target's sign; an output of 0 counts
/// ½.</param>
/// <param name="FalseAcceptances">Inputs with a negative output whose label is 1.</param>
/// <param name="LargestStoringOutput">max |out| over the samples of the T steps, before each step.</param>
/// <param name="LargestGradient">max |∂L/∂w| over edges and steps.</param>
/// <param name="Support">For each step the edges with a gradient other than 0.</param>
/// <param name="SetBits">For each step the set bits of its (last) sample.</param>
/// <param name="CircuitEdges">Edges with a gradient other than 0 that lead into readers, the control or the
/// computation, over all steps.</param>
/// <param name="Tags">Least and greatest y·(w − w⁰)/γ over the edges of the tags, after T steps.</param>
/// <param name="SetCells">The same over bit edges of cells whose bit was set; (NaN, NaN) without one.</param>
/// <param name="ClearedCells">The same over bit edges of cells whose bit was cleared.</param>
/// <param name="ChangedEdges">Edges whose weight the further steps changed.</param>
public sealed record EmulationOutcome(
    int Rank,
    bool IsLearner,
    bool HasLearnersSign,
    bool IsTarget,
    bool HasTargetsSign,
    double Accuracy,
    int FalseAcceptances,
    double LargestStoringOutput,
    double LargestGradient,
    int[] Support,
    int[] SetBits,
    int CircuitEdges,
    double[] Tags,
    double[] SetCells,
    double[] ClearedCells,
    int ChangedEdges);
