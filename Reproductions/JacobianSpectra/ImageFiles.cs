using Verification.Implementation.JacobianSpectra.Images;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.JacobianSpectra.Training;

namespace Verification.Reproductions.JacobianSpectra;

/// <summary>Reads the images of a user's folder, for figures on them.</summary>
internal static class ImageFiles
{
    /// <summary>The kinds of data, as <c>--set</c> has them.</summary>
    internal static readonly string[] Kinds = ["cifar", "mnist"];

    private const int Samples = 300, TestSamples = 600, Grid = 8;

    // Airplane, automobile and bird, as on the slide; of the digits the first three.
    private static readonly int[] Classes = [0, 1, 2];

    /// <summary>An experiment on the images of a folder.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="folder">Holds data_batch_1.bin and test_batch.bin of CIFAR-10's binary version, or the four
    /// unpacked files of MNIST.</param>
    /// <exception cref="ImageFormatException">A file is not what it should be; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    internal static TrainingOnImages Read(string kind, string folder) => kind == "cifar"
        ? new(
            Cifar(folder, "data_batch_1.bin", Samples),
            Cifar(folder, "test_batch.bin", TestSamples))
        : new(
            Mnist(folder, "train-images-idx3-ubyte", "train-labels-idx1-ubyte", Samples),
            Mnist(folder, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", TestSamples));

    private static LabeledInputs Cifar(string folder, string name, int samples)
    {
        string path = Path.Combine(folder, name);
        byte[] bytes = File.ReadAllBytes(path);
        return Named(path, () => CifarBinary.Read(bytes).Pooled(Classes, samples, Grid));
    }

    private static LabeledInputs Mnist(string folder, string images, string labels, int samples)
    {
        string path = Path.Combine(folder, images);
        byte[] pixels = File.ReadAllBytes(path), classes = File.ReadAllBytes(Path.Combine(folder, labels));
        return Named(path, () => MnistIdx.Read(pixels, classes).Pooled(Classes, samples, Grid));
    }

    private static LabeledInputs Named(string path, Func<LabeledInputs> read)
    {
        try
        {
            return read();
        }
        catch (ImageFormatException failure)
        {
            throw new ImageFormatException($"{path}: {failure.Message}", failure);
        }
    }
}
