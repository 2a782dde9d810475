namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>A weighted directed acyclic graph: n + 1 roots, rectifiers ReLU(z) = max(z, 0), and one linear leaf, the
/// last vertex.</summary>
/// <remarks>
/// "Neural nets = weighted DAG, n+1 roots (inputs), one leaf (output) plus some non-linearity on other vertices" (first
/// talk of the document, "Formalizing the problem"). Root 0 is the constant 1, roots 1 … n are the coordinates of the
/// input. Vertices are numbered in topological order, edges are sorted by their target: those into v are
/// <c>FirstEdge[v] … FirstEdge[v + 1] − 1</c>. Immutable.
/// </remarks>
public sealed class ReluGraph
{
    private readonly int[] _sources;
    private readonly int[] _firstEdge;
    private readonly double[] _weights;
    private readonly int[] _levels;
    private readonly CircuitSection[] _sections;

    internal ReluGraph(
        int inputs, int[] sources, int[] firstEdge, double[] weights, int[] levels, CircuitSection[] sections)
    {
        Inputs = inputs;
        _sources = sources;
        _firstEdge = firstEdge;
        _weights = weights;
        _levels = levels;
        _sections = sections;
    }

    /// <summary>Number n of coordinates of the input; there are n + 1 roots.</summary>
    public int Inputs { get; }

    /// <summary>Number of vertices, roots and leaf included.</summary>
    public int Vertices => _levels.Length;

    /// <summary>Number of edges, each of which is trained.</summary>
    public int Edges => _sources.Length;

    /// <summary>The output vertex.</summary>
    public int Leaf => Vertices - 1;

    /// <summary>Edges on the longest path from a root to the leaf.</summary>
    public int Depth => _levels[Leaf];

    /// <summary>Source of each edge; smaller than its target.</summary>
    public ReadOnlySpan<int> Sources => _sources;

    /// <summary>For each vertex its first incoming edge; one entry more than vertices.</summary>
    public ReadOnlySpan<int> FirstEdge => _firstEdge;

    /// <summary>Weight of each edge before training.</summary>
    public ReadOnlySpan<double> InitialWeights => _weights;

    /// <summary>For each vertex the edges on the longest path to it; 0 for roots.</summary>
    public ReadOnlySpan<int> Levels => _levels;

    /// <summary>For each vertex the part of the network that it belongs to.</summary>
    public ReadOnlySpan<CircuitSection> Sections => _sections;
}
