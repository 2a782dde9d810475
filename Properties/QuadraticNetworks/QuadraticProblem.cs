using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;

namespace Verification.Properties.QuadraticNetworks;

/// <summary>What FsCheck draws and shrinks: small integers and a law. All Gaussian data follow from the stream of
/// <see cref="Seed"/>.</summary>
/// <param name="Dimension">d, 1 to 5.</param>
/// <param name="ExtraWidth">Teacher width beyond d, 0 to 4.</param>
/// <param name="StudentWidth">m̂, 1 to 8.</param>
/// <param name="Samples">N, 1 to 40.</param>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Seed">Seed of the data.</param>
public sealed record QuadraticProblem(
    int Dimension, int ExtraWidth, int StudentWidth, int Samples, CoordinateLaw Law, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>Data, N × d.</summary>
    public Matrix Data()
    {
        var X = new Matrix(Samples, Dimension);
        Law.Fill(Stream("data"), X.Values);
        return X;
    }

    /// <summary>A Gaussian teacher of width d + extra.</summary>
    public Teacher Teacher() =>
        Implementation.QuadraticNetworks.Teacher.Gaussian(Stream("teacher"), Dimension + ExtraWidth, Dimension);

    /// <summary>A Gaussian student of width m̂.</summary>
    public Matrix Student()
    {
        var W = new Matrix(StudentWidth, Dimension);
        Stream("student").FillNormals(W.Values);
        return W;
    }
}
