using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="PatchHessianExperiment"/>.</summary>
/// <param name="Architecture">The layers.</param>
/// <param name="Width">m ≥ 1, channels of the wide layers.</param>
/// <param name="Channels">d ≥ 1, channels of the inputs.</param>
/// <param name="Samples">n inputs, from 1 to 3d, orthogonal with ‖x‖² = 3d: the first of a random frame.</param>
public sealed record PatchHessianCell(PatchArchitecture Architecture, int Width, int Channels, int Samples);

/// <summary>Second derivatives of a network's output at random weights and the first input, and its tangent kernel on
/// all inputs.</summary>
/// <param name="Norm">‖H_f‖₂ by Lanczos' method, from below.</param>
/// <param name="NormError">Its relative residual.</param>
/// <param name="Block">Norm of the block of H_f that belongs to the weights into the narrowest layer, 4 channels, along
/// their patches; 0 without such a layer.</param>
/// <param name="Least">λ_min(K).</param>
/// <param name="Largest">λ_max(K).</param>
/// <param name="EigenvalueError">Bound of what rounding of the products of gradients does to both.</param>
public sealed record PatchHessianOutcome(
    double Norm, double NormError, double Block, double Least, double Largest, double EigenvalueError);

/// <summary>Hessians and tangent kernels of convolutional and residual networks at standard normal weights.</summary>
public sealed class PatchHessianExperiment : Experiment<PatchHessianCell, PatchHessianOutcome>
{
    private const int Kernel = 2;
    private const int Positions = 3;
    private const int BottleneckChannels = 4;
    private const int NarrowLayer = 1;

    /// <summary>Relative residual at which Lanczos' method stops.</summary>
    public const double Tolerance = 1e-2;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/patch-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>The network of a cell.</summary>
    public static PatchNetwork Network(PatchHessianCell cell, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int m, int d) = (cell.Width, cell.Channels);
        LayerFunction tanh = OutputMap.Layer(Activation.Tanh), linear = OutputMap.Linear.Function;
        PatchLayer[] hidden = cell.Architecture switch
        {
            PatchArchitecture.Convolutional => [Convolution(m, d, tanh), Convolution(m, m, tanh)],
            PatchArchitecture.Residual => [Convolution(m, d, tanh), Convolution(m, m, tanh) with { IsResidual = true }],
            _ =>
            [
                Convolution(m, d, tanh),
                Convolution(BottleneckChannels, m, linear),
                Convolution(m, BottleneckChannels, tanh),
            ],
        };
        return new(d, Positions, [.. hidden, new(Gaussian(1, Positions * m), Positions, 1, linear, IsResidual: false)]);

        PatchLayer Convolution(int rows, int channels, LayerFunction function) =>
            new(Gaussian(rows, Kernel * channels), Kernel, Positions, function, IsResidual: false);

        Matrix Gaussian(int rows, int columns)
        {
            var W = new Matrix(rows, columns);
            stream.FillNormals(W.Values);
            return W;
        }
    }

    /// <inheritdoc/>
    public override PatchHessianOutcome Run(PatchHessianCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        Matrix X = Frame(stream, cell.Samples, cell.Channels * Positions);
        PatchNetwork network = Network(cell, stream);
        PatchPass pass = network.At(X.Row(0));
        (double norm, double error) = pass.HessianNorm(stream, Tolerance);
        cancellation.ThrowIfCancellationRequested();
        Matrix K = network.TangentKernel(X);
        var spectrum = SymmetricEigen.Of(K);
        double[] values = spectrum.Values;
        return new(
            norm,
            error,
            cell.Architecture == PatchArchitecture.Bottleneck ? pass.BlockNorm(NarrowLayer) : 0,
            values[0],
            values[^1],
            (network.ParameterCount / 8.0 + 20) * UnitRoundoff * Lanes.Sum(values) + EigenvalueBound.Of(K, spectrum));
    }

    // Gram and Schmidt, each row twice, on independent normal rows.
    private static Matrix Frame(RandomStream stream, int n, int d)
    {
        if (n < 1 || n > d)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"From 1 to {d} inputs are orthogonal.");
        var X = new Matrix(n, d);
        stream.FillNormals(X.Values);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2 * i; j++)
                Lanes.Axpy(-Lanes.Dot(X.Row(j % i), X.Row(i)) / d, X.Row(j % i), X.Row(i));
            Lanes.Scale(Math.Sqrt(d) / Lanes.Norm(X.Row(i)), X.Row(i));
        }

        return X;
    }
}
