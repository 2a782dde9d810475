using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz.Remedies;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>A leaky-ReLU network with separable data and two sets of weights.</summary>
/// <param name="Width">m, 1 to 8.</param>
/// <param name="Samples">n, 1 to 8.</param>
/// <param name="Dimension">d, 1 to 4.</param>
/// <param name="IsSmooth">Whether the kink is smoothed.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record LeakyReluProblem(int Width, int Samples, int Dimension, bool IsSmooth, int Seed)
{
    /// <summary>γ.</summary>
    public const double Slope = 0.3;

    /// <summary>γ_0.</summary>
    public const double Margin = 0.7;

    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>The network.</summary>
    public LeakyReluNetwork Network()
    {
        (Matrix X, double[] y) = LeakyReluNetwork.SeparableData(Stream("data"), Samples, Dimension, Margin);
        return new(X, y, Width, Slope, IsSmooth);
    }

    /// <summary>Weights for one purpose.</summary>
    public Matrix Weights(string purpose)
    {
        var W = new Matrix(Width, Dimension);
        Stream(purpose).FillNormals(W.Values);
        return W;
    }
}
