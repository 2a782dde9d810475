using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Numerics;

namespace Verification.Properties.CrossPredictability;

/// <summary>The naive twin of <see cref="ReluNetwork"/>: activations and derivatives by recursion over the edges, in
/// exact rational numbers.</summary>
internal sealed class RecursiveNetwork(ReluGraph graph, double[] weights, uint input)
{
    private readonly Dictionary<int, Rational> _activations = [];
    private readonly Dictionary<int, Rational> _derivatives = [];

    /// <summary>The activation of a vertex.</summary>
    public Rational Activation(int vertex)
    {
        if (_activations.TryGetValue(vertex, out Rational known))
            return known;
        Rational z = Preactivation(vertex);
        Rational activation = vertex <= graph.Inputs || vertex == graph.Leaf || z.Sign > 0 ? z : Rational.Zero;
        _activations.Add(vertex, activation);
        return activation;
    }

    /// <summary>∂L/∂w of an edge for L = ½(out − y)².</summary>
    public Rational Derivative(int edge, int label) =>
        VertexDerivative(TargetOf(edge), label) * Activation(graph.Sources[edge]);

    private Rational Preactivation(int vertex)
    {
        if (vertex == 0)
            return Rational.One;
        if (vertex <= graph.Inputs)
            return (input >> (vertex - 1) & 1) == 0 ? 1 : -1;
        Rational z = Rational.Zero;
        for (int e = graph.FirstEdge[vertex]; e < graph.FirstEdge[vertex + 1]; e++)
            z += Rational.Of(weights[e]) * Activation(graph.Sources[e]);
        return z;
    }

    // ∂L/∂z of a vertex: over all edges that leave it.
    private Rational VertexDerivative(int vertex, int label)
    {
        if (vertex == graph.Leaf)
            return Activation(vertex) - label;
        if (_derivatives.TryGetValue(vertex, out Rational known))
            return known;
        Rational sum = Rational.Zero;
        if (Preactivation(vertex).Sign > 0)
        {
            for (int e = 0; e < graph.Edges; e++)
            {
                if (graph.Sources[e] == vertex)
                    sum += Rational.Of(weights[e]) * VertexDerivative(TargetOf(e), label);
            }
        }

        _derivatives.Add(vertex, sum);
        return sum;
    }

    private int TargetOf(int edge)
    {
        int vertex = 0;
        while (graph.FirstEdge[vertex + 1] <= edge)
            vertex++;
        return vertex;
    }
}
