namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>Builds a <see cref="ReluGraph"/> vertex by vertex. Wires are affine combinations of what there is; only a
/// rectifier makes a vertex.</summary>
/// <remarks>Mutable, not synchronized. Gadgets for bits are <see cref="LogicGates"/>; a bit is a wire of value 0 or
/// 1.</remarks>
public sealed class CircuitBuilder
{
    private readonly int _inputs;
    private readonly List<int> _sources = [];
    private readonly List<double> _weights = [];
    private readonly List<int> _firstEdge = [];
    private readonly List<int> _levels = [];
    private readonly List<CircuitSection> _sections = [];
    private bool _isClosed;

    /// <summary>A graph of the roots alone.</summary>
    /// <param name="inputs">Number n of coordinates of the input, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no input.</exception>
    public CircuitBuilder(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        _inputs = inputs;
        for (int root = 0; root <= inputs; root++)
        {
            _firstEdge.Add(0);
            _levels.Add(0);
            _sections.Add(CircuitSection.Root);
        }
    }

    /// <summary>The part of the network that the next vertices belong to.</summary>
    public CircuitSection Section { get; set; } = CircuitSection.Computation;

    /// <summary>The constant 1.</summary>
    public static Wire One { get; } = Wire.Of(0);

    /// <summary>x_i, which is +1 or −1.</summary>
    /// <param name="coordinate">i, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such coordinate.</exception>
    public Wire Input(int coordinate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(coordinate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coordinate, _inputs);
        return Wire.Of(coordinate);
    }

    /// <summary>The bit of a coordinate, (1 − x_i)/2: 1 where x_i = −1.</summary>
    /// <param name="coordinate">i, from 1.</param>
    public Wire Bit(int coordinate) => 0.5 * (One - Input(coordinate));

    /// <summary>The rectifier ReLU(z), a new vertex.</summary>
    /// <param name="z">What it rectifies.</param>
    /// <returns>Its number.</returns>
    public int Vertex(Wire z)
    {
        ArgumentNullException.ThrowIfNull(z);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        int level = 0;
        _firstEdge.Add(_sources.Count);
        foreach ((int source, double weight) in z.Terms)
            level = Math.Max(level, AddEdge(source, weight));
        _levels.Add(level + 1);
        _sections.Add(Section);
        return _levels.Count - 1;
    }

    /// <summary>The rectifier ReLU(z) as a wire.</summary>
    public Wire Relu(Wire z) => Wire.Of(Vertex(z));

    /// <summary>A memory vertex without a bit: ReLU(β) with β = 1.</summary>
    public MemoryCell Tag()
    {
        int edge = _sources.Count;
        return new(Vertex(One), edge, BitEdge: -1);
    }

    /// <summary>A memory cell ReLU(β + w·u) with β = 1.</summary>
    /// <param name="input">The vertex u.</param>
    /// <param name="weight">w before training; the edge exists for 0 too.</param>
    public MemoryCell Cell(int input, double weight)
    {
        MemoryCell tag = Tag();
        int edge = _sources.Count;
        int level = AddEdge(input, weight);
        _levels[tag.Vertex] = Math.Max(_levels[tag.Vertex], level + 1);
        return tag with { BitEdge = edge };
    }

    /// <summary>Closes the graph with a linear leaf.</summary>
    /// <param name="terms">Vertices that it reads, with the weights; each once.</param>
    public ReluGraph Close(IReadOnlyList<(int Vertex, double Weight)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _isClosed = true;
        int level = 0;
        _firstEdge.Add(_sources.Count);
        foreach ((int source, double weight) in terms)
            level = Math.Max(level, AddEdge(source, weight));
        _levels.Add(level + 1);
        _sections.Add(CircuitSection.Leaf);
        return new(
            _inputs, [.. _sources], [.. _firstEdge, _sources.Count], [.. _weights], [.. _levels], [.. _sections]);
    }

    private int AddEdge(int source, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, _levels.Count);
        _sources.Add(source);
        _weights.Add(weight);
        return _levels[source];
    }
}
