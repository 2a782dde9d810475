using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Sizes of <see cref="SmoothCurveExperiment"/>.</summary>
/// <param name="Samples">n, even.</param>
/// <param name="Dimension">d; on the line the inputs are ±1, ±2, …, ±n/2.</param>
/// <param name="Width">k.</param>
/// <param name="Deviation">ν.</param>
/// <param name="Doublings">Losses are recorded after 0, 1, 2, 4, … steps, the last after 2 to this power less
/// one.</param>
public sealed record SmoothCurveCell(int Samples, int Dimension, int Width, double Deviation, int Doublings);

/// <summary>Losses along a descent.</summary>
/// <param name="Losses">‖f − y‖²/‖y‖² after 0, 1, 2, 4, … steps.</param>
public sealed record SmoothCurveOutcome(double[] Losses);

/// <summary>Descent on both layers of a softplus network from the start of the talk, labels random signs, inputs
/// uniform on the sphere or, on the line, in opposite pairs.</summary>
public sealed class SmoothCurveExperiment : Experiment<SmoothCurveCell, SmoothCurveOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/smooth-curve";

    /// <inheritdoc/>
    public override SmoothCurveOutcome Run(
        SmoothCurveCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples;
        Matrix X = cell.Dimension == 1 ? Pairs(n) : UniformSphere.Rows(stream, n, cell.Dimension);
        var y = new double[n];
        stream.FillSigns(y);
        (double[] v, Matrix W) = SmoothDescent.Start(stream, cell.Width, cell.Dimension, cell.Deviation);
        var descent = new SmoothDescent(new SmoothNetwork(Activation.Softplus, X, cell.Width), y, v, W);
        double μ = 0.25 / SymmetricEigen.Of(descent.Point.TangentKernel()).Values[^1];
        List<double> losses = [descent.Loss / n];
        for (int exponent = 0, t = 0; exponent < cell.Doublings; exponent++)
        {
            for (; t < 1 << exponent; t++)
            {
                cancellation.ThrowIfCancellationRequested();
                descent.Step(μ, 2);
            }

            losses.Add(descent.Loss / n);
        }

        return new([.. losses]);
    }

    private static Matrix Pairs(int samples)
    {
        var X = new Matrix(samples, 1);
        for (int i = 0; i < samples; i++)
            X[i, 0] = (i % 2 == 0 ? 1 : -1) * (i / 2 + 1);
        return X;
    }
}
