using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes and laws of <see cref="UniformConditioningExperiment"/>.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Width">m, at least 1.</param>
public sealed record UniformConditioningCell(Activation Activation, int Samples, int Dimension, int Width);

/// <summary>The ratio ½‖∇L‖²/L at one point w for several labels, and the spectrum of K(w). All in units of
/// λ_max(K).</summary>
/// <param name="LeastEigenvalue">λ_min(K).</param>
/// <param name="MeanEigenvalue">tr K/n.</param>
/// <param name="AlongLeast">The ratio where the residual is an eigenvector of λ_min.</param>
/// <param name="AlongGreatest">The ratio where it is an eigenvector of λ_max.</param>
/// <param name="LeastAtRandom">Least ratio over eight normal residuals.</param>
/// <param name="GreatestAtRandom">Greatest ratio over them.</param>
/// <param name="Error">Bound of the rounding error of each of these.</param>
public sealed record UniformConditioningOutcome(
    double LeastEigenvalue,
    double MeanEigenvalue,
    double AlongLeast,
    double AlongGreatest,
    double LeastAtRandom,
    double GreatestAtRandom,
    double Error);

/// <summary>Shallow networks at random weights: the gradient of the loss, by back-propagation, against the spectrum of
/// the tangent kernel, in closed form.</summary>
public sealed class UniformConditioningExperiment : Experiment<UniformConditioningCell, UniformConditioningOutcome>
{
    private const int RandomResiduals = 8;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/uniform-conditioning";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override UniformConditioningOutcome Run(
        UniformConditioningCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, d = cell.Dimension, m = cell.Width;
        var X = new Matrix(n, d);
        stream.FillNormals(X.Values);
        var network = new ShallowNetwork(cell.Activation, X, Initialization.RandomSigns(stream, m));
        ShallowPoint point = network.At(Initialization.Gaussian(stream, m, d));
        Matrix K = point.TangentKernel();
        SymmetricEigen eigen = SymmetricEigen.Of(K);
        double trace = Lanes.Sum(eigen.Values);
        double greatest = eigen.Values[^1];
        var gradient = new Matrix(m, d);
        double leastAtRandom = double.PositiveInfinity;
        double greatestAtRandom = 0;
        var residual = new double[n];
        for (int draw = 0; draw < RandomResiduals; draw++)
        {
            stream.FillNormals(residual);
            double ratio = Ratio(point, residual, gradient);
            leastAtRandom = Math.Min(leastAtRandom, ratio);
            greatestAtRandom = Math.Max(greatestAtRandom, ratio);
        }

        // Two routes err independently, and the squared norm of the gradient adds a sum of n and one of md terms, each
        // relative to ‖J‖²‖r‖² ≤ tr K‖r‖².
        double error = 2 * KernelRounding.EigenvalueError(K, eigen, m, d) + 4 * (n + d + m) * UnitRoundoff * trace;
        return new(
            eigen.Values[0] / greatest,
            trace / (n * greatest),
            Ratio(point, eigen.Vectors.Column(0), gradient) / greatest,
            Ratio(point, eigen.Vectors.Column(n - 1), gradient) / greatest,
            leastAtRandom / greatest,
            greatestAtRandom / greatest,
            error / greatest);
    }

    // ½‖∇L‖²/L with L = ½‖r‖²; the labels are F − r.
    private static double Ratio(ShallowPoint point, double[] residual, Matrix gradient)
    {
        point.Gradient(residual, gradient);
        return Lanes.Dot(gradient.Values, gradient.Values) / Lanes.Dot(residual, residual);
    }
}
