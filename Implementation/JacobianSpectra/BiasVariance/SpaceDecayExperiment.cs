using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Mixtures;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="SpaceDecayExperiment"/>.</summary>
/// <param name="Classes">K ≥ 2.</param>
/// <param name="Components">C ≥ 1.</param>
/// <param name="PerComponent">n/(KC).</param>
/// <param name="Dimension">d.</param>
/// <param name="Deviation">σ.</param>
/// <param name="Corrupted">The share of labels that are replaced by another class, uniform among the others.</param>
/// <param name="Steps">Numbers of steps 2^0 … 2^(Steps − 1) are shown, after 0.</param>
public sealed record SpaceDecayCell(
    int Classes, int Components, int PerComponent, int Dimension, double Deviation, double Corrupted, int Steps);

/// <summary>Norms over that of the labels, at 0, 1, 2, 4, … steps.</summary>
/// <param name="Information">‖Π_I r_T‖/‖y‖ for I of the first K²C.</param>
/// <param name="Nuisance">‖Π_N r_T‖/‖y‖.</param>
/// <param name="Bound">(1 − ηα²)^T‖Π_I r₀‖/‖y‖ with α = λ_(K²C).</param>
public sealed record SpaceDecayOutcome(double[] Information, double[] Nuisance, double[] Bound);

/// <summary>The residual of a mixture with corrupted labels on both spaces, at infinite width, from outputs 0, with
/// steps 1/λ₁².</summary>
/// <remarks>Every output has the same kernel Σ(X): n × n eigenvectors are enough.</remarks>
public sealed class SpaceDecayExperiment : Experiment<SpaceDecayCell, SpaceDecayOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/space-decay";

    /// <inheritdoc/>
    public override SpaceDecayOutcome Run(SpaceDecayCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var mixture = GaussianMixture.Draw(
            stream, CenterKind.Separated, cell.Classes, cell.Components, cell.Dimension);
        LabeledInputs data = mixture.Balanced(cell.PerComponent, cell.Deviation, stream);
        int[] labels = data.Labels.ToArray();
        int n = data.Samples;
        int[] order = [.. Enumerable.Range(0, n)];
        int clean = n - (int)Math.Round(cell.Corrupted * n);
        for (int left = n; left > clean; left--)
        {
            // The chosen ones go to the end: without replacement.
            int chosen = stream.NextIndex(left);
            (order[chosen], order[left - 1]) = (order[left - 1], order[chosen]);
            ref int label = ref labels[order[left - 1]];
            label = (label + 1 + stream.NextIndex(cell.Classes - 1)) % cell.Classes;
        }

        return Decay(cell, data.Inputs, data.WithLabels(labels).OneHot(), mixture.Components);
    }

    private static SpaceDecayOutcome Decay(SpaceDecayCell cell, Matrix inputs, Matrix Y, int rank)
    {
        var spectrum = SymmetricSpectrum.Of(ExpectedTangentKernel.Of(Activation.GaussianSoftplus, inputs));
        Matrix coefficients = MatrixProduct.TransposeMultiply(spectrum.Vectors, Y);
        int n = coefficients.Rows;
        double greatest = spectrum.Values[^1], size = Lanes.Norm(Y.Values);
        double[] information = new double[cell.Steps + 1], nuisance = new double[cell.Steps + 1];
        var bound = new double[cell.Steps + 1];
        for (int t = 0; t <= cell.Steps; t++)
        {
            int T = t == 0 ? 0 : 1 << (t - 1);
            for (int s = 0; s < n; s++)
            {
                double factor = Powers.Integer(1 - spectrum.Values[s] / greatest, T);
                double energy = factor * factor * Lanes.Dot(coefficients.Row(s), coefficients.Row(s));
                (s >= n - rank ? information : nuisance)[t] += energy / (size * size);
            }

            information[t] = Math.Sqrt(information[t]);
            nuisance[t] = Math.Sqrt(nuisance[t]);
            bound[t] = Powers.Integer(1 - spectrum.Values[n - rank] / greatest, T) * information[0];
        }

        return new(information, nuisance, bound);
    }
}
