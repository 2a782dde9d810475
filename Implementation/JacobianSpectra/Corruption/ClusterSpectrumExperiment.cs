using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="ClusterSpectrumExperiment"/>.</summary>
/// <param name="Clusters">L ≥ 1; cluster ℓ has <paramref name="Size"/> + ℓ samples, ℓ = 0, …, L − 1.</param>
/// <param name="Size">Samples of the smallest cluster.</param>
/// <param name="Classes">K.</param>
/// <param name="Dimension">d of the centers, at least 2.</param>
/// <param name="Width">k.</param>
public sealed record ClusterSpectrumCell(int Clusters, int Size, int Classes, int Dimension, int Width);

/// <summary>The spectrum of JJᵀ and the leverages of its LK prominent eigenvectors.</summary>
/// <param name="Last">λ_LK over λ_1.</param>
/// <param name="Next">λ_{LK+1} over λ_1.</param>
/// <param name="AfterClusters">λ_{L+1} over λ_1.</param>
/// <param name="SpectrumError">Bound of the error of an eigenvalue over λ_1.</param>
/// <param name="Leverages">For each cluster: the largest of ‖Π e_{ia}‖² over its samples i and outputs a, Π the
/// projection on the prominent eigenvectors.</param>
/// <param name="LeastLeverages">The least of them.</param>
/// <param name="LeverageError">Bound of the error of a leverage.</param>
public sealed record ClusterSpectrumOutcome(
    double Last,
    double Next,
    double AfterClusters,
    double SpectrumError,
    double[] Leverages,
    double[] LeastLeverages,
    double LeverageError);

/// <summary>The tangent kernel of a network on clusters of different sizes, all samples of a cluster at its
/// center.</summary>
public sealed class ClusterSpectrumExperiment : Experiment<ClusterSpectrumCell, ClusterSpectrumOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/cluster-spectrum";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ClusterSpectrumOutcome Run(
        ClusterSpectrumCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int L = cell.Clusters, K = cell.Classes;
        Matrix centers = UniformSphere.Rows(stream, L, cell.Dimension);
        int[] cluster =
        [
            .. Enumerable.Range(0, L).SelectMany(ℓ => Enumerable.Repeat(ℓ, cell.Size + ℓ)),
        ];
        int n = cluster.Length, N = n * K, rank = L * K;
        var X = new Matrix(n, cell.Dimension);
        for (int i = 0; i < n; i++)
            centers.Row(cluster[i]).CopyTo(X.Row(i));
        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, 1 / Math.Sqrt(cell.Width));
        var network = new MulticlassNetwork(Activation.Softplus, X, V);
        MulticlassPoint point = network.At(NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension));
        Matrix kernel = point.TangentKernel();
        var spectrum = SymmetricSpectrum.Of(kernel);
        double top = spectrum.Values[^1], error = spectrum.ValueBound + point.KernelError(kernel);
        double[] most = new double[L], least = new double[L];
        Array.Fill(least, double.PositiveInfinity);
        for (int at = 0; at < N; at++)
        {
            double leverage = 0;
            for (int s = N - rank; s < N; s++)
                leverage += spectrum.Vectors[at, s] * spectrum.Vectors[at, s];
            int ℓ = cluster[at / K];
            most[ℓ] = Math.Max(most[ℓ], leverage);
            least[ℓ] = Math.Min(least[ℓ], leverage);
        }

        // The projections differ by at most ‖E‖/gap (Davis and Kahan), the gap λ_LK up to its error; a leverage by
        // twice as much.
        double gap = spectrum.Values[N - rank] - error;
        return new(
            spectrum.Values[N - rank] / top,
            N == rank ? 0 : spectrum.Values[N - rank - 1] / top,
            N == L ? 0 : spectrum.Values[N - L - 1] / top,
            error / top,
            most,
            least,
            gap > 0 ? 4 * error / gap + Gamma(rank + 4.0) : double.PositiveInfinity);
    }
}
