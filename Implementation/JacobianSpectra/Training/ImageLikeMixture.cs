using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Data with what makes images hard and learnable: K classes of C components each, a strong variation that
/// says nothing of the class, and little noise.</summary>
/// <remarks>
/// x = normalize(c_(a,j) + n + ε): the centers c are independent uniform unit vectors of the first KC coordinates, n
/// has variance b²/8 on each of the next eight, ε variance s²/d on every coordinate, with b = 1 and s = 0.3. The subspaces
/// are those of coordinates, which is no restriction for networks whose first layer is invariant under rotations.
/// Classes and components are balanced: sample i has class i mod K, and component ⌊i/K⌋ mod C.
/// </remarks>
public sealed class ImageLikeMixture
{
    /// <summary>Coordinates of the variation that says nothing of the class.</summary>
    public const int VariationRank = 8;

    private const double Variation = 1, Noise = 0.3;

    private readonly int _classes;
    private readonly int _components;
    private readonly int _dimension;
    private readonly Matrix _centers;

    /// <summary>A population with random centers.</summary>
    /// <param name="stream">Where the centers come from.</param>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="components">C, at least 1.</param>
    /// <param name="dimension">d, at least KC + 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public ImageLikeMixture(RandomStream stream, int classes, int components, int dimension)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, classes * components + VariationRank);
        (_classes, _components, _dimension) = (classes, components, dimension);
        _centers = new Matrix(classes * components, classes * components);
        stream.FillNormals(_centers.Values);
        for (int c = 0; c < _centers.Rows; c++)
            Normalize(_centers.Row(c));
    }

    /// <summary>Independent samples.</summary>
    /// <param name="stream">Where they come from.</param>
    /// <param name="samples">n, at least 1.</param>
    public LabeledInputs Draw(RandomStream stream, int samples)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var X = new Matrix(samples, _dimension);
        stream.FillNormals(X.Values);
        Lanes.Scale(Noise / Math.Sqrt(_dimension), X.Values);
        double[] variation = stream.Normals(samples * VariationRank);
        int[] labels = [.. Enumerable.Range(0, samples).Select(i => i % _classes)];
        for (int i = 0; i < samples; i++)
        {
            Span<double> row = X.Row(i);
            Lanes.Axpy(1, _centers.Row(labels[i] * _components + i / _classes % _components), row[.._centers.Columns]);
            Lanes.Axpy(
                Variation / Math.Sqrt(VariationRank),
                variation.AsSpan(i * VariationRank, VariationRank),
                row.Slice(_centers.Columns, VariationRank));
            Normalize(row);
        }

        return new(X, labels, _classes);
    }

    private static void Normalize(Span<double> row) => Lanes.Scale(1 / Lanes.Norm(row), row);
}
