using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Networks;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>What FsCheck draws and shrinks: a few small integers. Weights, inputs and directions follow from the stream
/// of <see cref="Seed"/>.</summary>
/// <param name="Dimension">d, 1 to 4.</param>
/// <param name="Hidden">Number of hidden layers, 0 to 3.</param>
/// <param name="Width">Width of the first hidden layer, 1 to 6; further ones are wider by one each.</param>
/// <param name="Samples">n, 1 to 4.</param>
/// <param name="Output">Index of the output map.</param>
/// <param name="Seed">Seed of weights and data.</param>
public sealed record NetworkProblem(int Dimension, int Hidden, int Width, int Samples, int Output, int Seed)
{
    private static readonly Activation[] HiddenActivations = [Activation.Tanh, Activation.Softplus, Activation.Ripple];

    /// <summary>φ.</summary>
    public OutputMap OutputMap => OutputMap.All[Output];

    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>Gaussian weights; layers alternate between tanh, softplus and ripple, so that no symmetry hides an
    /// error.</summary>
    public DeepNetwork Network()
    {
        int[] widths = [Dimension, .. Enumerable.Range(0, Hidden).Select(l => Width + l)];
        LayerFunction[] functions =
            [.. Enumerable.Range(0, Hidden).Select(l => OutputMap.Layer(HiddenActivations[l])), OutputMap.Function];
        return DeepNetwork.Gaussian(Stream("weights"), widths, functions);
    }

    /// <summary>X, n × d, standard normal.</summary>
    public Matrix Inputs()
    {
        var X = new Matrix(Samples, Dimension);
        Stream("inputs").FillNormals(X.Values);
        return X;
    }

    /// <summary>A standard normal vector.</summary>
    public double[] Vector(string purpose, int length)
    {
        var vector = new double[length];
        Stream(purpose).FillNormals(vector);
        return vector;
    }
}
