using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>What FsCheck draws for random planted weights: small integers and two laws.</summary>
/// <param name="Dimension">d, 1 to 12.</param>
/// <param name="ExtraWidth">m − d, 0 to 40.</param>
/// <param name="Data">Law of the data coordinates.</param>
/// <param name="Weights">Law of the planted weights.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record InitializationProblem(
    int Dimension, int ExtraWidth, CoordinateLaw Data, CoordinateLaw Weights, int Seed)
{
    /// <summary>m.</summary>
    public int Width => Dimension + ExtraWidth;

    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>The tridiagonal form of a Wishart matrix.</summary>
    public BidiagonalGram Tridiagonal() => Wishart.DrawTridiagonal(Stream("tridiagonal"), Width, Dimension);
}
