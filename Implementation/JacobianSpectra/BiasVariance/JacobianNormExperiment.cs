using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="JacobianNormExperiment"/>.</summary>
/// <param name="IsExtremal">Whether inputs are equal, V constant and W large; else all are drawn.</param>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Outputs">K ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Activation">φ.</param>
public sealed record JacobianNormCell(
    bool IsExtremal, int Samples, int Outputs, int Dimension, int Width, Activation Activation);

/// <summary>Squared norms over n.</summary>
/// <param name="Jacobian">‖J(W)‖²/n.</param>
/// <param name="Inputs">sup|φ'|²‖X‖²/n.</param>
/// <param name="Error">Bound of the error of each.</param>
public sealed record JacobianNormOutcome(double Jacobian, double Inputs, double Error);

/// <summary>The norm of the Jacobian for output weights of magnitude at most 1/√(kK) and unit inputs.</summary>
public sealed class JacobianNormExperiment : Experiment<JacobianNormCell, JacobianNormOutcome>
{
    private const double Large = 50;

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/jacobian-norm";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 64;

    /// <inheritdoc/>
    public override JacobianNormOutcome Run(
        JacobianNormCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, K = cell.Outputs, k = cell.Width, d = cell.Dimension;
        double scale = 1 / Math.Sqrt((double)k * K);
        Matrix X = UniformSphere.Rows(stream, n, d);
        Matrix V = NetworkWeights.Signs(stream, K, k, scale);
        Matrix W = NetworkWeights.Gaussian(stream, k, d);
        if (cell.IsExtremal)
        {
            V.Values.Fill(scale);
            for (int i = 1; i < n; i++)
                X.Row(0).CopyTo(X.Row(i));
            for (int m = 0; m < k; m++)
            {
                X.Row(0).CopyTo(W.Row(m));
                Lanes.Scale(Large, W.Row(m));
            }
        }
        else
        {
            foreach (ref double entry in V.Values)
                entry *= stream.NextUniform();
        }

        MulticlassPoint point = new MulticlassNetwork(cell.Activation, X, V).At(W);
        Matrix kernel = point.TangentKernel();
        SymmetricSpectrum outputs = SymmetricSpectrum.Of(kernel),
            inputs = SymmetricSpectrum.Of(MatrixProduct.MultiplyTranspose(X, X));
        double slope = cell.Activation.LargestSlope, square = slope * slope;

        // Products of inputs err by γ_d of their norms, 1 up to (d + 4)u; in all by as much of n.
        double ofInputs = square * (inputs.ValueBound + Gamma(2 * d + 8.0) * n);
        return new(
            outputs.Values[^1] / n,
            square * inputs.Values[^1] / n,
            Math.Max(outputs.ValueBound + point.KernelError(kernel), ofInputs) / n + Gamma(4) * Math.Max(1, square));
    }
}
