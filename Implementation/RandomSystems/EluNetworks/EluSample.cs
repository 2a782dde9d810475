using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>n independent pairs (z_i, y_i): z_i standard normal in D dimensions, y_i = ±1 with probability ½ each,
/// independent of z_i.</summary>
/// <remarks>Source: the talk, "Data distribution". A larger sample of the same stream begins with a smaller one where
/// labels are drawn from a stream of signs before the inputs.</remarks>
/// <param name="Inputs">n × D, a row per sample.</param>
/// <param name="Labels">n signs.</param>
public sealed record EluSample(double[] Inputs, double[] Labels)
{
    /// <summary>Draws labels, then inputs.</summary>
    /// <param name="samples">n, from 1.</param>
    /// <param name="inputs">D, from 1.</param>
    /// <param name="stream">Where from.</param>
    public static EluSample Draw(int samples, int inputs, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        var labels = new double[samples];
        stream.FillSigns(labels);
        return new(stream.Normals(samples * inputs), labels);
    }
}
