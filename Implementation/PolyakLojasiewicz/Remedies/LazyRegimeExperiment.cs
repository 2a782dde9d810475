using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="LazyRegimeExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Width">The smallest width, even.</param>
/// <param name="Doublings">How often the width is doubled, at least 0.</param>
/// <param name="Steps">Steps of gradient descent, at least 1.</param>
public sealed record LazyRegimeCell(
    Activation Activation, int Samples, int Dimension, int Width, int Doublings, int Steps);

/// <summary>How far training moves networks of increasing width on the same data.</summary>
/// <param name="Widths">m.</param>
/// <param name="JacobianDrifts">‖J_T − J_0‖_F/‖J_0‖_F at each width.</param>
/// <param name="Displacements">‖W_T − W_0‖_F at each width.</param>
/// <param name="RelativeLoss">L_T/L_0 at the largest width.</param>
public sealed record LazyRegimeOutcome(
    int[] Widths, double[] JacobianDrifts, double[] Displacements, double RelativeLoss);

/// <summary>Gradient descent with step size 1/‖X‖₂² on unit-sphere inputs and labels of norm 1, from a mirrored
/// initialization, at which F = 0.</summary>
public sealed class LazyRegimeExperiment : Experiment<LazyRegimeCell, LazyRegimeOutcome>
{
    /// <summary>Most entries m·(n + d) of the widest network: it holds some five matrices of m × n and of m × d, 700 MB
    /// at this size.</summary>
    public const long MostEntries = 1L << 24;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/lazy-regime";

    /// <inheritdoc/>
    public override LazyRegimeOutcome Run(LazyRegimeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfNegative(cell.Doublings, nameof(cell));
        double entries =
            (double)cell.Width * (1L << Math.Min(cell.Doublings, 40)) * ((double)cell.Samples + cell.Dimension);
        if (entries > MostEntries)
        {
            throw new ArgumentException(
                $"The widest network, {cell.Width} neurons doubled {cell.Doublings} times with {cell.Samples} samples "
                    + $"of dimension {cell.Dimension}, has {entries:g3} entries m(n + d): more than the {MostEntries} "
                    + "that fit into about 1 GB.",
                nameof(cell));
        }

        Matrix X = UniformSphere.Rows(stream, cell.Samples, cell.Dimension);
        var y = new double[cell.Samples];
        UniformSphere.Fill(stream, y);

        int[] widths = [.. Enumerable.Range(0, cell.Doublings + 1).Select(k => cell.Width << k)];
        var drifts = new double[widths.Length];
        var displacements = new double[widths.Length];
        double relativeLoss = 1;
        for (int k = 0; k < widths.Length; k++)
        {
            Matrix start = Initialization.Mirrored(stream, widths[k], cell.Dimension);
            var network = new ShallowNetwork(cell.Activation, X, Initialization.MirroredSigns(widths[k]));
            Matrix W = start.Clone();
            relativeLoss = Descend(network, W, y, cell.Steps, cancellation);

            Matrix before = Slopes(network, start);
            Matrix after = Slopes(network, W);
            double norm = WeightedNorm(network, before);
            Lanes.Axpy(-1, before.Values, after.Values);
            drifts[k] = WeightedNorm(network, after) / norm;
            Lanes.Axpy(-1, start.Values, W.Values);
            displacements[k] = Lanes.Norm(W.Values);
        }

        return new(widths, drifts, displacements, relativeLoss);
    }

    private static double Descend(
        ShallowNetwork network, Matrix W, double[] y, int steps, CancellationToken cancellation)
    {
        double bound = network.LipschitzBound();
        ShallowPoint point = network.At(W);
        var r = new double[y.Length];
        var gradient = new Matrix(W.Rows, W.Columns);
        double initial = point.Residuals(y, r);
        double loss = initial;
        for (int t = 0; t < steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.Gradient(r, gradient);
            Lanes.Axpy(-1 / (bound * bound), gradient.Values, W.Values);
            point.MoveTo(W);
            loss = point.Residuals(y, r);
        }

        return loss / initial;
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
