using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="LowestEigenvalueExperiment"/>.</summary>
/// <param name="Dimension">d, from 2 to 1000.</param>
/// <param name="Equations">n, from 1 to 4d.</param>
/// <param name="Scale">a, positive.</param>
/// <param name="Slope">b, not negative.</param>
public sealed record LowestEigenvalueCell(int Dimension, int Equations, double Scale, double Slope)
{
    /// <summary>α = n/d.</summary>
    public double Ratio => Equations / (double)Dimension;
}

/// <summary>The lowest eigenvalue of one matrix.</summary>
/// <param name="Value">λ_min(aW/√d + bZᵀZ/d).</param>
/// <param name="Error">Bound of its error.</param>
public sealed record LowestEigenvalueOutcome(double Value, double Error);

/// <summary>Lowest eigenvalues of the matrices of the talk's sketch.</summary>
public sealed class LowestEigenvalueExperiment : Experiment<LowestEigenvalueCell, LowestEigenvalueOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/lowest-eigenvalue";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override LowestEigenvalueOutcome Run(
        LowestEigenvalueCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Dimension is < 2 or > 1000 || cell.Equations < 1 || cell.Equations > 4 * cell.Dimension)
            throw new ArgumentException("d lies between 2 and 1000, n between 1 and 4d.", nameof(cell));
        cancellation.ThrowIfCancellationRequested();
        Matrix A = EdgeMatrix.Draw(
            stream, cell.Dimension, cell.Equations, cell.Scale, cell.Slope, out double magnitude);
        var spectrum = SymmetricSpectrum.Of(A);
        // Entries round n + 3 times, relative to the magnitudes of their terms; the norm of these bounds the
        // eigenvalue's change (Weyl).
        return new(
            spectrum.Values[0], spectrum.ValueBound + 1.01 * DoublePrecision.Gamma(cell.Equations + 4) * magnitude);
    }
}
