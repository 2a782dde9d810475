using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Model;

/// <summary>Cell of <see cref="RiskLevelExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Dimension">d, from 1 to 40.</param>
/// <param name="Equations">n, from 1 to 400.</param>
/// <param name="Draws">Systems in one trial, from 1 to 1000.</param>
public sealed record RiskLevelCell(Mixture Mixture, int Dimension, int Equations, int Draws);

/// <summary>The risk at a random point of the unit sphere, over the systems of one trial.</summary>
/// <param name="Mean">Mean of R_n/n, within a relative error of 10⁻¹².</param>
/// <param name="MeanSquare">Mean of (R_n/n)², likewise.</param>
public sealed record RiskLevelOutcome(double Mean, double MeanSquare);

/// <summary>R_n(x)/n at points of the sphere that do not depend on the system.</summary>
public sealed class RiskLevelExperiment : Experiment<RiskLevelCell, RiskLevelOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/risk-level";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override RiskLevelOutcome Run(RiskLevelCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 40 || cell.Equations is < 1 or > 400 || cell.Draws is < 1 or > 1000)
            throw new ArgumentException("d is at most 40, n at most 400, draws at most 1000.", nameof(cell));
        double sum = 0, squares = 0;
        var x = new double[cell.Dimension];
        var values = new double[cell.Equations];
        var slopes = new Matrix(cell.Equations, cell.Dimension);
        for (int draw = 0; draw < cell.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var system = TensorSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
            UniformSphere.Fill(stream, x);
            system.Evaluate(x, values, slopes);
            double level = Lanes.Dot(values, values) / (2 * cell.Equations);
            sum += level;
            squares += level * level;
        }

        return new(sum / cell.Draws, squares / cell.Draws);
    }
}
