using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Images;

/// <summary>Images with their classes, as a file has them.</summary>
/// <remarks>Immutable by convention: the arrays are those given.</remarks>
public sealed class LabeledImages
{
    /// <summary>Images of one size.</summary>
    /// <param name="channels">Planes of an image: 1 gray, 3 red, green, blue.</param>
    /// <param name="height">Rows of a plane.</param>
    /// <param name="width">Columns of a plane.</param>
    /// <param name="pixels">Image after image, plane after plane, row after row.</param>
    /// <param name="labels">A class an image, 0 to 9.</param>
    /// <exception cref="ArgumentException">The numbers of pixels and labels do not fit.</exception>
    public LabeledImages(int channels, int height, int width, byte[] pixels, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.LongLength != (long)labels.Length * channels * height * width)
            throw new ArgumentException(
                $"{labels.Length} images of {channels} × {height} × {width} are not {pixels.Length} pixels.",
                nameof(pixels));
        (Channels, Height, Width, Pixels, Labels) = (channels, height, width, pixels, labels);
    }

    /// <summary>Planes of an image.</summary>
    public int Channels { get; }

    /// <summary>Rows of a plane.</summary>
    public int Height { get; }

    /// <summary>Columns of a plane.</summary>
    public int Width { get; }

    /// <summary>Image after image, plane after plane, row after row.</summary>
    public byte[] Pixels { get; }

    /// <summary>A class an image.</summary>
    public byte[] Labels { get; }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>These images and others of the same size behind them.</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public LabeledImages With(LabeledImages others)
    {
        ArgumentNullException.ThrowIfNull(others);
        if ((others.Channels, others.Height, others.Width) != (Channels, Height, Width))
            throw new ArgumentException("The images have another size.", nameof(others));
        return new(Channels, Height, Width, [.. Pixels, .. others.Pixels], [.. Labels, .. others.Labels]);
    }

    /// <summary>Small vectors for networks of a desk's size: the first images of each class, in turn, every plane
    /// averaged over a grid of cells, their mean taken off, and scaled to norm 1.</summary>
    /// <param name="classes">The classes that are kept, in the order of their new numbers 0, 1, ….</param>
    /// <param name="samples">How many images are kept in all.</param>
    /// <param name="grid">Cells along each side of a plane: pixel (y, x) is in cell (⌊y·grid/height⌋,
    /// ⌊x·grid/width⌋).</param>
    /// <exception cref="ImageFormatException">There are too few images of a class.</exception>
    public LabeledInputs Pooled(IReadOnlyList<int> classes, int samples, int grid)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(grid, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grid, Math.Min(Height, Width));
        int[] kept = Kept(classes, samples);
        var inputs = new Matrix(samples, Channels * grid * grid);
        var cell = new int[grid * grid];
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
                cell[y * grid / Height * grid + x * grid / Width]++;
        for (int i = 0; i < samples; i++)
        {
            Span<double> row = inputs.Row(i);
            ReadOnlySpan<byte> image = Pixels.AsSpan(kept[i] * Channels * Height * Width, Channels * Height * Width);
            for (int p = 0; p < image.Length; p++)
            {
                (int channel, int y, int x) = (p / (Height * Width), p / Width % Height, p % Width);
                row[(channel * grid + y * grid / Height) * grid + x * grid / Width] += image[p];
            }

            for (int j = 0; j < row.Length; j++)
                row[j] /= cell[j % cell.Length];
            double mean = Lanes.Sum(row) / row.Length;
            foreach (ref double value in row)
                value -= mean;
            double norm = Lanes.Norm(row);
            if (norm > 0)
                Lanes.Scale(1 / norm, row);
        }

        return new(inputs, [.. Enumerable.Range(0, samples).Select(i => i % classes.Count)], classes.Count);
    }

    private int[] Kept(IReadOnlyList<int> classes, int samples)
    {
        int[][] members =
        [
            .. classes.Select(label => (int[])[.. Enumerable.Range(0, Count).Where(i => Labels[i] == label)]),
        ];
        for (int c = 0; c < classes.Count; c++)
        {
            int needed = (samples - c + classes.Count - 1) / classes.Count;
            if (members[c].Length < needed)
                throw new ImageFormatException(
                    $"there are {members[c].Length} images of class {classes[c]}, and {needed} are needed");
        }

        return [.. Enumerable.Range(0, samples).Select(i => members[i % classes.Count][i / classes.Count])];
    }
}
