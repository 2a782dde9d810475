using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="ResidualExperiment"/>.</summary>
/// <param name="Clusters">L ≥ 1.</param>
/// <param name="Size">Samples of each cluster.</param>
/// <param name="Classes">K ≥ 2.</param>
/// <param name="Dimension">d of the centers, at least 2.</param>
/// <param name="Width">k.</param>
/// <param name="Share">The share of each cluster that is corrupted.</param>
/// <param name="StepsFactor">Steps of descent, at η = 1/λ_max(JJᵀ) of the start, over log(20‖f_0 − M‖/‖e‖)λ_max/λ_min,
/// M the mean labels of the clusters: after as many ‖f − M‖ ≤ e^(−ηλ_min τ)‖f_0 − M‖ ≤ ‖e‖/20 for the linearized
/// descent.</param>
public sealed record ResidualCell(
    int Clusters, int Size, int Classes, int Dimension, int Width, double Share, double StepsFactor);

/// <summary>Norms of parts of the residual r = (f − ȳ) + (ȳ − y), over ‖e‖, e = y − ȳ.</summary>
/// <param name="IsReached">Whether the steps are those asked for, and not the cap of them.</param>
/// <param name="NuisanceAtStart">‖Π_N r_0‖.</param>
/// <param name="NuisanceAtEnd">‖Π_N r_T‖.</param>
/// <param name="OutsideInformation">‖Π_N(f_T − ȳ)‖.</param>
/// <param name="CorruptionOnInformation">‖Π_I e‖.</param>
/// <param name="Start">‖f_0 − ȳ‖.</param>
/// <param name="ToZero">‖f_T − ȳ‖.</param>
/// <param name="ToProjection">‖f_T − ȳ − Π_I e‖.</param>
public sealed record ResidualOutcome(
    bool IsReached,
    double NuisanceAtStart,
    double NuisanceAtEnd,
    double OutsideInformation,
    double CorruptionOnInformation,
    double Start,
    double ToZero,
    double ToProjection);

/// <summary>Descent on all samples of corrupted clusters, each at its center, and the two terms of its residual on the
/// space I of the clusters and on its complement N.</summary>
/// <remarks>The samples are repeated one by one: nothing here knows that those of a cluster have equal
/// outputs.</remarks>
public sealed class ResidualExperiment : Experiment<ResidualCell, ResidualOutcome>
{
    /// <summary>At most this many steps.</summary>
    public const int MostSteps = 2000;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/residual-terms";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ResidualOutcome Run(ResidualCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int L = cell.Clusters, m = cell.Size, n = L * m, K = cell.Classes;
        Matrix centers = UniformSphere.Rows(stream, L, cell.Dimension);
        Matrix X = new(n, cell.Dimension), Y = new(n, K), clean = new(n, K);
        int[] classes = [.. Enumerable.Range(0, L).Select(_ => stream.NextIndex(K))];
        int[] labels = [.. Enumerable.Range(0, n).Select(i => classes[i / m])];
        LabelCorruption.Replace(
            labels, LabelCorruption.Place(CorruptionPlacement.EachCluster, L, m, cell.Share, stream), K,
            CorruptionKind.StrictlyDifferent, stream);
        for (int i = 0; i < n; i++)
        {
            centers.Row(i / m).CopyTo(X.Row(i));
            clean[i, classes[i / m]] = 1;
            Y[i, labels[i]] = 1;
        }

        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, 1 / Math.Sqrt(cell.Width));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension);

        // The samples repeat the centers m times: their tangent kernel has m times the eigenvalues of the centers'.
        MulticlassPoint atCenters = new MulticlassNetwork(Activation.Softplus, centers, V).At(W);
        double[] spectrum = SymmetricEigen.Of(atCenters.TangentKernel()).Values;
        double η = 1 / (m * spectrum[^1]);
        MulticlassPoint point = new MulticlassNetwork(Activation.Softplus, X, V).At(W);
        Matrix r = new(n, K), gradient = new(cell.Width, cell.Dimension), e = Difference(Y, clean);
        point.Residual(Y, r);
        double norm = Lanes.Norm(e.Values), first = Nuisance(r, m), start = Distance(point.Outputs(), clean);
        double away0 = Distance(point.Outputs(), ClusterMeans(Y, m));
        double needed = spectrum[0] > 1e-9 * spectrum[^1]
            ? Math.Max(0, ElementaryFunctions.Log(20 * away0 / norm)) * spectrum[^1] / spectrum[0]
            : double.PositiveInfinity;
        bool reached = cell.StepsFactor * needed < MostSteps - 1;
        int steps = reached ? (int)Math.Ceiling(cell.StepsFactor * needed) + 1 : 0;
        for (int t = 0; t < steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.TransposeMultiply(r, gradient);
            Lanes.Axpy(-η, gradient.Values, W.Values);
            point.MoveTo(W);
            point.Residual(Y, r);
        }

        Matrix away = Difference(point.Outputs(), clean), projected = ClusterMeans(e, m);
        return new(
            reached,
            first / norm,
            Nuisance(r, m) / norm,
            Nuisance(away, m) / norm,
            Lanes.Norm(projected.Values) / norm,
            start / norm,
            Lanes.Norm(away.Values) / norm,
            Distance(away, projected) / norm);
    }

    /// <summary>Π_I u: the mean over each cluster, at each of its samples.</summary>
    /// <param name="u">n × K, the samples of a cluster in a row.</param>
    /// <param name="size">Samples of a cluster, a divisor of n.</param>
    public static Matrix ClusterMeans(Matrix u, int size)
    {
        ArgumentNullException.ThrowIfNull(u);
        var means = new Matrix(u.Rows, u.Columns);
        for (int i = 0; i < u.Rows; i++)
        {
            int first = i / size * size;
            for (int a = 0; a < u.Columns; a++)
            {
                double sum = 0;
                for (int j = first; j < first + size; j++)
                    sum += u[j, a];
                means[i, a] = sum / size;
            }
        }

        return means;
    }

    private static double Nuisance(Matrix u, int size) => Distance(u, ClusterMeans(u, size));

    private static double Distance(Matrix a, Matrix b) => Lanes.Norm(Difference(a, b).Values);

    private static Matrix Difference(Matrix a, Matrix b)
    {
        Matrix result = a.Clone();
        Lanes.Axpy(-1, b.Values, result.Values);
        return result;
    }
}
