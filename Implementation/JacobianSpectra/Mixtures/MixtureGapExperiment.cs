using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>Cell of <see cref="MixtureGapExperiment"/>.</summary>
/// <param name="Classes">K ≥ 1.</param>
/// <param name="Components">C ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="PerComponent">n/(KC) ≥ 2.</param>
/// <param name="Deviation">σ.</param>
/// <param name="Activation">φ.</param>
public sealed record MixtureGapCell(
    int Classes, int Components, int Dimension, int Width, int PerComponent, double Deviation, Activation Activation);

/// <summary>The largest gap between neighbors among the larger singular values.</summary>
/// <param name="Index">How many singular values lie above the largest ratio s_i/s_(i+1), i up to half of all; singular
/// values below 10⁻⁶ of the largest are read as that.</param>
/// <param name="Ratio">That ratio, at least.</param>
/// <param name="Second">Every other one, at most.</param>
public sealed record MixtureGapOutcome(int Index, double Ratio, double Second);

/// <summary>Singular values of the Jacobian on samples of a mixture.</summary>
public sealed class MixtureGapExperiment : Experiment<MixtureGapCell, MixtureGapOutcome>
{
    private const double Roundings = 1e-15;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/mixture-gap";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    // A quotient of rounding errors is no gap of the spectrum.
    private const double Floor = 1e-6;

    /// <summary>Eigenvalues of JJᵀ, descending, and a bound of their errors.</summary>
    internal static (double[] Values, double Error) Spectrum(MixtureGapCell cell, RandomStream stream)
    {
        var mixture = GaussianMixture.Draw(
            stream, CenterKind.Separated, cell.Classes, cell.Components, cell.Dimension);
        Matrix X = mixture.Balanced(cell.PerComponent, cell.Deviation, stream).Inputs;
        Matrix V = NetworkWeights.Signs(stream, cell.Classes, cell.Width, 1 / Math.Sqrt(cell.Width));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension);
        MulticlassPoint point = new MulticlassNetwork(cell.Activation, X, V).At(W);
        Matrix kernel = point.TangentKernel();
        var spectrum = SymmetricSpectrum.Of(kernel);
        return ([.. spectrum.Values.OrderDescending()], spectrum.ValueBound + point.KernelError(kernel));
    }

    /// <inheritdoc/>
    public override MixtureGapOutcome Run(MixtureGapCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.PerComponent, 2, nameof(cell));
        (double[] λ, double error) = Spectrum(cell, stream);
        double least = Floor * Floor * λ[0];
        int last = λ.Length / 2;
        int index = Enumerable.Range(1, last).MaxBy(i => Math.Max(λ[i - 1], least) / Math.Max(λ[i], least));
        double second = 1;
        for (int i = 1; i <= last; i++)
        {
            if (i != index)
                second = Math.Max(second, Quotient(λ[i - 1] + error, λ[i] - error) * (1 + Roundings));
        }

        return new(index, Quotient(λ[index - 1] - error, λ[index] + error) * (1 - Roundings), second);

        double Quotient(double above, double below) => Math.Sqrt(Math.Max(above, least) / Math.Max(below, least));
    }
}
