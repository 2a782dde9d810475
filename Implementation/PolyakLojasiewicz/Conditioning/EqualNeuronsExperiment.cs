using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes and laws of <see cref="EqualNeuronsExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Width">m, even, at least 4.</param>
/// <param name="Perturbation">Deviation of the neurons from a common one.</param>
public sealed record EqualNeuronsCell(
    Activation Activation, int Samples, int Dimension, int Width, double Perturbation);

/// <summary>A network whose neurons are (nearly) equal, with labels y = F(w) − u for an eigenvector u of
/// λ_min(K(w)).</summary>
/// <param name="LeastEigenvalue">λ_min(K)/λ_max(K).</param>
/// <param name="GradientNorm">‖∇L(w)‖/√λ_max(K).</param>
/// <param name="Loss">L(w).</param>
/// <param name="LowerLoss">The loss after a step of negative curvature and gradient descent, an upper bound of inf
/// L.</param>
/// <param name="Curvature">|Σ_i u_i σ''(w·x_i)(x_i·δ)²| for the common neuron w and the unit vector δ of that step: the
/// second derivative of L, up to √m.</param>
/// <param name="Error">Bound of the rounding error of the first, and of the square of the second.</param>
public sealed record EqualNeuronsOutcome(
    double LeastEigenvalue, double GradientNorm, double Loss, double LowerLoss, double Curvature, double Error);

/// <summary>The singular set of the tangent kernel and the stationary points in it.</summary>
public sealed class EqualNeuronsExperiment : Experiment<EqualNeuronsCell, EqualNeuronsOutcome>
{
    private const int DescentSteps = 50;
    private const double Shortest = 1e-4;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/equal-neurons";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override EqualNeuronsOutcome Run(EqualNeuronsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, d = cell.Dimension, m = cell.Width;
        var X = UniformSphere.Rows(stream, n, d);
        for (int i = 0; i < n; i++)
            Lanes.Scale(0.5 + stream.NextUniform(), X.Row(i)); // numbers would be ±1 otherwise, and antipodal or equal
        var network = new ShallowNetwork(cell.Activation, X, Initialization.MirroredSigns(m));
        Matrix W = Initialization.Gaussian(stream, m, d), common = Initialization.Gaussian(stream, 1, d);
        for (int j = 0; j < m; j++)
        {
            Lanes.Scale(cell.Perturbation, W.Row(j));
            Lanes.Axpy(1, common.Values, W.Row(j));
        }

        ShallowPoint point = network.At(W);
        Matrix K = point.TangentKernel();
        SymmetricEigen eigen = SymmetricEigen.Of(K);
        double greatest = eigen.Values[^1];
        var labels = new double[n];
        point.Outputs(labels);
        Lanes.Axpy(-1, eigen.Vectors.Column(0), labels);
        var residuals = new double[n];
        double loss = point.Residuals(labels, residuals);
        var gradient = new Matrix(m, d);
        point.Gradient(residuals, gradient);
        double norm = Lanes.Norm(gradient.Values);
        double error = KernelRounding.EigenvalueError(K, eigen, m, d) / greatest;
        var δ = new double[d];
        UniformSphere.Fill(stream, δ);
        double curvature = 0;
        for (int i = 0; i < n; i++)
        {
            double along = Lanes.Dot(X.Row(i), δ);
            curvature += residuals[i] * cell.Activation.Curvature(Lanes.Dot(X.Row(i), common.Values)) * along * along;
        }

        double lower = Descend(network, labels, Downhill(network, W, labels, δ), cancellation);
        return new(eigen.Values[0] / greatest, norm / Math.Sqrt(greatest), loss, lower, Math.Abs(curvature), error);
    }

    // Moving pairs of equal neurons with equal sign v apart, by t and −t times δ, leaves F alone to first order, while
    // L changes by ½(v/√m)t² Σ_i r_iσ''(w·x_i)(x_i·δ)² for each neuron to second order: for one of the two signs it
    // goes down. Lengths t fall by halves, as the best one depends on terms of higher order.
    private static Matrix Downhill(ShallowNetwork network, Matrix W, double[] labels, double[] δ)
    {
        Matrix best = W;
        ShallowPoint point = network.At(W);
        var residuals = new double[network.Samples];
        double least = point.Residuals(labels, residuals);
        for (double length = 1; length > Shortest; length /= 2)
        {
            foreach (int sign in (int[])[1, -1])
            {
                Matrix V = W.Clone();
                int first = sign > 0 ? 0 : network.Width / 2; // mirrored signs: halves
                for (int j = first; j + 1 < first + network.Width / 2; j += 2)
                {
                    Lanes.Axpy(length, δ, V.Row(j));
                    Lanes.Axpy(-length, δ, V.Row(j + 1));
                }

                point.MoveTo(V);
                double loss = point.Residuals(labels, residuals);
                if (loss < least)
                    (least, best) = (loss, V);
            }
        }

        return best;
    }

    // With a step of 1/L_F², short enough while residuals are small; the least loss on the way counts.
    private static double Descend(ShallowNetwork network, double[] labels, Matrix start, CancellationToken cancellation)
    {
        Matrix W = start.Clone();
        var gradient = new Matrix(network.Width, network.Dimension);
        var residuals = new double[network.Samples];
        ShallowPoint point = network.At(W);
        double step =
            1 / (network.SquaredInputNorm() * network.Activation.LargestSlope * network.Activation.LargestSlope);
        double least = double.PositiveInfinity;
        for (int k = 0; k <= DescentSteps; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.MoveTo(W);
            least = Math.Min(least, point.Residuals(labels, residuals));
            point.Gradient(residuals, gradient);
            Lanes.Axpy(-step, gradient.Values, W.Values);
        }

        return least;
    }
}
