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
/// <param name="CircleLower">Lower end of the second derivative of R along the great circle of velocity v,
/// over R.</param>
/// <param name="CircleUpper">Its upper end.</param>
/// <param name="LineLower">Lower end of v′∇²R v, over R.</param>
/// <param name="LineUpper">Its upper end.</param>
/// <param name="RadialLower">Lower end of ⟨x, ∇R⟩, over R.</param>
/// <param name="RadialUpper">Its upper end.</param>
/// <param name="SquareLower">Lower end of ‖x‖².</param>
/// <param name="SquareUpper">Its upper end.</param>
/// <param name="SpeedLower">Lower end of ‖v‖².</param>
/// <param name="SpeedUpper">Its upper end.</param>
public sealed record RiemannianHessianOutcome(
    double CircleLower, double CircleUpper, double LineLower, double LineUpper, double RadialLower,
    double RadialUpper, double SquareLower, double SquareUpper, double SpeedLower, double SpeedUpper)
{
    /// <summary>The second derivative along the great circle, over R.</summary>
    public Interval Circle => new(CircleLower, CircleUpper);

    /// <summary>v′∇²R v, over R.</summary>
    public Interval Line => new(LineLower, LineUpper);

    /// <summary>⟨x, ∇R⟩, over R.</summary>
    public Interval Radial => new(RadialLower, RadialUpper);

    /// <summary>‖x‖².</summary>
    public Interval Square => new(SquareLower, SquareUpper);

    /// <summary>‖v‖².</summary>
    public Interval Speed => new(SpeedLower, SpeedUpper);
}

/// <summary>Second derivatives of the risk along great circles and along their tangents.</summary>
/// <remarks>The circle comes from <see cref="SphereGeodesic"/>, which knows nothing of Hessians.</remarks>
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
        var geodesic = SphereGeodesic.From(point, along);
        Interval[] circle = system.RiskAlong(point, geodesic.Velocity, geodesic.HalfAcceleration);
        Interval[] line = system.RiskAlong(point, geodesic.Velocity, zero);
        Interval[] ray = system.RiskAlong(point, point, zero);
        (Interval c, Interval l, Interval r) =
            (2 * circle[2] / circle[0], 2 * line[2] / circle[0], ray[1] / circle[0]);
        Interval square = SphereGeodesic.Dot(point, point);
        Interval speed = SphereGeodesic.Dot(geodesic.Velocity, geodesic.Velocity);
        return new(
            c.Lower, c.Upper, l.Lower, l.Upper, r.Lower, r.Upper, square.Lower, square.Upper, speed.Lower, speed.Upper);
    }
}
