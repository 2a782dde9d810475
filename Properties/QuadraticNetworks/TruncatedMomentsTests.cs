using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.QuadraticNetworks;

public sealed class TruncatedMomentsTests
{
    // Reference: mpmath 1.3, quad of the densities with 30 digits, see truncated_moments_reference.py.
    [Theory]
    [MemberData(nameof(References))]
    public void ConditionalMomentsAreThoseOfTheReference(string name, double c, double second, double fourth)
    {
        var moments = TruncatedMoments.Of(CoordinateLaw.Parse(name, null), c);
        Assert.Equal(second, moments.Second, 1e-13 * second);
        Assert.Equal(fourth, moments.Fourth, 1e-13 * fourth);
    }

    public static TheoryData<string, double, double, double> References => new()
    {
        { "gaussian", 1, 0.29112509477279321, 0.16450037909117284 },
        { "gaussian", 2, 0.77374130354992325, 1.4161891248494627 },
        { "gaussian", 3, 0.97333692466254148, 2.6800430959504977 },
        { "gaussian", 5, 0.99998513279632924, 2.9995837182972188 },
        { "gaussian", 8, 0.99999999999991916, 2.999999999994584 },
        { "gaussian", 16, 1.0, 3.0 },
        { "laplace", 1, 0.22453600943047474, 0.11749577746965716 },
        { "laplace", 2, 0.57104713778697539, 0.99975900528018463 },
        { "laplace", 3, 0.8069343264068186, 2.5473302655343591 },
        { "laplace", 5, 0.97273806346613244, 5.0046113491392195 },
        { "laplace", 8, 0.9990808250873809, 5.9268206699791517 },
        { "laplace", 16, 0.99999995849871853, 5.999988263859353 },
    };

    [Fact]
    public void UniformDataAreNotTruncatedBeyondTheirRange()
    {
        Assert.Equal(0.8, TruncatedMoments.Of(CoordinateLaw.Uniform, 2).BarrierConstant, 1e-14);
        Assert.True(TruncatedMoments.Of(CoordinateLaw.Uniform, 1.5).BarrierConstant < 0.5);
    }

    [Fact]
    public void BelowItsLargerValueATwoPointLawDoesNotVary() =>
        Assert.Equal(0, TruncatedMoments.Of(CoordinateLaw.TwoPoint, 1.9).BarrierConstant);

    [Fact]
    public void WhatHasNoClosedFormIsRefused()
    {
        Assert.Throws<ArgumentException>(() => TruncatedMoments.Of(CoordinateLaw.StudentT(5), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TruncatedMoments.Of(CoordinateLaw.Gaussian, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => TruncatedMoments.Of(CoordinateLaw.Gaussian, double.NaN));
    }
}
