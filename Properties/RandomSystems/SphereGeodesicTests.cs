using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.HessianDescent;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class SphereGeodesicTests
{
    /// <summary>x cos(s‖v‖/r) + v(r/‖v‖)sin(s‖v‖/r) has the acceleration −x‖v‖²/r²; the velocity is v without its part
    /// along x, and the polynomial stays on the sphere up to the third order.</summary>
    [Theory]
    [InlineData(0.5, 1.0)]
    [InlineData(1.0, 3.0)]
    [InlineData(0.01, 0.2)]
    public void TheExpansionIsThatOfTheGreatCircle(double radius, double speed)
    {
        var stream = new RandomStream(StreamKey.Of(13, "geodesic"), 0);
        double[] x = new double[5], v = new double[5];
        UniformSphere.Fill(stream, x);
        UniformSphere.Fill(stream, v);
        Lanes.Axpy(-Lanes.Dot(x, v), x, v);
        Lanes.Scale(speed / Lanes.Norm(v), v);
        Lanes.Scale(radius, x);
        var circle = SphereGeodesic.From([.. x.Select(Interval.Of)], [.. v.Select(Interval.Of)]);
        double curvature = speed * speed / (radius * radius);
        for (int j = 0; j < x.Length; j++)
        {
            Assert.Equal(v[j], circle.Velocity[j].Midpoint, 1e-14 * speed);
            Assert.Equal(-x[j] * curvature / 2, circle.HalfAcceleration[j].Midpoint, 1e-13 * curvature * radius);
        }

        Interval[] point = [.. x.Select(Interval.Of)];
        Interval first = SphereGeodesic.Dot(point, circle.Velocity);
        Interval second = SphereGeodesic.Dot(circle.Velocity, circle.Velocity)
            + 2 * SphereGeodesic.Dot(point, circle.HalfAcceleration);
        Assert.True(first.Contains(0) && second.Contains(0));
        Assert.True(second.Width < 1e-12 * speed * speed);
    }
}
