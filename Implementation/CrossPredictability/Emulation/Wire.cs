namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>An affine combination of vertices of a circuit, Σ c_v a_v, with vertex 0 as the constant 1. It costs no
/// vertex: the next rectifier reads it through edges of weights c_v.</summary>
/// <remarks>Immutable. Terms whose coefficients cancel are left out. Coefficients are dyadic in all gadgets here, so
/// that sums are exact.</remarks>
public sealed class Wire
{
    private readonly KeyValuePair<int, double>[] _terms;

    private Wire(KeyValuePair<int, double>[] terms) => _terms = terms;

    /// <summary>The constant 0.</summary>
    public static Wire Zero { get; } = new([]);

    /// <summary>Vertices and their coefficients, none of which is 0, by ascending vertex.</summary>
    public IReadOnlyList<KeyValuePair<int, double>> Terms => _terms;

    /// <summary>The activation of one vertex.</summary>
    public static Wire Of(int vertex) => new([new(vertex, 1)]);

    /// <summary>a + b.</summary>
    public static Wire operator +(Wire a, Wire b) => Combine(a, b, 1);

    /// <summary>a − b.</summary>
    public static Wire operator -(Wire a, Wire b) => Combine(a, b, -1);

    /// <summary>c·a.</summary>
    public static Wire operator *(double c, Wire a) => Combine(Zero, a, c);

    // Merges two lists in the order of the vertices.
    private static Wire Combine(Wire a, Wire b, double factor)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var sum = new KeyValuePair<int, double>[a._terms.Length + b._terms.Length];
        int count = 0;
        for (int i = 0, j = 0; i < a._terms.Length || j < b._terms.Length;)
        {
            int left = i < a._terms.Length ? a._terms[i].Key : int.MaxValue;
            int right = j < b._terms.Length ? b._terms[j].Key : int.MaxValue;
            double value = 0;
            if (left <= right)
                value = a._terms[i++].Value;
            if (right <= left)
                value += factor * b._terms[j++].Value;
            if (value != 0)
                sum[count++] = new(Math.Min(left, right), value);
        }

        return new(sum[..count]);
    }
}
