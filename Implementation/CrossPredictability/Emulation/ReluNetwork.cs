using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>The weights of a <see cref="ReluGraph"/> in training, with backpropagation for the loss
/// ½(out − y)².</summary>
/// <remarks>
/// ReLU′(z) is 1 for z &gt; 0 and 0 elsewhere. ∂L/∂w_{u→v} = δ_v·a_u with δ_leaf = out − y and δ_u = ReLU′(z_u)·Σ_v
/// w_{u→v}δ_v. Sums over the edges into a vertex run in the order of the edges, products are rounded before they are
/// added: the same bits everywhere, and eight inputs at once give the bits of each alone. Mutable, not synchronized; no
/// call but <see cref="EvaluateAll"/> allocates.
/// </remarks>
public sealed class ReluNetwork
{
    private readonly ReluGraph _graph;
    private readonly double[] _weights;
    private readonly double[] _activations;
    private readonly double[] _δ;
    private readonly Vector512<double>[] _many;

    /// <summary>A network at its initial weights.</summary>
    public ReluNetwork(ReluGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        _weights = graph.InitialWeights.ToArray();
        _activations = new double[graph.Vertices];
        _δ = new double[graph.Vertices];
        _many = new Vector512<double>[graph.Vertices];
    }

    /// <summary>The graph.</summary>
    public ReluGraph Graph => _graph;

    /// <summary>Weight of each edge; what is written here is used.</summary>
    public Span<double> Weights => _weights;

    /// <summary>Activation of each vertex at the last input of <see cref="Forward"/>.</summary>
    public ReadOnlySpan<double> Activations => _activations;

    /// <summary>The output at the input whose coordinate i is −1 where bit i − 1 of <paramref name="input"/> is set and
    /// +1 elsewhere. O(edges).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Forward(uint input)
    {
        double[] a = _activations, w = _weights;
        a[0] = 1;
        for (int i = 0; i < _graph.Inputs; i++)
            a[i + 1] = (input >> i & 1) == 0 ? 1 : -1;
        ReadOnlySpan<int> first = _graph.FirstEdge, sources = _graph.Sources;
        for (int v = _graph.Inputs + 1; v < a.Length; v++)
        {
            double z = 0;
            for (int e = first[v]; e < first[v + 1]; e++)
                z += w[e] * a[sources[e]];
            a[v] = v == a.Length - 1 ? z : Math.Max(z, 0);
        }

        return a[^1];
    }

    /// <summary>Adds <paramref name="outputDerivative"/>·∂out/∂w of every edge, at the last input of
    /// <see cref="Forward"/>. O(edges); vertices without derivative are passed over.</summary>
    /// <param name="outputDerivative">δ of the leaf: out − y, or a share of it for means over batches.</param>
    /// <param name="gradient">One entry an edge.</param>
    /// <exception cref="ArgumentException">The gradient has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddGradient(double outputDerivative, Span<double> gradient)
    {
        if (gradient.Length != _weights.Length)
            throw new ArgumentException("The gradient has one entry for each edge.", nameof(gradient));
        ReadOnlySpan<int> first = _graph.FirstEdge, sources = _graph.Sources;
        Array.Clear(_δ);
        _δ[^1] = outputDerivative;
        for (int v = _δ.Length - 1; v > _graph.Inputs; v--)
        {
            double δ = _δ[v];
            if (δ == 0 || (v < _graph.Leaf && !(_activations[v] > 0)))
                continue;
            for (int e = first[v]; e < first[v + 1]; e++)
            {
                gradient[e] += δ * _activations[sources[e]];
                _δ[sources[e]] += _weights[e] * δ;
            }
        }
    }

    /// <summary>The outputs at all 2ⁿ inputs, numbered as in <see cref="Forward"/>. O(2ⁿ·edges/8).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] EvaluateAll()
    {
        double[] outputs = new double[1 << _graph.Inputs];
        Span<double> group = stackalloc double[8];
        ReadOnlySpan<int> first = _graph.FirstEdge, sources = _graph.Sources;
        Vector512<double>[] a = _many;
        for (int start = 0; start < outputs.Length; start += 8)
        {
            a[0] = Vector512<double>.One;
            for (int i = 0; i < _graph.Inputs; i++)
            {
                for (int lane = 0; lane < 8; lane++)
                    group[lane] = (start + lane >> i & 1) == 0 ? 1 : -1;
                a[i + 1] = Vector512.Create<double>(group);
            }

            for (int v = _graph.Inputs + 1; v < a.Length; v++)
            {
                Vector512<double> z = Vector512<double>.Zero;
                for (int e = first[v]; e < first[v + 1]; e++)
                    z += Vector512.Create(_weights[e]) * a[sources[e]];
                // Math.Max hands a NaN on as well.
                a[v] = v == a.Length - 1 ? z : Vector512.Max(z, Vector512<double>.Zero);
            }

            a[^1].CopyTo(group);
            group[..Math.Min(8, outputs.Length - start)].CopyTo(outputs.AsSpan(start));
        }

        return outputs;
    }
}
