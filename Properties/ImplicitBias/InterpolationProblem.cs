using Verification.Implementation.ImplicitBias;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.ImplicitBias;

/// <summary>A sparse regression problem with fewer samples than dimensions, small enough for naive twins.</summary>
/// <param name="Dimension">d, 2 to 8.</param>
/// <param name="Samples">m, 1 to d − 1.</param>
/// <param name="Depth">D, 2 to 4.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record InterpolationProblem(int Dimension, int Samples, int Depth, int Seed)
{
    /// <summary>X and y; standard normal inputs, two nonzero entries, noise of standard deviation 0.3.</summary>
    public SparseRegression Data() =>
        SparseRegression.Draw(
            new RandomStream(StreamKey.Of((ulong)Seed, "interpolation"), 0), Dimension, Samples, Math.Min(2, Dimension),
            0.3);
}
