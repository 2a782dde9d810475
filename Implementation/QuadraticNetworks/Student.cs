using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks;

/// <summary>A student network: weights W (m̂ × d), which computes f(W; x) = ‖Wx‖². Immutable.</summary>
public sealed class Student
{
    private readonly Matrix _weights;

    /// <summary>A student with the given weights, which are copied.</summary>
    /// <param name="weights">m̂ × d, m̂ ≥ 1, d ≥ 1, finite.</param>
    /// <exception cref="ArgumentException">There are no weights, or one is not finite.</exception>
    public Student(Matrix weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Rows < 1 || weights.Columns < 1)
            throw new ArgumentException(
                $"A student has at least one row and one column, not {weights.Rows} × {weights.Columns}.",
                nameof(weights));
        foreach (double weight in weights.Values)
        {
            if (!double.IsFinite(weight))
                throw new ArgumentException($"Every weight has to be finite, not {weight}.", nameof(weights));
        }

        _weights = weights.Clone();
    }

    /// <summary>m̂.</summary>
    public int Width => _weights.Rows;

    /// <summary>d.</summary>
    public int Dimension => _weights.Columns;

    /// <summary>W, m̂ × d, a copy.</summary>
    public Matrix Weights => _weights.Clone();

    /// <summary>WᵀW, d × d, a new matrix.</summary>
    public Matrix Gram => Numerics.LinearAlgebra.Gram.Of(_weights);

    /// <summary>A student of independent Gaussian weights times <paramref name="scale"/>.</summary>
    /// <param name="stream">Random numbers; m̂·d normals.</param>
    /// <param name="width">m̂ ≥ 1.</param>
    /// <param name="d">Data dimension, at least 1.</param>
    /// <param name="scale">Finite; 0 for the student that computes nothing.</param>
    public static Student Gaussian(Numerics.Random.RandomStream stream, int width, int d, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(d, 1);
        var W = new Matrix(width, d);
        stream.FillNormals(W.Values);
        Lanes.Scale(scale, W.Values);
        return new(W);
    }

    /// <summary>The number of singular values above <paramref name="tolerance"/> times the greatest.</summary>
    /// <param name="tolerance">In [0, 1); the customary max(m̂, d)·2⁻⁵² where it is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is not in [0, 1).</exception>
    public int Rank(double? tolerance = null)
    {
        double share = tolerance ?? Math.Max(Width, Dimension) * 2 * UnitRoundoff;
        if (!(share >= 0 && share < 1))
            throw new ArgumentOutOfRangeException(
                nameof(tolerance), share, "The tolerance is a share of the greatest singular value, in [0, 1).");
        double[] singular = SingularValueDecomposition.SingularValues(_weights);
        return singular.Count(value => value > share * singular[0]);
    }
}
