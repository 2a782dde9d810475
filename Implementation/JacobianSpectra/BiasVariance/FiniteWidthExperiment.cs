using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="FiniteWidthExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Outputs">K ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Steps">T ≥ 1, of the length 1/λ₁² of the first Jacobian.</param>
/// <param name="Activation">φ.</param>
public sealed record FiniteWidthCell(
    int Samples, int Outputs, int Dimension, int Width, int Steps, Activation Activation);

/// <summary>The network against its frozen kernel after T steps.</summary>
/// <param name="Deviation">‖r_T − (I − ηJ₀J₀ᵀ)^T r₀‖/‖r₀‖.</param>
/// <param name="Remaining">‖r_T‖/‖r₀‖.</param>
public sealed record FiniteWidthOutcome(double Deviation, double Remaining);

/// <summary>Gradient descent on a network with random labels, and on its linearization at the start.</summary>
/// <remarks>Unit inputs, V of signs over √k, W standard normal, one-hot labels.</remarks>
public sealed class FiniteWidthExperiment : Experiment<FiniteWidthCell, FiniteWidthOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/finite-width";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override FiniteWidthOutcome Run(FiniteWidthCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, K = cell.Outputs, k = cell.Width;
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));
        Matrix X = UniformSphere.Rows(stream, n, cell.Dimension);
        var classes = new int[n];
        for (int i = 0; i < n; i++)
            classes[i] = stream.NextIndex(K);
        Matrix Y = new LabeledInputs(X, classes, K).OneHot();
        Matrix W = NetworkWeights.Gaussian(stream, k, cell.Dimension);
        Matrix V = NetworkWeights.Signs(stream, K, k, 1 / Math.Sqrt(k));
        MulticlassPoint point = new MulticlassNetwork(cell.Activation, X, V).At(W);
        Matrix kernel = point.TangentKernel();
        double η = 1 / SymmetricSpectrum.ValuesOf(kernel)[^1];
        var residual = new Matrix(n, K);
        var gradient = new Matrix(k, cell.Dimension);
        point.Residual(Y, residual);
        double start = Lanes.Norm(residual.Values);
        double[] frozen = residual.Values.ToArray();
        var change = new double[n * K];
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.TransposeMultiply(residual, gradient);
            Lanes.Axpy(-η, gradient.Values, W.Values);
            point.MoveTo(W);
            point.Residual(Y, residual);
            MatrixVector.Multiply(kernel, frozen, change);
            Lanes.Axpy(-η, change, frozen);
        }

        double remaining = Lanes.Norm(residual.Values) / start;
        Lanes.Axpy(-1, residual.Values, frozen);
        return new(Lanes.Norm(frozen) / start, remaining);
    }
}
