using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="RiemannianHessianExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 2 to 20.</param>
/// <param name="Equations">n, from 1 to 20.</param>
/// <param name="Radius">‖x‖, positive, at most 1.</param>
public sealed record RiemannianHessianCell(Mixture Mixture, int Dimension, int Equations, double Radius);

/// <summary>Derivatives of the risk at a random point in a random direction orthogonal to it.</summary>
/// <param name="CircleLower">Lower end of d²R/ds² along the great circle of radius ‖x‖, over R.</param>
/// <param name="CircleUpper">Its upper end.</param>
/// <param name="LineLower">Lower end of v′∇²R v, over R.</param>
/// <param name="LineUpper">Its upper end.</param>
/// <param name="RadialLower">Lower end of ⟨x, ∇R⟩, over R.</param>
/// <param name="RadialUpper">Its upper end.</param>
public sealed record RiemannianHessianOutcome(
    double CircleLower, double CircleUpper, double LineLower, double LineUpper, double RadialLower,
    double RadialUpper);

/// <summary>Second derivatives of the risk along great circles and along their tangents.</summary>
/// <remarks>The circle is x cos(s/r) + vr sin(s/r), so that s is its length; its Taylor polynomial is x + vs −
/// xs²/(2r²).</remarks>
public sealed class RiemannianHessianExperiment : Experiment<RiemannianHessianCell, RiemannianHessianOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/riemannian-hessian";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 32;

    /// <inheritdoc/>
    public override RiemannianHessianOutcome Run(
        RiemannianHessianCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Dimension is < 2 or > 20 || cell.Equations is < 1 or > 20 || !(cell.Radius is > 0 and <= 1))
            throw new ArgumentException("d lies between 2 and 20, n between 1 and 20, ‖x‖ in (0, 1].", nameof(cell));
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        double[] x = new double[cell.Dimension], v = new double[cell.Dimension];
        UniformSphere.Fill(stream, x);
        UniformSphere.Fill(stream, v);
        Lanes.Axpy(-Lanes.Dot(x, v), x, v);
        Lanes.Scale(1 / Lanes.Norm(v), v);
        Lanes.Scale(cell.Radius, x);
        Interval[] point = [.. x.Select(Interval.Of)], along = [.. v.Select(Interval.Of)];
        Interval[] zero = new Interval[cell.Dimension];
        Interval[] inward = [.. point.Select(value => -value / (2 * Interval.Square(cell.Radius)))];
        Interval[] circle = system.RiskAlong(point, along, inward);
        Interval[] line = system.RiskAlong(point, along, zero);
        Interval[] ray = system.RiskAlong(point, point, zero);
        (Interval c, Interval l, Interval r) =
            (2 * circle[2] / circle[0], 2 * line[2] / circle[0], ray[1] / circle[0]);
        return new(c.Lower, c.Upper, l.Lower, l.Upper, r.Lower, r.Upper);
    }
}
