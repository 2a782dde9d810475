using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>Sizes of <see cref="LazyRegimeExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Width">m, at least 1.</param>
/// <param name="Steps">Steps of gradient descent, at least 1.</param>
public sealed record LazyRegimeCell(Activation Activation, int Samples, int Dimension, int Width, int Steps);

/// <summary>How far training moves a wide network.</summary>
/// <param name="JacobianDrift">‖J_T − J_0‖_F/‖J_0‖_F.</param>
/// <param name="Displacement">‖W_T − W_0‖_F.</param>
/// <param name="RelativeLoss">L_T/L_0.</param>
public sealed record LazyRegimeOutcome(double JacobianDrift, double Displacement, double RelativeLoss);

/// <summary>Gradient descent with step size 1/‖X‖₂² on unit-sphere inputs and normal labels of norm 1, from a mirrored initialization, at which F = 0.</summary>
public sealed class LazyRegimeExperiment : Experiment<LazyRegimeCell, LazyRegimeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/lazy-regime";

    /// <inheritdoc/>
    public override LazyRegimeOutcome Run(LazyRegimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));

        // Inputs and labels come first, so that trials of one number share them at every width.
        Matrix X = UniformSphere.Rows(stream, cell.Samples, cell.Dimension);
        var y = new double[cell.Samples];
        UniformSphere.Fill(stream, y);
        Matrix start = Initialization.Mirrored(stream, cell.Width, cell.Dimension);
        var network = new ShallowNetwork(cell.Activation, X, Initialization.MirroredSigns(cell.Width));
        Matrix W = start.Clone();
        double bound = network.LipschitzBound();
        double η = 1 / (bound * bound);

        ShallowPoint point = network.At(W);
        var r = new double[cell.Samples];
        var gradient = new Matrix(cell.Width, cell.Dimension);
        double initial = point.Residuals(y, r);
        double loss = initial;
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.Gradient(r, gradient);
            Lanes.Axpy(-η, gradient.Values, W.Values);
            point.MoveTo(W);
            loss = point.Residuals(y, r);
        }

        Matrix before = Slopes(network, start);
        Matrix after = Slopes(network, W);
        double norm = WeightedNorm(network, before);
        Lanes.Axpy(-1, before.Values, after.Values);
        double[] moved = W.Values.ToArray();
        Lanes.Axpy(-1, start.Values, moved);
        return new(WeightedNorm(network, after) / norm, Lanes.Norm(moved), loss / initial);
    }

    private static Matrix Slopes(ShallowNetwork network, Matrix weights)
    {
        Matrix slopes = MatrixProduct.MultiplyTranspose(weights, network.Inputs);
        network.Activation.Slopes(slopes.Values, slopes.Values);
        return slopes;
    }

    // √m‖J‖_F: the entries of J are v_jS_jix_ia/√m, so that ‖J‖_F² = (1/m)Σ_ji S_ji²‖x_i‖².
    private static double WeightedNorm(ShallowNetwork network, Matrix slopes)
    {
        double sum = 0;
        for (int j = 0; j < slopes.Rows; j++)
            for (int i = 0; i < slopes.Columns; i++)
                sum = Math.FusedMultiplyAdd(slopes[j, i] * slopes[j, i], network.SquaredInputNorms[i], sum);
        return Math.Sqrt(sum);
    }
}
