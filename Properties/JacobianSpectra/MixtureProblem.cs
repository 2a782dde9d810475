using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.JacobianSpectra;

/// <summary>What FsCheck draws and shrinks: the sizes of a mixture and of a network on it. Centers, samples and weights
/// follow from the stream of <see cref="Seed"/>.</summary>
/// <param name="Classes">K, 1 to 3.</param>
/// <param name="Components">C, 1 to 3.</param>
/// <param name="PerComponent">Samples of a component, 1 to 3.</param>
/// <param name="Dimension">d, 3 to 6.</param>
/// <param name="Width">k, 1 to 8.</param>
/// <param name="Law">Index of φ among all activations.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record MixtureProblem(
    int Classes, int Components, int PerComponent, int Dimension, int Width, int Law, int Seed)
{
    /// <summary>φ.</summary>
    public Activation Activation => Activation.All[Law];

    /// <summary>KC.</summary>
    public int Centers => Classes * Components;

    /// <summary>The mixture.</summary>
    public GaussianMixture Mixture() =>
        GaussianMixture.Draw(Stream("centers"), CenterKind.Separated, Classes, Components, Dimension);

    /// <summary>The network on samples of it, with signs over √k as output weights.</summary>
    /// <param name="inputs">n × d.</param>
    public MulticlassPoint On(Matrix inputs) => new MulticlassNetwork(
        Activation, inputs, NetworkWeights.Signs(Stream("signs"), Classes, Width, 1 / Math.Sqrt(Width))).At(Weights());

    /// <summary>W, standard normal.</summary>
    public Matrix Weights() => NetworkWeights.Gaussian(Stream("weights"), Width, Dimension);

    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, $"mixture {purpose}"), 0);
}
