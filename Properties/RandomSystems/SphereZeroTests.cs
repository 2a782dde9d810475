using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class SphereZeroTests
{
    private static RandomStream Stream(ulong trial) => new(StreamKey.Of(21, "sphere"), trial);

    // The naive twin draws a tensor for every degree and adds its entries up; its covariance is that of the mixture by
    // definition. Here only the variance of a monomial's coefficient can be compared, on many draws of a small system.
    [Fact]
    public void CoefficientsHaveTheVarianceOfTheTensorEntriesTheyCollect()
    {
        var ξ = Mixture.Parse("2:0.5q2:q3", null);
        double[] x = [0.6, -0.3, 0.5], y = [0.1, 0.7, 0.4];
        const int Draws = 40_000;
        double xx = 0, xy = 0;
        for (int i = 0; i < Draws; i++)
        {
            var system = GaussianSystem.Draw(Stream((ulong)i), ξ, 3, 1);
            double f = system.Value(x)[0], g = system.Value(y)[0];
            (xx, xy) = (xx + f * f, xy + f * g);
        }

        // Deviations √(2/Draws)·ξ and less: five of them.
        double norm = ξ.Derivative(Lanes.Dot(x, x));
        Assert.Equal(norm, xx / Draws, 0.036 * norm);
        Assert.Equal(ξ.Derivative(Lanes.Dot(x, y)), xy / Draws, 0.036 * norm);
    }

    [Fact]
    public void DerivativesAreDifferencesAndIntervalsContainBoth()
    {
        var system = GaussianSystem.Draw(Stream(0), Mixture.Parse("2:q:0.5q2:q4", null), 4, 2);
        double[] x = [0.5, -0.4, 0.3, 0.7];
        Matrix D = system.Derivative(x);
        Interval[] box = [.. x.Select(value => new Interval(value - 1e-3, value + 1e-3))];
        Interval[] values = system.Value(box), slopes = system.Derivative(box), rays = system.OnRays(box);
        for (int j = 0; j < 4; j++)
        {
            const double h = 1e-5;
            double[] up = [.. x], down = [.. x];
            (up[j], down[j]) = (x[j] + h, x[j] - h);
            double[] above = system.Value(up), below = system.Value(down);
            for (int i = 0; i < 2; i++)
            {
                Assert.Equal((above[i] - below[i]) / (2 * h), D[i, j], 1e-7);
                Assert.True(values[i].Contains(above[i]) && slopes[i * 4 + j].Contains(D[i, j]));
            }
        }

        // On rays: F at the point of the sphere times the fourth power of the length.
        double length = Lanes.Norm(x);
        double[] unit = [.. x.Select(value => value / length)];
        for (int i = 0; i < 2; i++)
            Assert.True(rays[i].Contains(system.Value(unit)[i] * length * length * length * length));
    }

    // A quadratic form of two variables, x′Ax with entries from the stream: zeros exist exactly where it is indefinite.
    [Fact]
    public void ZerosOfFormsInTwoVariablesAreThoseOfTheDiscriminant()
    {
        int zeros = 0, empty = 0;
        for (ulong trial = 0; trial < 60; trial++)
        {
            var system = GaussianSystem.Draw(Stream(trial), Mixture.Parse("q2", null), 2, 1);
            double a = system.Value([1, 0])[0], c = system.Value([0, 1])[0];
            double b = system.Value([1, 1])[0] - a - c;
            bool exists = b * b > 4 * a * c;
            bool found = SphereZero.Find(system, Stream(trial), 10) is not null;
            bool excluded = SphereZero.IsEmpty(system, 100_000);
            Assert.False(found && excluded);
            Assert.Equal(exists, found);
            Assert.Equal(!exists, excluded);
            (zeros, empty) = (zeros + (found ? 1 : 0), empty + (excluded ? 1 : 0));
        }

        Assert.True(zeros > 10 && empty > 5);
    }

    // A zero moved by 10⁻⁶ is not proven, nor is one of a system whose value there was raised.
    [Fact]
    public void WhatIsNoZeroIsNotProven()
    {
        var system = GaussianSystem.Draw(Stream(3), Mixture.Parse("1:q3", null), 6, 2);
        double[] zero = SphereZero.Find(system, Stream(4), 10)!;
        Assert.True(SphereZero.IsProven(system, zero));
        double[] moved = [.. zero];
        moved[0] += 1e-6;
        Assert.False(SphereZero.IsProven(system, moved));
        Assert.False(SphereZero.IsProven(system, new double[6]));
        var tall = GaussianSystem.Draw(Stream(3), Mixture.Parse("1:q3", null), 2, 2);
        Assert.False(SphereZero.IsProven(tall, [1, 0]));
    }

    // In one variable x² has no zero on the sphere {−1, 1}.
    [Fact]
    public void AFormInOneVariableHasNoZero()
    {
        var line = GaussianSystem.Draw(Stream(5), Mixture.Parse("q2", null), 1, 1);
        Assert.True(SphereZero.IsEmpty(line, 10));
        Assert.Null(SphereZero.Find(line, Stream(6), 3));
    }

    [Fact]
    public void SystemsThatAreTooLargeAreRefused()
    {
        Assert.Throws<ArgumentException>(
            () => GaussianSystem.Draw(Stream(0), Mixture.Parse("q11", null), 40, 10));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SphereZero.IsEmpty(GaussianSystem.Draw(Stream(0), Mixture.Parse("q2", null), 7, 1), 10));
    }
}
