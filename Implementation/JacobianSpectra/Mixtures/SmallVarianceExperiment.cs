using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>Cell of <see cref="SmallVarianceExperiment"/>.</summary>
/// <param name="Components">KC ≥ 1.</param>
/// <param name="PerComponent">n/(KC) ≥ 2.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Deviation">σ.</param>
public sealed record SmallVarianceCell(int Components, int PerComponent, int Dimension, double Deviation);

/// <summary>Eigenvalues of the expected kernel of one output.</summary>
/// <param name="Least">λ_min(Σ(X)).</param>
/// <param name="Cut">λ_KC(Σ(X)), the least that σ = 0 leaves, times KC/n.</param>
/// <param name="Centers">λ_min(Σ(M)) of the centers.</param>
/// <param name="Error">Bound of the error of each.</param>
public sealed record SmallVarianceOutcome(double Least, double Cut, double Centers, double Error);

/// <summary>The expected tangent kernel of the gaussian softplus on a balanced mixture of small variance.</summary>
public sealed class SmallVarianceExperiment : Experiment<SmallVarianceCell, SmallVarianceOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/small-variance";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SmallVarianceOutcome Run(
        SmallVarianceCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.PerComponent, 2, nameof(cell));
        var mixture = GaussianMixture.Draw(stream, CenterKind.Separated, 1, cell.Components, cell.Dimension);
        LabeledInputs data = mixture.Balanced(cell.PerComponent, cell.Deviation, stream);
        Matrix kernel = ExpectedTangentKernel.Of(Activation.GaussianSoftplus, data.Inputs);
        var spectrum = SymmetricSpectrum.Of(kernel);
        var centers = SymmetricSpectrum.Of(
            ExpectedTangentKernel.Of(Activation.GaussianSoftplus, mixture.Centers.Inputs));

        // Products of inputs err by γ_d‖x‖‖x'‖, and the correlation with them; the slopes' moment by a few u. In all by
        // as much of Σ‖x‖², which is the number of components for the centers.
        double size = Lanes.Dot(data.Inputs.Values, data.Inputs.Values) + cell.Components;
        return new(
            spectrum.Values[0],
            spectrum.Values[^cell.Components] / cell.PerComponent,
            centers.Values[0],
            Math.Max(spectrum.ValueBound, centers.ValueBound) + (2.0 * cell.Dimension + 20) * UnitRoundoff * size);
    }
}
