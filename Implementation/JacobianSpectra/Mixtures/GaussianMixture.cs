using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>K classes with C components each: samples N(μ, σ²I/d) around unit centers μ.</summary>
/// <remarks>arXiv:1906.05392, Definition 2.4. Component c belongs to the class ⌊c/C⌋. Immutable.</remarks>
public sealed class GaussianMixture
{
    // A sphere of dimension 2 or more holds more than a hundred caps of the radius that separation asks for; sequences
    // of draws that jam are drawn anew.
    private const int LongestSearch = 100_000;

    private readonly Matrix _centers;

    /// <summary>A mixture around centers given, which are copied.</summary>
    /// <param name="classes">K, at least 1.</param>
    /// <param name="centers">KC × d.</param>
    /// <exception cref="ArgumentException">The number of centers is no positive multiple of K.</exception>
    public GaussianMixture(int classes, Matrix centers)
    {
        ArgumentNullException.ThrowIfNull(centers);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (centers.Rows < 1 || centers.Rows % classes != 0)
            throw new ArgumentException(
                $"{centers.Rows} centers cannot be shared out among {classes} classes.", nameof(centers));
        Classes = classes;
        _centers = centers.Clone();
    }

    /// <summary>K.</summary>
    public int Classes { get; }

    /// <summary>KC.</summary>
    public int Components => _centers.Rows;

    /// <summary>The centers with their classes.</summary>
    public LabeledInputs Centers => Around([.. Enumerable.Range(0, Components)], 0, null);

    /// <summary>A mixture of KC centers of a kind.</summary>
    /// <exception cref="ArgumentException">There are no such centers.</exception>
    public static GaussianMixture Draw(RandomStream stream, CenterKind kind, int classes, int components, int dimension)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        int count = classes * components;
        return new(
            classes,
            kind == CenterKind.Antipodal ? Antipodal(count, dimension) : Separated(stream, count, dimension));
    }

    /// <summary>The same number of samples of each component, in the order of the components.</summary>
    /// <param name="perComponent">At least 1.</param>
    /// <param name="deviation">σ, not negative.</param>
    /// <param name="stream">Where the samples come from; not used for σ = 0.</param>
    public LabeledInputs Balanced(int perComponent, double deviation, RandomStream? stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perComponent, 1);
        return Around(
            [.. Enumerable.Range(0, Components * perComponent).Select(i => i / perComponent)], deviation, stream);
    }

    /// <summary>Samples of given components.</summary>
    /// <param name="components">Component of each sample, n entries from 0.</param>
    /// <param name="deviation">σ, not negative.</param>
    /// <param name="stream">Where the samples come from; not used for σ = 0.</param>
    public LabeledInputs Around(ReadOnlySpan<int> components, double deviation, RandomStream? stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        int d = _centers.Columns;
        var X = new Matrix(components.Length, d);
        var labels = new int[components.Length];
        if (deviation > 0)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.FillNormals(X.Values);
            Lanes.Scale(deviation / Math.Sqrt(d), X.Values);
        }

        for (int i = 0; i < components.Length; i++)
        {
            Lanes.Axpy(1, _centers.Row(components[i]), X.Row(i));
            labels[i] = components[i] * Classes / Components;
        }

        return new(X, labels, Classes);
    }

    private static Matrix Separated(RandomStream stream, int count, int dimension)
    {
        if (dimension == 1 ? count > 1 : dimension == 2 && count > 4)
            throw new ArgumentException(
                $"{count} separated centers do not fit into dimension {dimension}.", nameof(count));
        var centers = new Matrix(count, dimension);
        int accepted = 0, rejected = 0;
        for (int draws = 0; accepted < count; draws++)
        {
            if (draws > LongestSearch)
                throw new ArgumentException(
                    $"{count} separated centers were not found in dimension {dimension}.", nameof(count));
            Span<double> candidate = centers.Row(accepted);
            UniformSphere.Fill(stream, candidate);

            // ‖x − y‖ and ‖x + y‖ are at least ½ where |x·y| ≤ 7/8.
            bool isSeparated = true;
            for (int other = 0; other < accepted && isSeparated; other++)
                isSeparated = Math.Abs(Lanes.Dot(candidate, centers.Row(other))) <= 0.875;
            (accepted, rejected) = isSeparated ? (accepted + 1, 0) : (accepted, rejected + 1);
            if (rejected > 1000)
                (accepted, rejected) = (0, 0);
        }

        return centers;
    }

    private static Matrix Antipodal(int count, int dimension)
    {
        if (count != 8 || dimension < 3)
            throw new ArgumentException("There are eight antipodal centers, from three dimensions on.", nameof(count));
        double[,] half = { { 0.6, 0.8, 0 }, { 0.6, 0, 0.8 }, { 0.6, -0.8, 0 }, { 0.6, 0, -0.8 } };
        var centers = new Matrix(count, dimension);
        for (int i = 0; i < count; i++)
            for (int j = 0; j < 3; j++)
                centers[i, j] = i < 4 ? half[i, j] : -half[i - 4, j];
        return centers;
    }
}
