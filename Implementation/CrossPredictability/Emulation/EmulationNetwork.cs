using System.Collections.Concurrent;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>A network of rectifiers that stochastic gradient descent with single samples turns into a learner: it
/// writes the samples into weights, and a fixed circuit behind them computes what the learner would predict.</summary>
/// <remarks>
/// Our construction in the spirit of "The universal emulation argument" (first talk; E. Abbe and C. Sandon,
/// arXiv:2001.02992), whose figure the document lacks; theirs is smaller. Loss ½(out − y)², every edge trained at the
/// same rate γ, labels and coordinates ±1. While samples are stored the output is 0; afterwards it is the prediction,
/// +1 or −1. Immutable; equal designs share one.
/// </remarks>
public sealed class EmulationNetwork
{
    private static readonly ConcurrentDictionary<EmulationDesign, EmulationNetwork> Known = new();

    private EmulationNetwork(EmulationDesign design, ReluGraph graph, MemorySlot[] slots)
    {
        Design = design;
        Graph = graph;
        Slots = slots;
    }

    /// <summary>Sizes and constants.</summary>
    public EmulationDesign Design { get; }

    /// <summary>The network with its weights before training.</summary>
    public ReluGraph Graph { get; }

    /// <summary>The memory, in the order in which it is filled.</summary>
    public IReadOnlyList<MemorySlot> Slots { get; }

    /// <summary>The network of a design. O(T·n²) vertices for parities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size lies outside 1 … 24 coordinates and 1 … 64 slots, or the
    /// rate is not positive and finite.</exception>
    public static EmulationNetwork Of(EmulationDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Known.GetOrAdd(design, Build);
    }

    private static EmulationNetwork Build(EmulationDesign design)
    {
        ThrowIfOutside(design.Coordinates, 24, nameof(design.Coordinates));
        ThrowIfOutside(design.Slots, 64, nameof(design.Slots));
        if (!(design.Rate > 0 && double.IsFinite(1 / design.Rate)))
            throw new ArgumentOutOfRangeException(
                nameof(design), design.Rate, "The rate has to be positive and finite.");
        var circuit = new CircuitBuilder(design.Coordinates);
        var leaf = new List<(int Vertex, double Weight)>();
        MemorySlot[] slots = SampleMemory.Add(circuit, design, leaf);
        Wire bit = design.Learner == EmulatedLearner.Parities
            ? ParityCircuit.Add(circuit, slots)
            : ConjunctionCircuit.Add(circuit, slots);
        circuit.Section = CircuitSection.WritePath;
        Wire early = design.Inhibition * LogicGates.Not(slots[^1].Filled);
        leaf.Add((circuit.Vertex(LogicGates.Not(bit) - early), 1));
        leaf.Add((circuit.Vertex(bit - early), -1));
        return new(design, circuit.Close(leaf), slots);
    }

    private static void ThrowIfOutside(int size, int greatest, string name)
    {
        if (size < 1 || size > greatest)
            throw new ArgumentOutOfRangeException(name, size, $"The size has to be between 1 and {greatest}.");
    }
}
