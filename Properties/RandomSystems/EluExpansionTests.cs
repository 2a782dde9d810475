using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.EluNetworks;
using Verification.Implementation.RandomSystems.HessianDescent;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class EluExpansionTests
{
    // Reference: mpmath 1.2, quadrature of σ(x)He_k(x)φ(x)/√k! on both half-lines at 25 digits.
    [Theory]
    [InlineData(0, 0.160520572266556)]
    [InlineData(1, 0.761578291865123)]
    [InlineData(2, 0.184963783989023)]
    [InlineData(3, -0.056078613491246)]
    [InlineData(4, -0.028039306745623)]
    [InlineData(5, 0.0238787218346997)]
    [InlineData(6, 0.00974844736747827)]
    [InlineData(7, -0.0131738215117113)]
    public void CoefficientsAreTheQuadratures(int k, double reference)
    {
        Interval coefficient = EluExpansion.Coefficient(k);
        Assert.True(coefficient.Width < 1e-14, $"{coefficient}");
        Assert.Equal(reference, coefficient.Midpoint, 1e-14);
    }

    [Fact]
    public void TheVarianceIsTheSumOfSquaresButForTheRest()
    {
        Interval rest = EluExpansion.Variance - EluExpansion.Sum(1, 1, EluExpansion.LargestDegree);
        Assert.True(rest.Lower > 0 && rest.Upper < 1e-6, $"{rest}");
        Assert.Equal(0.6191784, EluExpansion.Variance.Midpoint, 1e-6);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65)]
    public void DegreesOutOfRangeAreRefused(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EluExpansion.Coefficient(k));

    // The same integrals over the density of Marchenko and Pastur's law, √((b − s)(s − a))/(2παs): with
    // s = 1 + α + 2√α cos θ it is smooth and periodic, so that the midpoint rule is exact to rounding.
    [Theory]
    [InlineData(0.5, 0.3)]
    [InlineData(0.7, 2)]
    [InlineData(0.9, 0.05)]
    public void TheRidgeIsThatOfTheSpectralLaw(double α, double λ)
    {
        var ξ = Mixture.Parse("4:2q:0.5q2:q3", null);
        const int Points = 4000;
        double e = 0, r = 0;
        for (int i = 0; i < Points; i++)
        {
            double θ = Math.PI * (i + 0.5) / Points;
            double s = 1 + α + 2 * Math.Sqrt(α) * Math.Cos(θ);
            double weight = 4 * α * Math.Pow(Math.Sin(θ), 2) / (2 * Math.PI * α * s) * Math.PI / Points;
            e += weight * Math.Pow(λ / (s + λ), 2);
            r += weight * s / Math.Pow(s + λ, 2);
        }

        (e, r) = (4 * e, α * 4 / 2 * r);
        RidgeStart start = RidgeStart.At(ξ, α, λ);
        Assert.Equal(e, start.Residual.Midpoint, 1e-10);
        Assert.Equal(r, start.SquaredRadius.Midpoint, 1e-10);
        Assert.Equal(0.5 * (e + 0.5 * r * r + r * r * r), start.Risk.Midpoint, 1e-10);
        Assert.True(start.Risk.Width < 1e-12);
    }

    [Fact]
    public void APathFromTheCenterIsThePathFromRadiusZero()
    {
        var field = new DescentField(Mixture.Parse("4:q:q3", null), 0.7);
        Interval root = Interval.Sqrt(2);
        Assert.True(ThresholdPath.From(field, 0, root, 200).LastRoot.Contains(
            ThresholdPath.LastRootOf(field, 2000)));
        // Half of the way at once is where the other half begins.
        var whole = ThresholdPath.Of(field, 400);
        double radius = Math.Sqrt(whole.Times[200]);
        Interval end = ThresholdPath.From(field, radius, whole.RootAt(200), 200).LastRoot;
        Assert.True(end.Lower <= whole.LastRoot.Upper && end.Upper >= whole.LastRoot.Lower);
    }
}
