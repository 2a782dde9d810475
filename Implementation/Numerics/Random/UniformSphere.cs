using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.Numerics.Random;

/// <summary>Points drawn uniformly from the Euclidean unit sphere.</summary>
/// <remarks>A standard normal vector over its norm (M. Muller 1959, doi:10.1145/377939.377946): the normal law is
/// invariant under rotations.</remarks>
public static class UniformSphere
{
    /// <summary>Fills a vector of dimension d with a uniform point of the sphere S^(d−1).</summary>
    /// <param name="stream">The stream; one normal fill of length d is consumed (again in the event, of probability
    /// about 2⁻⁵², that all entries are 0).</param>
    /// <param name="point">Receives the point, of norm 1 up to rounding; for d = 1 exactly ±1. An empty span stays
    /// empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static void Fill(RandomStream stream, Span<double> point)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double norm = 0;
        while (norm == 0 && point.Length > 0)
        {
            stream.FillNormals(point);
            norm = Norm(point);
        }

        foreach (ref double entry in point)
            entry /= norm;
    }

    /// <summary>An n × d matrix whose rows are independent uniform points of the unit sphere of dimension d −
    /// 1.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static Matrix Rows(RandomStream stream, int n, int d)
    {
        var points = new Matrix(n, d);
        for (int i = 0; i < n; i++)
            Fill(stream, points.Row(i));
        return points;
    }

    // Entries are at most 8.6, so that squares neither overflow nor, unless all are tiny, underflow.
    internal static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double entry in x)
            sum = Math.FusedMultiplyAdd(entry, entry, sum);
        return Math.Sqrt(sum);
    }
}
