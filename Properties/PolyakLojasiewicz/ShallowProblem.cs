using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>What FsCheck draws and shrinks: small integers and an activation. Inputs, signs and weights follow from the
/// stream of <see cref="Seed"/>.</summary>
/// <param name="Samples">n, 1 to 6.</param>
/// <param name="Dimension">d, 1 to 5.</param>
/// <param name="Width">m, 1 to 20.</param>
/// <param name="Activation">σ.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record ShallowProblem(int Samples, int Dimension, int Width, Activation Activation, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>The network on normal inputs with random signs.</summary>
    public ShallowNetwork Network() =>
        new(Activation, Normals("inputs", Samples, Dimension), Initialization.RandomSigns(Stream("signs"), Width));

    /// <summary>The inputs of <see cref="Network"/>.</summary>
    public Matrix Inputs() => Normals("inputs", Samples, Dimension);

    /// <summary>Weights, m × d.</summary>
    public Matrix Weights() => Initialization.Gaussian(Stream("weights"), Width, Dimension);

    /// <summary>Labels, n numbers.</summary>
    public double[] Labels() => Normals("labels", Samples, 1).Values.ToArray();

    private Matrix Normals(string purpose, int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        Stream(purpose).FillNormals(matrix.Values);
        return matrix;
    }
}
