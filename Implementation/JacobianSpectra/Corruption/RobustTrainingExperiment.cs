using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="RobustTrainingExperiment"/>.</summary>
/// <param name="Clusters">L ≥ 1.</param>
/// <param name="Size">Samples of each cluster.</param>
/// <param name="Classes">K ≥ 2.</param>
/// <param name="Dimension">d of the centers, at least 2.</param>
/// <param name="Width">k.</param>
/// <param name="Placement">Which samples are corrupted.</param>
/// <param name="Kind">What replaces their labels.</param>
/// <param name="Share">The share of the placement.</param>
/// <param name="StepsFactor">The time of stopping over that of the theorem, at least 0.</param>
public sealed record RobustTrainingCell(
    int Clusters, int Size, int Classes, int Dimension, int Width, CorruptionPlacement Placement, CorruptionKind Kind,
    double Share, double StepsFactor);

/// <summary>What stopped training says about the clusters.</summary>
/// <param name="TotalShare">ρ, corrupted samples over all.</param>
/// <param name="LargestShare">The largest share of a cluster that is corrupted.</param>
/// <param name="IsDecided">Whether a label leads in each cluster.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="IsReached">Whether these are the steps of the theorem, and not the cap of them.</param>
/// <param name="Error">Bound of the rounding error of the margins of the frozen kernel.</param>
/// <param name="FrozenTrue">Least margin of the true labels with the kernel frozen; positive where all are
/// found.</param>
/// <param name="FrozenLeading">The same for the leading label of each cluster; −1 where one has none.</param>
/// <param name="NetworkTrue">Least margin of the true labels with the network, at the last step.</param>
/// <param name="NetworkLeading">The same for the leading labels.</param>
public sealed record RobustTrainingOutcome(
    double TotalShare,
    double LargestShare,
    bool IsDecided,
    int Steps,
    bool IsReached,
    double Error,
    double FrozenTrue,
    double FrozenLeading,
    double NetworkTrue,
    double NetworkLeading);

/// <summary>Descent on a network with one hidden layer on corrupted clusters, and on its linearization, stopped early.
/// </summary>
/// <remarks>
/// <para>All samples of a cluster of m are at its center, so that with the mean labels M (L × K) the gradient is that
/// of ½m‖F − M‖² at the centers. With the kernel A = m·J_0J_0ᵀ frozen, g ← g − ηA(g − M), and for η = 1/λ_max(A)
/// ‖g_τ − M‖ ≤ (1 − λ_min/λ_max)^τ‖g_0 − M‖. Where the leading label of each cluster leads by Δ at least, all are found
/// as soon as √2‖g_τ − M‖ &lt; Δ: after τ = log(√2‖g_0 − M‖/Δ)/(−log(1 − λ_min/λ_max)) steps.</para>
/// <para>As many steps are taken by the network. Clusters without a leader do not count in Δ.</para>
/// </remarks>
public sealed class RobustTrainingExperiment : Experiment<RobustTrainingCell, RobustTrainingOutcome>
{
    /// <summary>At most this many steps: where the centers nearly coincide.</summary>
    public const int MostSteps = 4000;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/robust-training";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override RobustTrainingOutcome Run(
        RobustTrainingCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var task = ClusteredTask.Draw(
            cell.Clusters, cell.Size, cell.Classes, cell.Dimension, cell.Width, cell.Placement, cell.Kind, cell.Share,
            stream);
        Matrix M = task.MeanLabels(), W = task.Weights.Clone();
        MulticlassPoint point = task.Network.At(W);
        Matrix A = point.TangentKernel(), g = point.Outputs();
        Lanes.Scale(cell.Size, A.Values);
        var spectrum = SymmetricEigen.Of(A);
        double error = EigenvalueBound.Of(A, spectrum);
        double λ = spectrum.Values[0] - error, η = 1 / (spectrum.Values[^1] + error);

        int[] leading = [.. Enumerable.Range(0, task.Clusters).Select(task.Plurality)];
        double lead = Enumerable.Range(0, task.Clusters)
            .Where(cluster => leading[cluster] >= 0)
            .Select(cluster => (double)task.Lead(cluster, leading[cluster]) / task.Size)
            .DefaultIfEmpty(1)
            .Min();
        double start = Distance(g, M), needed = λ > 0
            ? Math.Max(0, ElementaryFunctions.Log(Math.Sqrt(2) * start / lead) / -ElementaryFunctions.Log1p(-λ * η))
            : double.PositiveInfinity;
        bool reached = cell.StepsFactor * needed < MostSteps - 1;
        int steps = reached ? (int)Math.Ceiling(cell.StepsFactor * needed) + 1 : 0;

        var away = new Matrix(task.Clusters, task.Classes);
        for (int t = 0; t < steps; t++)
        {
            Subtract(g, M, away);
            Lanes.Axpy(-η, MatrixVector.Multiply(A, away.Values), g.Values);
        }

        var gradient = new Matrix(cell.Width, cell.Dimension);
        for (int t = 0; t < steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.Residual(M, away);
            point.TransposeMultiply(away, gradient);
            Lanes.Axpy(-η * cell.Size, gradient.Values, W.Values);
            point.MoveTo(W);
        }

        Matrix f = point.Outputs();
        bool decided = Array.TrueForAll(leading, label => label >= 0);

        // η‖A‖ ≤ 1: each step adds the rounding of a product with A, of sums of LK terms, and of two differences.
        double rounding = 2 * (steps + 1)
            * Gamma(2.0 * task.Clusters * task.Classes + 20) * (2 * start + Lanes.Norm(M.Values))
            * Math.Sqrt(task.Clusters * task.Classes);
        return new(
            (double)task.Moved / (task.Clusters * task.Size),
            Enumerable.Range(0, task.Clusters).Max(cluster => (double)task.MovedIn(cluster) / task.Size),
            decided,
            steps,
            reached,
            rounding,
            ClusteredTask.Margin(g, task.Clean),
            decided ? ClusteredTask.Margin(g, leading) : -1,
            ClusteredTask.Margin(f, task.Clean),
            decided ? ClusteredTask.Margin(f, leading) : -1);
    }

    private static double Distance(Matrix a, Matrix b)
    {
        var away = new Matrix(a.Rows, a.Columns);
        Subtract(a, b, away);
        return Lanes.Norm(away.Values);
    }

    private static void Subtract(Matrix a, Matrix b, Matrix result)
    {
        for (int at = 0; at < result.Values.Length; at++)
            result.Values[at] = a.Values[at] - b.Values[at];
    }
}
