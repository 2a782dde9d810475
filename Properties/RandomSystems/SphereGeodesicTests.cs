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

    /// <summary>A geodesic is run through at a constant speed, ⟨γ″, γ′⟩ = 0, also where the direction has a part along
    /// the point that is far more than rounding: without taking it off, ⟨γ″, γ′⟩ would be −2⟨x, v⟩‖v‖²/r².</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    public void ADirectionThatIsNotOrthogonalLosesItsPartAlongThePoint(double along)
    {
        Interval[] x = [Interval.Of(1), Interval.Of(0)], v = [Interval.Of(along), Interval.Of(1)];
        var circle = SphereGeodesic.From(x, v);
        Assert.True(circle.Velocity[0].Contains(0) && circle.Velocity[1].Contains(1));
        Interval change = SphereGeodesic.Dot(circle.HalfAcceleration, circle.Velocity);
        Assert.True(change.Contains(0) && change.Width < 1e-14);
    }

    /// <summary>F = 1 + 3x + 5y + 2xy at (1, 0) has F = 4, ∇F = (3, 7), and along the great circle F″ = −3: with R =
    /// F²/2, R″ = F′² + FF″ = 49 − 12 = 37, by hand.</summary>
    [Fact]
    public void TheSecondDerivativeAlongTheCircleIsThatByHand()
    {
        Interval[] x = [Interval.Of(1), Interval.Of(0)], v = [Interval.Of(1e-3), Interval.Of(1)];
        var circle = SphereGeodesic.From(x, v);
        // Along (1 + a₁s + a₂s², b₁s + b₂s²): the coefficients of F to the second order.
        (Interval a1, Interval a2) = (circle.Velocity[0], circle.HalfAcceleration[0]);
        (Interval b1, Interval b2) = (circle.Velocity[1], circle.HalfAcceleration[1]);
        Interval f1 = 3 * a1 + 7 * b1, f2 = 3 * a2 + 7 * b2 + 2 * a1 * b1;
        Interval second = Interval.Square(f1) + 2 * 4 * f2;
        Assert.True(second.Contains(37) && second.Width < 1e-12);
    }
}
