using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.GradientDescent;

/// <summary>Cell of <see cref="StationaryPointExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Dimension">d, from 2 to 60.</param>
/// <param name="Equations">n, from 1 to 400.</param>
/// <param name="Steps">From 1 to 20,000.</param>
/// <param name="IsUphill">Whether to look for a maximum of the risk rather than a minimum.</param>
public sealed record StationaryPointCell(
    Mixture Mixture, int Dimension, int Equations, int Steps, bool IsUphill);

/// <summary>Where the risk stops changing on the sphere.</summary>
/// <param name="Level">R_n/n over ξ(1)/2 at the point, within a relative error of 10⁻⁸ where it is 10⁻⁹ at
/// least.</param>
/// <param name="Slope">‖P∇R‖/R there, within 10⁻¹⁰ of the size of ‖∇R‖/R.</param>
/// <param name="WholeSlope">‖∇R‖/R there, within a relative error of 10⁻⁹.</param>
public sealed record StationaryPointOutcome(double Level, double Slope, double WholeSlope);

/// <summary>Gradient steps of a length that adapts, from a random point, until the gradient on the sphere is small
/// beside the risk.</summary>
/// <remarks>A step that makes the risk worse is taken back and shortened by half, one that improves it is followed by
/// one a quarter longer.</remarks>
public sealed class StationaryPointExperiment : Experiment<StationaryPointCell, StationaryPointOutcome>
{
    private const double SmallSlope = 1e-7, SmallLevel = 1e-9;

    /// <inheritdoc/>
    public override string Id => "random-systems/stationary-point";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override StationaryPointOutcome Run(
        StationaryPointCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 60 || cell.Equations is < 1 or > 400 || cell.Steps is < 1 or > 20_000)
            throw new ArgumentException("d is at most 60, n at most 400, steps at most 20,000.", nameof(cell));
        int n = cell.Equations, d = cell.Dimension;
        var method = new ProjectedGradient(TensorSystem.Draw(stream, cell.Mixture, d, n));
        double[] x = new double[d], next = new double[d];
        UniformSphere.Fill(stream, x);
        double level = n * cell.Mixture.Derivative(1);
        double sign = cell.IsUphill ? -1 : 1, η = 0.25 / (d * (1 + cell.Mixture.Derivative(1, 1)));
        double square = method.Evaluate(x);
        for (int step = 0; step < cell.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (2 * Lanes.Norm(method.Gradient) <= SmallSlope * square || square <= SmallLevel * level)
                break;
            x.CopyTo(next, 0);
            method.Step(next, sign * η);
            double moved = method.Evaluate(next);
            bool isBetter = sign * moved < sign * square;
            if (isBetter)
                (x, next, square) = (next, x, moved);
            else
                method.Evaluate(x);
            η *= isBetter ? 1.25 : 0.5;
        }

        square = method.Evaluate(x);
        double slope = Lanes.Norm(method.Gradient);
        return new(
            square / level, 2 * slope / square,
            2 * Math.Sqrt(slope * slope + method.Radial * method.Radial) / square);
    }
}
