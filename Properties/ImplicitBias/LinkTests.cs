using Verification.Implementation.ImplicitBias;
using Xunit;

namespace Verification.Properties.ImplicitBias;

public sealed class LinkTests
{
    // q = 2 − √(4 + b²) + b·asinh(b/2), in decimal arithmetic of 50 digits.
    [Theory]
    [InlineData(0.01, 2.4999947917057287e-05)]
    [InlineData(0.1, 0.0024994795568562938)]
    [InlineData(1, 0.24514384755981375)]
    [InlineData(10, 14.926344385541957)]
    [InlineData(100, 362.50701909874248)]
    public void ThePotentialOfDepthTwoHasItsReferenceValues(double b, double q) =>
        Assert.Equal(1, new HyperbolicLink().Potential(b) / q, 1e-13);

    // r(b) = 2λ²(1 + λ²)/(1 − λ²)² at b = 4λ/(1 − λ²)², bisected in decimal arithmetic of 50 digits.
    [Theory]
    [InlineData(0.1, 0.0012492202108893874)]
    [InlineData(1, 0.11835108572270261)]
    [InlineData(10, 5.0825005972872171)]
    [InlineData(1000, 938.24641462086760)]
    public void ThePotentialOfDepthFourIsTheExplicitPenalty(double b, double r) =>
        Assert.Equal(1, new PowerLink(4).Potential(b) / r, 1e-11);

    public static TheoryData<int> Depths => [2, 3, 4, 6];

    [Theory]
    [MemberData(nameof(Depths))]
    public void ThePotentialSlopeInvertsTheLink(int depth)
    {
        Link link = depth == 2 ? new HyperbolicLink() : new PowerLink(depth);
        foreach (double z in (double[])[1e-9, 0.01, 0.3, 0.9, 0.999])
        {
            var value = new double[1];
            link.Evaluate([z], value, new double[1]);
            Assert.Equal(z, link.PotentialSlope(value[0]), 1e-13);
            Assert.Equal(-z, link.PotentialSlope(-value[0]), 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void TheSlopeIsTheDerivative(int depth)
    {
        Link link = depth == 2 ? new HyperbolicLink() : new PowerLink(depth);
        foreach (double z in (double[])[0, 0.2, 0.7])
        {
            const double h = 1e-5;
            var values = new double[3];
            var slopes = new double[3];
            link.Evaluate([z - h, z, z + h], values, slopes);
            Assert.Equal(1, (values[2] - values[0]) / (2 * h) / slopes[1], 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Depths))]
    public void TheVariationBoundsTheSlopeOnBothSides(int depth)
    {
        Link link = depth == 2 ? new HyperbolicLink() : new PowerLink(depth);
        foreach (double z in (double[])[-0.8, 0, 0.5, 0.9])
        {
            double a = link.Variation(z);
            double δ = Math.Min(0.5, double.IsInfinity(link.Reach) ? 0.5 : link.Reach / a) * 0.999;
            var values = new double[3];
            var slopes = new double[3];
            link.Evaluate([z - δ, z, z + δ], values, slopes);
            Assert.All(
                (double[])[slopes[0], slopes[2]],
                slope => Assert.InRange(slope, slopes[1] * Math.Exp(-a * δ), slopes[1] * Math.Exp(link.Growth * a * δ))
            );
        }
    }

    [Fact]
    public void OutsideTheDomainNothingIsDefined()
    {
        var value = new double[1];
        new PowerLink(3).Evaluate([1.5], value, new double[1]);
        Assert.True(double.IsNaN(value[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowerLink(2));
    }
}
