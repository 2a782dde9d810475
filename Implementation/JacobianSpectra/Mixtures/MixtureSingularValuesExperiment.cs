using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>The larger singular values, descending, times √(KC/n).</summary>
public sealed record MixtureSingularValuesOutcome(double[] Values);

/// <summary>The spectrum of <see cref="MixtureGapExperiment"/> itself, for figures.</summary>
public sealed class MixtureSingularValuesExperiment : Experiment<MixtureGapCell, MixtureSingularValuesOutcome>
{
    private const int Shown = 60;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/mixture-singular-values";

    /// <inheritdoc/>
    public override MixtureSingularValuesOutcome Run(
        MixtureGapCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        return new(
        [
            .. MixtureGapExperiment.Spectrum(cell, stream).Values.Take(Shown)
                .Select(value => Math.Sqrt(Math.Max(0, value) / cell.PerComponent)),
        ]);
    }
}
