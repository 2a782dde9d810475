using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Data with what makes images hard and learnable: K classes of C components each, a strong variation that
/// says nothing of the class, and little noise.</summary>
/// <remarks>
/// x = normalize(e_(a,j) + n + ε): the centers e are the first KC unit vectors, n has variance b²/8 on each of the next
/// eight coordinates, ε variance s²/d on every coordinate, s = 0.3. That directions are those of coordinates is no
/// restriction for networks whose first layer starts with a law that rotations leave alone. Classes and components are
/// balanced: sample i has class i mod K, and component ⌊i/K⌋ mod C.
/// </remarks>
public sealed class ImageLikeMixture
{
    /// <summary>Coordinates of the variation that says nothing of the class.</summary>
    public const int VariationRank = 8;

    private const double Noise = 0.3;

    private readonly int _classes;
    private readonly int _components;
    private readonly int _dimension;
    private readonly double _variation;

    /// <summary>A population.</summary>
    /// <param name="classes">K, at least 2.</param>
    /// <param name="components">C, at least 1.</param>
    /// <param name="dimension">d, at least KC + 8.</param>
    /// <param name="variation">b, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public ImageLikeMixture(int classes, int components, int dimension, double variation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, classes * components + VariationRank);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        (_classes, _components, _dimension, _variation) = (classes, components, dimension, variation);
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
            row[labels[i] * _components + i / _classes % _components] += 1;
            Lanes.Axpy(
                _variation / Math.Sqrt(VariationRank),
                variation.AsSpan(i * VariationRank, VariationRank),
                row.Slice(_classes * _components, VariationRank));
            Lanes.Scale(1 / Lanes.Norm(row), row);
        }

        return new(X, labels, _classes);
    }
}
