using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>Cell of <see cref="MixtureSpectrumExperiment"/>.</summary>
/// <param name="Centers">Where the centers lie.</param>
/// <param name="Classes">K ≥ 1.</param>
/// <param name="Components">C ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="PerComponent">n/(KC), or the mean of it where counts are unequal.</param>
/// <param name="IsBalanced">Whether components have equally many samples; else 1, 3, 1, 3, … times half of
/// that.</param>
/// <param name="Activation">φ.</param>
public sealed record MixtureSpectrumCell(
    CenterKind Centers,
    int Classes,
    int Components,
    int Dimension,
    int Width,
    int PerComponent,
    bool IsBalanced,
    Activation Activation);

/// <summary>Eigenvalues of JJᵀ on n samples against those on the KC centers, over the largest one on the
/// centers.</summary>
/// <param name="Samples">n.</param>
/// <param name="Least">The least of the K²C eigenvalues on the centers.</param>
/// <param name="Deviation">Largest |λ_i(JJᵀ)KC/n − λ_i(D^(1/2)J_MJ_MᵀD^(1/2)KC/n)| over i ≤ K²C, D the counts.</param>
/// <param name="Shape">The same without the counts, |λ_i(JJᵀ)KC/n − λ_i(J_MJ_Mᵀ)|.</param>
/// <param name="Rest">Largest |λ_i(JJᵀ)|KC/n over i &gt; K²C; 0 where there is none.</param>
/// <param name="NuisanceLabels">‖Π_N y‖/‖y‖ for I of the first K²C.</param>
/// <param name="NuisanceOfLess">The same for one direction less in I.</param>
/// <param name="Error">Bound of the error of the eigenvalues.</param>
/// <param name="LeastReadout">λ_min(VVᵀ) at least, over 1, the diagonal.</param>
public sealed record MixtureSpectrumOutcome(
    int Samples,
    double Least,
    double Deviation,
    double Shape,
    double Rest,
    double NuisanceLabels,
    double NuisanceOfLess,
    double Error,
    double LeastReadout);

// Equal inputs have equal rows of J: J = P·J_M for the n × KC matrix P of memberships, PᵀP = D, so that JJᵀ has the
// nonzero eigenvalues of D^(1/2)J_MJ_MᵀD^(1/2).

/// <summary>The spectrum of the Jacobian where all samples of a component are equal, σ = 0.</summary>
public sealed class MixtureSpectrumExperiment : Experiment<MixtureSpectrumCell, MixtureSpectrumOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/mixture-spectrum";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override MixtureSpectrumOutcome Run(
        MixtureSpectrumCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.PerComponent, 1, nameof(cell));
        int K = cell.Classes;
        var mixture = GaussianMixture.Draw(stream, cell.Centers, K, cell.Components, cell.Dimension);
        int components = mixture.Components;
        int[] counts = [.. Enumerable.Range(0, components).Select(c => Count(cell, c))];
        LabeledInputs data = mixture.Around(
            [.. counts.SelectMany((count, c) => Enumerable.Repeat(c, count))], 0, null);
        int n = data.Samples, rank = K * components;
        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, 1 / Math.Sqrt(cell.Width));
        var readout = SymmetricSpectrum.Of(MatrixProduct.MultiplyTranspose(V, V));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension);
        MulticlassPoint atCenters = new MulticlassNetwork(cell.Activation, mixture.Centers.Inputs, V).At(W);
        Matrix small = atCenters.TangentKernel();
        (double[] centers, double centersError) = Eigenvalues(small, atCenters);
        for (int i = 0; i < rank; i++)
            for (int j = 0; j < rank; j++)
                small[i, j] *= Math.Sqrt((double)counts[i / K] * counts[j / K]) * components / n;
        (double[] weighted, double weightedError) = Eigenvalues(small, atCenters);
        MulticlassPoint point = new MulticlassNetwork(cell.Activation, data.Inputs, V).At(W);
        Matrix kernel = point.TangentKernel();
        var spectrum = SymmetricSpectrum.Of(kernel);
        double[] values = Descending(spectrum.Values);
        double greatest = centers[0], deviation = 0, shape = 0, rest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i] * components / n;
            if (i >= rank)
                rest = Math.Max(rest, Math.Abs(value) / greatest);
            else
            {
                deviation = Math.Max(deviation, Math.Abs(value - weighted[i]) / greatest);
                shape = Math.Max(shape, Math.Abs(value - centers[i]) / greatest);
            }
        }

        // Differences of eigenvalues of two kernels; a few roundings of quotients of the order 1.
        double error = ((spectrum.ValueBound + point.KernelError(kernel)) * components / n
            + Math.Max(centersError, weightedError)) / greatest + Gamma(20);
        return new(
            n, centers[^1] / greatest, deviation, shape, rest,
            NuisanceShare(spectrum.Vectors, data.OneHot().Values, rank),
            NuisanceShare(spectrum.Vectors, data.OneHot().Values, rank - 1),
            error,
            readout.Values[0] - readout.ValueBound - Gamma(cell.Width + 4.0) * K);
    }

    private static (double[] Values, double Error) Eigenvalues(Matrix kernel, MulticlassPoint point)
    {
        var spectrum = SymmetricSpectrum.Of(kernel);
        return (Descending(spectrum.Values), spectrum.ValueBound + point.KernelError(kernel));
    }

    private static int Count(MixtureSpectrumCell cell, int component) =>
        cell.IsBalanced ? cell.PerComponent : Math.Max(1, cell.PerComponent * (component % 2 == 0 ? 1 : 3) / 2);

    private static double[] Descending(double[] values) => [.. values.OrderDescending()];

    private static double NuisanceShare(Matrix vectors, ReadOnlySpan<double> y, int rank)
    {
        double[] coefficients = MatrixVector.TransposeMultiply(vectors, y);
        double nuisance = Lanes.Norm(coefficients.AsSpan(0, Math.Max(0, coefficients.Length - rank)));
        return nuisance / Lanes.Norm(y);
    }
}
