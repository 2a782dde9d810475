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
/// <param name="Index">How many singular values lie above the largest ratio s_i/s_(i+1), i up to half of all.</param>
/// <param name="Ratio">That ratio.</param>
/// <param name="Second">The second largest one.</param>
public sealed record MixtureGapOutcome(int Index, double Ratio, double Second);

/// <summary>Singular values of the Jacobian on samples of a mixture.</summary>
public sealed class MixtureGapExperiment : Experiment<MixtureGapCell, MixtureGapOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/mixture-gap";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>Singular values, descending; squares below 0 by rounding count as 0.</summary>
    internal static double[] SingularValues(MixtureGapCell cell, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var mixture = GaussianMixture.Draw(
            stream, CenterKind.Separated, cell.Classes, cell.Components, cell.Dimension);
        Matrix X = mixture.Balanced(cell.PerComponent, cell.Deviation, stream).Inputs;
        Matrix V = NetworkWeights.Signs(stream, cell.Classes, cell.Width, 1 / Math.Sqrt(cell.Width));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension);
        Matrix kernel = new MulticlassNetwork(cell.Activation, X, V).At(W).TangentKernel();
        return
        [
            .. SymmetricSpectrum.ValuesOf(kernel).OrderDescending().Select(value => Math.Sqrt(Math.Max(0, value))),
        ];
    }

    /// <inheritdoc/>
    public override MixtureGapOutcome Run(MixtureGapCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.PerComponent, 2, nameof(cell));
        double[] s = SingularValues(cell, stream);
        int index = 0;
        double best = 1, second = 1;
        for (int i = 1; i <= s.Length / 2; i++)
        {
            // A quotient of rounding errors is no gap of the spectrum.
            double ratio = s[i] > 1e-6 * s[0] ? s[i - 1] / s[i] : s[i - 1] > 1e-6 * s[0] ? 1e6 : 1;
            if (ratio > best)
                (index, best, second) = (i, ratio, best);
            else
                second = Math.Max(second, ratio);
        }

        return new(index, best, second);
    }
}
