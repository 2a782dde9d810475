namespace Verification.Implementation.JacobianSpectra.Images;

/// <summary>The binary version of CIFAR-10: records of one byte, the class from 0 to 9, and 3072 bytes, the red, green
/// and blue planes of 32 × 32 pixels, row by row.</summary>
/// <remarks>Source: A. Krizhevsky, https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version". The format has no
/// header: what can be checked is the length and every class.</remarks>
public static class CifarBinary
{
    /// <summary>Pixels along a side.</summary>
    public const int Side = 32;

    /// <summary>Bytes of a record.</summary>
    public const int RecordLength = 1 + 3 * Side * Side;

    private const int Classes = 10;

    /// <summary>The images of a file.</summary>
    /// <param name="file">All its bytes.</param>
    /// <exception cref="ImageFormatException">It is empty, ends within a record, or a class is none.</exception>
    public static LabeledImages Read(ReadOnlySpan<byte> file)
    {
        int count = file.Length / RecordLength, rest = file.Length % RecordLength;
        if (count == 0 || rest != 0)
            throw new ImageFormatException(
                $"{file.Length} bytes are no CIFAR-10 batch: records of {RecordLength} bytes, 10 000 of them in each "
                    + $"file that is published{(count > 0 ? $"; {rest} bytes follow record {count}" : "")}");
        byte[] labels = new byte[count], pixels = new byte[count * (RecordLength - 1)];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> record = file.Slice(i * RecordLength, RecordLength);
            if (record[0] >= Classes)
                throw new ImageFormatException(
                    $"record {i + 1} of {count} has class {record[0]}; CIFAR-10 has classes 0 to {Classes - 1}");
            labels[i] = record[0];
            record[1..].CopyTo(pixels.AsSpan(i * (RecordLength - 1)));
        }

        return new(channels: 3, Side, Side, pixels, labels);
    }
}
