using System.Buffers.Binary;

namespace Verification.Implementation.JacobianSpectra.Images;

/// <summary>The IDX files of MNIST: a magic number (0x00000803 images, 0x00000801 labels), the number of items, for
/// images rows and columns, all big-endian of four bytes, and then the bytes.</summary>
/// <remarks>Source: Y. LeCun, C. Cortes, C. Burges, http://yann.lecun.com/exdb/mnist, "File formats". The files are
/// published compressed; these are the bytes inside.</remarks>
public static class MnistIdx
{
    private const uint ImageMagic = 0x00000803, LabelMagic = 0x00000801;

    private const int ImageHeader = 16, LabelHeader = 8, Classes = 10;

    // Far above 28; a product of two sides and the count stays far below 2⁶³.
    private const uint LargestSide = 4096;

    /// <summary>The images of a pair of files.</summary>
    /// <param name="images">All bytes of the file of images.</param>
    /// <param name="labels">All bytes of the file of labels.</param>
    /// <exception cref="ImageFormatException">A magic number is wrong, a file is too short or too long, a label is no
    /// class, or the numbers of items differ.</exception>
    public static LabeledImages Read(ReadOnlySpan<byte> images, ReadOnlySpan<byte> labels)
    {
        Check(images, ImageMagic, ImageHeader, "images");
        uint count = Number(images, 1), rows = Number(images, 2), columns = Number(images, 3);
        if (rows is 0 or > LargestSide || columns is 0 or > LargestSide)
            throw new ImageFormatException($"the file of images says {rows} × {columns} pixels; MNIST has 28 × 28");
        CheckLength(images.Length, ImageHeader, (long)count * rows * columns, "images");
        Check(labels, LabelMagic, LabelHeader, "labels");
        CheckLength(labels.Length, LabelHeader, Number(labels, 1), "labels");
        if (Number(labels, 1) != count)
            throw new ImageFormatException($"there are {count} images and {Number(labels, 1)} labels");
        int wrong = labels[LabelHeader..].IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        if (wrong >= 0)
            throw new ImageFormatException(
                $"label {wrong + 1} is {labels[LabelHeader + wrong]}; MNIST has classes 0 to {Classes - 1}");
        return new(
            channels: 1, (int)rows, (int)columns, images[ImageHeader..].ToArray(), labels[LabelHeader..].ToArray());
    }

    private static uint Number(ReadOnlySpan<byte> file, int place) =>
        BinaryPrimitives.ReadUInt32BigEndian(file[(4 * place)..]);

    private static void Check(ReadOnlySpan<byte> file, uint magic, int header, string what)
    {
        if (file.Length < header)
            throw new ImageFormatException(
                $"the file of {what} has {file.Length} bytes, and its header alone has {header}");
        if (Number(file, 0) != magic)
            throw new ImageFormatException(
                $"the file of {what} begins with 0x{Number(file, 0):X8}, not with 0x{magic:X8}"
                    + (file[0] == 0x1F && file[1] == 0x8B ? "; it is compressed, unpack it" : ""));
    }

    private static void CheckLength(long length, int header, long wanted, string what)
    {
        if (length - header != wanted)
            throw new ImageFormatException(
                $"the file of {what} has {length - header} bytes behind its header, which says {wanted}");
    }
}
