using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="SpaceSplitExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Outputs">K ≥ 1.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">k ≥ 1.</param>
/// <param name="Information">r = dim I, from 1 to n.</param>
/// <param name="Activation">φ.</param>
public sealed record SpaceSplitCell(
    int Samples, int Outputs, int Dimension, int Width, int Information, Activation Activation);

/// <summary>Where a random unit vector y of ℝ^(nK) has its energy, by left singular vectors of the Jacobian in
/// descending order.</summary>
/// <param name="Information">Σ (u_s·y)² over s ≤ r.</param>
/// <param name="AtTheCutoff">(u_r·y)².</param>
/// <param name="Nuisance">The same sum over r &lt; s ≤ n.</param>
/// <param name="Beyond">The same over n &lt; s &lt; nK.</param>
/// <param name="Last">(u_nK·y)².</param>
/// <param name="Error">Bound of what rounding makes of the sum.</param>
public sealed record SpaceSplitOutcome(
    double Information, double AtTheCutoff, double Nuisance, double Beyond, double Last, double Error);

// Left singular vectors of J are eigenvectors of JJᵀ. Any square U with ‖UᵀU − I‖ ≤ ω has |‖Uᵀy‖² − ‖y‖²| ≤ ω‖y‖²,
// whatever it has to do with J.

/// <summary>The energy of a vector along the singular vectors of the Jacobian of a random network.</summary>
public sealed class SpaceSplitExperiment : Experiment<SpaceSplitCell, SpaceSplitOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/space-split";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override SpaceSplitOutcome Run(SpaceSplitCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int n = cell.Samples, K = cell.Outputs, N = n * K;
        if (cell.Information < 1 || cell.Information > n)
            throw new ArgumentException($"r lies between 1 and n = {n}.", nameof(cell));
        Matrix X = UniformSphere.Rows(stream, n, cell.Dimension);
        Matrix V = NetworkWeights.Signs(stream, K, cell.Width, 1 / Math.Sqrt(cell.Width));
        Matrix W = NetworkWeights.Gaussian(stream, cell.Width, cell.Dimension);
        var spectrum = SymmetricSpectrum.Of(new MulticlassNetwork(cell.Activation, X, V).At(W).TangentKernel());
        var y = new double[N];
        UniformSphere.Fill(stream, y);
        double[] energies = MatrixVector.TransposeMultiply(spectrum.Vectors, y);
        double information = 0, atTheCutoff = 0, nuisance = 0, beyond = 0, last = 0;
        for (int s = 0; s < N; s++)
        {
            // Eigenvalues ascend.
            double coefficient = energies[N - 1 - s];
            double energy = coefficient * coefficient;
            if (s == cell.Information - 1)
                atTheCutoff = energy;
            if (s < cell.Information)
                information += energy;
            else if (s < n)
                nuisance += energy;
            else if (s < N - 1)
                beyond += energy;
            else
                last += energy;
        }

        // ‖y‖² is 1 up to (N + 4)u. Each coefficient errs by γ_N‖u_s‖‖y‖, which makes 2γ_NΣ|c_s| ≤ 2γ_N√N, and squares
        // and sums by (N + 2)u.
        double error = spectrum.OrthogonalityBound + (2 * N * Math.Sqrt(N) + 2.0 * N + 16) * UnitRoundoff;
        return new(information, atTheCutoff, nuisance, beyond, last, error);
    }
}
