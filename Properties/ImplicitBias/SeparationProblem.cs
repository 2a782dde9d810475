using Verification.Implementation.ImplicitBias.Geometry;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.ImplicitBias;

/// <summary>What FsCheck draws: small integers; examples follow from the stream of <see cref="Seed"/>, separable by
/// construction.</summary>
/// <param name="Samples">m, 1 to 8.</param>
/// <param name="Dimension">d, 1 to 4.</param>
/// <param name="Seed">Seed of the data.</param>
public sealed record SeparationProblem(int Samples, int Dimension, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>Rows y_i·x_i.</summary>
    public Matrix Rows() => SeparableDescentExperiment.Sample(Stream("rows"), Samples, Dimension);
}
