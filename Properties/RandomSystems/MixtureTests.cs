using System.Text.Json;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Model;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class MixtureTests
{
    [Theory]
    [InlineData("3:q3", new double[] { 3, 0, 0, 1 })]
    [InlineData("4:q:0.5q3", new double[] { 4, 1, 0, 0.5 })]
    [InlineData("q2", new double[] { 0, 0, 1 })]
    [InlineData("2.5", new double[] { 2.5 })]
    [InlineData("1q1:0", new double[] { 0, 1 })]
    public void ATextHasTheseCoefficientsAndIsReadBack(string text, double[] coefficients)
    {
        var mixture = Mixture.Parse(text, null);
        Assert.Equal(coefficients, mixture.Coefficients);
        Assert.Equal(mixture, Mixture.Parse(mixture.ToString(), null));
        Assert.Equal(mixture, JsonSerializer.Deserialize<Mixture>(JsonSerializer.Serialize(mixture)));
    }

    [Theory]
    [InlineData("-1:q3")]
    [InlineData("1:-q3")]
    [InlineData("0")]
    [InlineData("0:0q3")]
    [InlineData("q65")]
    [InlineData("NaN")]
    [InlineData("1e9q2")]
    [InlineData("")]
    [InlineData("3:")]
    [InlineData("q-1")]
    [InlineData("x3")]
    [InlineData("3q3q")]
    public void WhatIsNoCovarianceIsRefused(string text)
    {
        Assert.ThrowsAny<FormatException>(() => Mixture.Parse(text, null));
        Assert.False(Mixture.TryParse(text, null, out _));
    }

    [Fact]
    public void ARefusalSaysWhy() =>
        Assert.Contains(
            "negative",
            Assert.Throws<RefusedValueException>(() => new Mixture(1, -1)).Message,
            StringComparison.Ordinal);

    // Divided differences of the next lower order, and the sum of powers.
    [Theory]
    [InlineData("3:q3")]
    [InlineData("4:q:0.5q3:2q7")]
    [InlineData("q11")]
    public void DerivativesAreThoseOfThePolynomial(string text)
    {
        var ξ = Mixture.Parse(text, null);
        foreach (double q in (double[])[0, 0.25, 0.9, 1])
        {
            double sum = 0, power = 1;
            foreach (double coefficient in ξ.Coefficients)
                (sum, power) = (sum + coefficient * power, power * q);
            Assert.Equal(sum, ξ.Derivative(q), 1e-14 * sum);
            for (int order = 0; order <= 4; order++)
            {
                const double h = 1e-4;
                double difference = (ξ.Derivative(q + h, order) - ξ.Derivative(q - h, order)) / (2 * h);
                Assert.Equal(difference, ξ.Derivative(q, order + 1), 1e-3 * (1 + Math.Abs(difference)));
                Assert.True(ξ.Derivative(new Interval(q, q + h), order).Contains(ξ.Derivative(q + 0.3 * h, order)));
            }
        }
    }
}
