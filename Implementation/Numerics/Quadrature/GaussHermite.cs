using System.Collections.Concurrent;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Quadrature;

// h_k = He_k/√k! are the orthonormal Hermite polynomials of the standard normal law: h_{k+1} = (x·h_k − √k·h_{k−1})/√(k+1), h_k' = √k·h_{k−1}.
// Nodes are the eigenvalues of the Jacobi matrix with off-diagonal √k (Golub and Welsch 1969), polished by Newton's method on h_n; weights are Christoffel numbers, w_i = 1/(n·h_{n−1}(x_i)²).

/// <summary>Expectations over a standard normal variable: Σ w_i f(x_i) ≈ E f(g), exact for polynomials of degree 2n − 1.</summary>
/// <remarks>
/// Nodes and weights are accurate to a few ULP relative to the largest node and to each weight times n. For f analytic in the strip |Im x| &lt; τ the error falls like
/// exp(−2τ√n). Immutable.
/// </remarks>
public sealed class GaussHermite
{
    /// <summary>Most nodes: beyond, polynomial values at the outermost nodes leave the range of doubles.</summary>
    public const int MostNodes = 256;

    // Rules are immutable and cost O(n³): each is made once.
    private static readonly ConcurrentDictionary<int, GaussHermite> Rules = new();

    private readonly double[] _nodes;
    private readonly double[] _weights;

    private GaussHermite(int count)
    {
        var jacobi = new Matrix(count, count);
        for (int k = 1; k < count; k++)
            jacobi[k - 1, k] = jacobi[k, k - 1] = Math.Sqrt(k);
        _nodes = SymmetricEigen.Of(jacobi).Values;
        _weights = new double[count];
        for (int i = 0; i < (count + 1) / 2; i++)
        {
            // Twice is enough: eigenvalues come with 13 digits, and Newton's method squares the error.
            double x = 2 * i + 1 == count ? 0 : _nodes[count - 1 - i];
            for (int step = 0; step < 2 && x != 0; step++)
            {
                (double h, double previous) = Hermite(x, count);
                x -= h / (Math.Sqrt(count) * previous);
            }

            (_, double last) = Hermite(x, count);
            (_nodes[count - 1 - i], _nodes[i]) = (x, -x);
            _weights[i] = _weights[count - 1 - i] = 1 / (count * last * last);
        }
    }

    /// <summary>The rule with <paramref name="count"/> nodes.</summary>
    /// <param name="count">n, 1 to <see cref="MostNodes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static GaussHermite Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostNodes);
        return Rules.GetOrAdd(count, static n => new GaussHermite(n));
    }

    /// <summary>x_i, ascending, symmetric about 0.</summary>
    public ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>w_i, positive, of sum 1 up to rounding.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    // h_n(x) and h_{n−1}(x).
    private static (double Value, double Previous) Hermite(double x, int n)
    {
        double previous = 0;
        double value = 1;
        for (int k = 0; k < n; k++)
            (previous, value) = (value, (x * value - Math.Sqrt(k) * previous) / Math.Sqrt(k + 1));
        return (value, previous);
    }
}
