using Verification.Implementation.JacobianSpectra.Optimization;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.JacobianSpectra.Optimization;

/// <summary>What FsCheck draws and shrinks: a few small integers. Inputs, weights and labels follow from the stream of
/// <see cref="Seed"/>.</summary>
/// <param name="Samples">n, 1 to 8.</param>
/// <param name="Dimension">d, 1 to 5.</param>
/// <param name="Width">k, 1 to 9.</param>
/// <param name="Seed">Seed of weights and data.</param>
public sealed record SmoothProblem(int Samples, int Dimension, int Width, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>A softplus network on normal inputs.</summary>
    public SmoothNetwork Network()
    {
        var X = new Matrix(Samples, Dimension);
        Stream("inputs").FillNormals(X.Values);
        return new(Activation.Softplus, X, Width);
    }

    /// <summary>X again, for naive formulas.</summary>
    public Matrix Inputs()
    {
        var X = new Matrix(Samples, Dimension);
        Stream("inputs").FillNormals(X.Values);
        return X;
    }

    /// <summary>v and W, standard normal.</summary>
    public (double[] OutputWeights, Matrix Weights) Start() =>
        SmoothDescent.Start(Stream("weights"), Width, Dimension, 1);
}
