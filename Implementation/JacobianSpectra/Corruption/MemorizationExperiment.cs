using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Corruption;

/// <summary>Sizes of <see cref="MemorizationExperiment"/>.</summary>
/// <param name="Clusters">L ≥ 1.</param>
/// <param name="Size">Samples of each cluster.</param>
/// <param name="Classes">K ≥ 2; cluster ℓ has the class ℓ modulo K.</param>
/// <param name="Dimension">d of the inputs.</param>
/// <param name="Width">k.</param>
/// <param name="Spread">ε₀: inputs are centers plus ε₀ times normal vectors of unit mean square, on the sphere.</param>
/// <param name="Placement">Which samples are corrupted.</param>
/// <param name="Share">The share of the placement.</param>
/// <param name="Early">Steps before the first look.</param>
/// <param name="Late">Steps before the last look.</param>
public sealed record MemorizationCell(
    int Clusters, int Size, int Classes, int Dimension, int Width, double Spread, CorruptionPlacement Placement,
    double Share, int Early, int Late);

/// <summary>Shares of training inputs whose largest output is not that of a label.</summary>
/// <param name="Early">Against clean labels, stopped early.</param>
/// <param name="Late">Against clean labels, at the end.</param>
/// <param name="Training">Against the labels trained on, at the end.</param>
public sealed record MemorizationOutcome(double Early, double Late, double Training);

/// <summary>Descent on clusters of some radius with corrupted labels, stopped early and run on.</summary>
public sealed class MemorizationExperiment : Experiment<MemorizationCell, MemorizationOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/memorization";

    /// <inheritdoc/>
    public override MemorizationOutcome Run(
        MemorizationCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int L = cell.Clusters, m = cell.Size, n = L * m, d = cell.Dimension, K = cell.Classes;
        Matrix centers = UniformSphere.Rows(stream, L, d), X = new(n, d);
        stream.FillNormals(X.Values);
        Lanes.Scale(cell.Spread / Math.Sqrt(d), X.Values);
        int[] clean = [.. Enumerable.Range(0, n).Select(i => i / m % K)], labels = [.. clean];
        for (int i = 0; i < n; i++)
        {
            Lanes.Axpy(1, centers.Row(i / m), X.Row(i));
            Lanes.Scale(1 / Lanes.Norm(X.Row(i)), X.Row(i));
        }

        int[] touched = LabelCorruption.Place(cell.Placement, L, m, cell.Share, stream);
        LabelCorruption.Replace(labels, touched, K, CorruptionKind.StrictlyDifferent, stream);
        LabeledInputs training = new(X, labels, K), truth = training.WithLabels(clean);
        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, 1 / Math.Sqrt(cell.Width));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, d), Y = training.OneHot();
        MulticlassPoint point = new MulticlassNetwork(Activation.Softplus, X, V).At(W);
        double η = 1 / SymmetricEigen.Of(point.TangentKernel()).Values[^1];
        Matrix r = new(n, K), gradient = new(cell.Width, d);
        double early = 0;
        for (int t = 0; t < cell.Late; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (t == cell.Early)
                early = truth.Misclassified(point.Outputs());
            point.Residual(Y, r);
            point.TransposeMultiply(r, gradient);
            Lanes.Axpy(-η, gradient.Values, W.Values);
            point.MoveTo(W);
        }

        Matrix outputs = point.Outputs();
        return new(early, truth.Misclassified(outputs), training.Misclassified(outputs));
    }
}
