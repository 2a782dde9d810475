using Verification.Implementation.Experiments;
using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.JacobianSpectra.BiasVariance;

/// <summary>Cell of <see cref="StartingResidualExperiment"/>.</summary>
/// <param name="Samples">n, even, from 4 to 2¹³; the input e₂ occurs once in sixteen times, and at least once.</param>
/// <param name="Start">The second output at e₁ before training.</param>
/// <param name="NuisanceStart">The second output at e₂ before training.</param>
/// <param name="Gamma">Γ, an integer from 1 to 100.</param>
/// <param name="StepsPerGamma">Steps over Γ.</param>
public sealed record StartingResidualCell(
    int Samples, double Start, double NuisanceStart, int Gamma, int StepsPerGamma);

/// <summary>Before and after training; norms over √n, each within a relative 10⁻¹¹.</summary>
/// <param name="Information">‖Π_I r₀‖/√n.</param>
/// <param name="Nuisance">‖Π_N r₀‖/√n.</param>
/// <param name="NuisanceOfLabels">‖Π_N y‖/√n.</param>
/// <param name="Remaining">‖r_T‖/√n.</param>
/// <param name="Misclassified">Share of misclassified samples.</param>
/// <param name="Error">The bound of the relative error.</param>
public sealed record StartingResidualOutcome(
    double Information,
    double Nuisance,
    double NuisanceOfLabels,
    double Remaining,
    double Misclassified,
    double Error);

// φ(z) = z, V = ½(1 1; 1 −1), inputs e₁ and e₂: JJᵀ = ½I ⊗ XXᵀ is the same at every W, with the eigenvalues (n − m)/2
// and m/2 on constants over equal inputs, for m inputs e₂. The cutoff α² = (n − m)/2 leaves e₁ in I. The step is
// 1/(nK), and all labels are the first class.

/// <summary>Gradient descent from a deterministic start that may be far away.</summary>
public sealed class StartingResidualExperiment : Experiment<StartingResidualCell, StartingResidualOutcome>
{
    /// <summary>ᾱ² = α²/(nK) for m inputs e₂ among n.</summary>
    public static double SquaredCutoff(int samples) => (samples - Rare(samples)) / (4.0 * samples);

    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/starting-residual";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override StartingResidualOutcome Run(
        StartingResidualCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int n = cell.Samples, m = Rare(n);
        if (
            n is < 4 or > 8192 || n % 2 != 0 || cell.Gamma is < 1 or > 100 || cell.StepsPerGamma is < 1 or > 1000
            || !(Math.Abs(cell.Start) <= 1e12 && Math.Abs(cell.NuisanceStart) <= 1e12))
            throw new ArgumentException(
                "n is even and from 4 to 8192, Γ from 1 to 100, steps per Γ from 1 to 1000, outputs at most 10¹².",
                nameof(cell));
        var X = new Matrix(n, 2);
        var Y = new Matrix(n, 2);
        for (int i = 0; i < n; i++)
        {
            X[i, i < m ? 1 : 0] = 1;
            Y[i, 0] = 1;
        }

        // VW = (0 0; A B), columns by input, and V is twice its own inverse.
        var W = new Matrix(
            new[,] { { cell.Start, cell.NuisanceStart }, { -cell.Start, -cell.NuisanceStart } });
        var V = new Matrix(new[,] { { 0.5, 0.5 }, { 0.5, -0.5 } });
        MulticlassPoint point = new MulticlassNetwork(Activation.Identity, X, V).At(W);
        var residual = new Matrix(n, 2);
        var gradient = new Matrix(2, 2);
        point.Residual(Y, residual);
        double nuisance = Lanes.Norm(residual.Values[..(2 * m)]);
        double information = Lanes.Norm(residual.Values[(2 * m)..]);
        int T = cell.Gamma * cell.StepsPerGamma;
        for (int t = 0; t < T; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.TransposeMultiply(residual, gradient);
            Lanes.Axpy(-1.0 / (2 * n), gradient.Values, W.Values);
            point.MoveTo(W);
            point.Residual(Y, residual);
        }

        double root = Math.Sqrt(n);
        double misclassified = new LabeledInputs(X, new int[n], 2).Misclassified(point.Outputs());

        // A step rounds sums of n + 4 terms; errors of steps do not grow, as each contracts. Relative to the start.
        double error = (n + 16.0) * (T + 4) * UnitRoundoff * 4;
        return new(
            information / root, nuisance / root, Math.Sqrt((double)m / n), Lanes.Norm(residual.Values) / root,
            misclassified, error);
    }

    private static int Rare(int samples) => Math.Max(1, samples / 16);
}
