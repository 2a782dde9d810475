using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.EluNetworks;

/// <summary>Cell of <see cref="EluCovarianceExperiment"/>.</summary>
/// <param name="Width">m, even, from 2 to 100.</param>
/// <param name="Amplitude">a, positive, at most 100.</param>
/// <param name="Overlap">q within [−1, 1].</param>
/// <param name="Draws">Inputs over which a trial averages, from 1 to 10⁶.</param>
public sealed record EluCovarianceCell(int Width, double Amplitude, double Overlap, int Draws);

/// <summary>The mean over inputs of f(z; W)f(z; W′), within 10⁻¹² of a².</summary>
public sealed record EluCovarianceOutcome(double MeanProduct);

/// <summary>Products of the outputs of two networks with unit rows that meet neuron by neuron.</summary>
/// <remarks>W has the rows e_1, …, e_m of R^(2m), and W′ the rows qe_j + √(1 − q²)e_{m+j}: any other two of the kind
/// are these in another frame, and the inputs are rotation invariant. The labels, independent of the inputs and of
/// mean 0, add 1 to the covariance of y − f and are left out.</remarks>
public sealed class EluCovarianceExperiment : Experiment<EluCovarianceCell, EluCovarianceOutcome>
{
    private const int Stretch = 256;

    /// <inheritdoc/>
    public override string Id => "random-systems/elu-covariance";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override EluCovarianceOutcome Run(
        EluCovarianceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Width, D = 2 * m;
        if (m is < 2 or > 100 || m % 2 == 1 || cell.Draws is < 1 or > 1_000_000)
            throw new ArgumentException(
                "The width is even, from 2 to 100, and there are up to 1000000 inputs.", nameof(cell));
        if (!(cell.Overlap >= -1 && cell.Overlap <= 1))
            throw new ArgumentException("The overlap lies within [−1, 1].", nameof(cell));
        var network = new EluNetwork(m, D, cell.Amplitude);
        var left = new double[D * network.Stride];
        var right = new double[D * network.Stride];
        for (int j = 0; j < m; j++)
        {
            left[j * network.Stride + j] = 1;
            right[j * network.Stride + j] = cell.Overlap;
            right[(m + j) * network.Stride + j] = Math.Sqrt(1 - cell.Overlap * cell.Overlap);
        }

        var z = new double[Stretch * D];
        var f = new double[Stretch];
        var g = new double[Stretch];
        double sum = 0;
        for (int done = 0; done < cell.Draws; done += Stretch)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(Stretch, cell.Draws - done);
            Span<double> inputs = z.AsSpan(0, count * D);
            stream.FillNormals(inputs);
            network.Outputs(left, inputs, f.AsSpan(0, count));
            network.Outputs(right, inputs, g.AsSpan(0, count));
            sum += Lanes.Dot(f.AsSpan(0, count), g.AsSpan(0, count));
        }

        return new(sum / cell.Draws);
    }
}
