using System.Buffers.Binary;
using Verification.Implementation.JacobianSpectra.Images;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Xunit;

namespace Verification.Properties.JacobianSpectra;

/// <summary>Files are generated here; pixel p of image i has the value (31i + p) mod 251.</summary>
public sealed class ImageFormatTests
{
    [Fact]
    public void CifarRecordsAreReadByteForByte()
    {
        LabeledImages images = CifarBinary.Read(Cifar(5));
        Assert.Equal((5, 3, 32, 32), (images.Count, images.Channels, images.Height, images.Width));
        Assert.Equal([0, 1, 2, 3, 4], images.Labels);
        Assert.Equal(Pixel(2, 3071), images.Pixels[3 * 3072 - 1]);
        Assert.Equal(10, images.With(images).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3072)]
    [InlineData(3074)]
    [InlineData(2 * 3073 - 1)]
    public void CifarFilesOfAnotherLengthAreRefused(int length) => Refused(
        () => CifarBinary.Read(Cifar(2).AsSpan(0, length)), $"{length} bytes are no CIFAR-10 batch");

    [Fact]
    public void CifarClassesOutOfRangeAreRefused()
    {
        byte[] file = Cifar(3);
        file[2 * 3073] = 10;
        Refused(() => CifarBinary.Read(file), "record 3 of 3 has class 10; CIFAR-10 has classes 0 to 9");
    }

    [Fact]
    public void MnistFilesAreReadByteForByte()
    {
        LabeledImages images = MnistIdx.Read(MnistImages(4, 28, 28), MnistLabels(4));
        Assert.Equal((4, 1, 28, 28), (images.Count, images.Channels, images.Height, images.Width));
        Assert.Equal([0, 1, 2, 3], images.Labels);
        Assert.Equal(Pixel(3, 783), images.Pixels[^1]);
    }

    [Fact]
    public void MnistFilesThatAreNotAsTheySayAreRefused()
    {
        byte[] images = MnistImages(4, 28, 28), labels = MnistLabels(4);
        Refused(() => MnistIdx.Read(MnistLabels(20), labels), "begins with 0x00000801, not with 0x00000803");
        Refused(() => MnistIdx.Read(images, images), "begins with 0x00000803, not with 0x00000801");
        Refused(() => MnistIdx.Read([0x1F, 0x8B, .. new byte[30]], labels), "it is compressed, unpack it");
        Refused(() => MnistIdx.Read(images.AsSpan(0, 15), labels), "has 15 bytes, and its header alone has 16");
        Refused(() => MnistIdx.Read(images.AsSpan(0, images.Length - 1), labels), "3135 bytes behind its header");
        Refused(() => MnistIdx.Read([.. images, 0], labels), "3137 bytes behind its header, which says 3136");
        Refused(() => MnistIdx.Read(images, labels.AsSpan(0, 11)), "has 3 bytes behind its header, which says 4");
        Refused(() => MnistIdx.Read(images, MnistLabels(5)), "there are 4 images and 5 labels");
        Refused(() => MnistIdx.Read(MnistImages(4, 0, 28), labels), "says 0 × 28 pixels");
        labels[^1] = 11;
        Refused(() => MnistIdx.Read(images, labels), "label 4 is 11; MNIST has classes 0 to 9");
    }

    /// <summary>A count that overflows 32 bits times the size of an image.</summary>
    [Fact]
    public void MnistHeadersOfHugeFilesAreRefused()
    {
        byte[] images = MnistImages(1, 28, 28);
        BinaryPrimitives.WriteUInt32BigEndian(images.AsSpan(4), uint.MaxValue);
        BinaryPrimitives.WriteUInt32BigEndian(images.AsSpan(8), 4096);
        Refused(() => MnistIdx.Read(images, MnistLabels(1)), "bytes behind its header, which says");
    }

    [Fact]
    public void PooledImagesAreMeansOfCells()
    {
        LabeledInputs pooled = CifarBinary.Read(Cifar(30)).Pooled([2, 0], 6, 8);
        Assert.Equal((6, 192, 2), (pooled.Samples, pooled.Inputs.Columns, pooled.Classes));
        Assert.Equal([0, 1, 0, 1, 0, 1], pooled.Labels.ToArray());

        // Sample 2 is the second image of class 2, which is image 12; cell (1, 2) of the blue plane.
        var raw = new double[192];
        for (int c = 0; c < 3; c++)
            for (int y = 0; y < 32; y++)
                for (int x = 0; x < 32; x++)
                    raw[c * 64 + y / 4 * 8 + x / 4] += Pixel(12, c * 1024 + y * 32 + x) / 16.0;
        double mean = raw.Average(), norm = Math.Sqrt(raw.Sum(v => (v - mean) * (v - mean)));
        Assert.Equal((raw[128 + 10] - mean) / norm, pooled.Inputs[2, 128 + 10], 1e-13);
        Assert.Equal(1, Lanes.Norm(pooled.Inputs.Row(5)), 1e-14);
        Refused(
            () => CifarBinary.Read(Cifar(30)).Pooled([2, 0], 7, 8),
            "there are 3 images of class 2, and 4 are needed");
    }

    private static void Refused(Action read, string message)
    {
        string found = Assert.Throws<ImageFormatException>(read).Message;
        Assert.Contains(message, found, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', found);
    }

    private static byte Pixel(int image, int p) => (byte)((31 * image + p) % 251);

    private static byte[] Cifar(int count) =>
    [
        .. Enumerable.Range(0, count).SelectMany(i => (byte[])
            [(byte)(i % 10), .. Enumerable.Range(0, 3072).Select(p => Pixel(i, p))]),
    ];

    private static byte[] MnistImages(int count, int rows, int columns) =>
    [
        .. Header(0x803, count, rows, columns),
        .. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, rows * columns).Select(p => Pixel(i, p))),
    ];

    private static byte[] MnistLabels(int count) =>
        [.. Header(0x801, count), .. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    private static byte[] Header(params int[] numbers)
    {
        var header = new byte[4 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * i), numbers[i]);
        return header;
    }
}
