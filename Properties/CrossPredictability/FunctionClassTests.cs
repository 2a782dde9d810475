using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.CrossPredictability;

public sealed class FunctionClassTests
{
    /// <summary>The mean of the products over pairs, by fractions and the definition.</summary>
    [Theory]
    [InlineData(FunctionFamily.NoisyCopies, 2, 3)]
    [InlineData(FunctionFamily.Mixture, 3, 4)]
    [InlineData(FunctionFamily.SparseParities, 3, 2)]
    [InlineData(FunctionFamily.Conjunctions, 3, 2)]
    public void CrossPredictabilityIsTheMeanOverPairs(FunctionFamily family, int n, int k)
    {
        var functions = FunctionClass.Of(family, n, k);
        Rational sum = 0;
        foreach ((sbyte[] f, long p) in functions.Functions)
        {
            foreach ((sbyte[] g, long q) in functions.Functions)
            {
                var correlation = new Rational(f.Zip(g, (a, b) => a * b).Sum(), f.Length);
                sum += new Rational(p, functions.Weight) * new Rational(q, functions.Weight)
                    * correlation * correlation;
            }
        }

        ClassOutcome outcome = new ClassExperiment().Run(new(family, n, k, 1), Stream(), default);
        Assert.Equal(sum, outcome.CrossPredictability);
        Assert.Equal(sum, outcome.Dual);
    }

    [Fact]
    public void AParityIsTheProductOfItsCoordinates()
    {
        sbyte[] table = FunctionClass.Parity(4, 0b1011);
        for (int x = 0; x < 16; x++)
            Assert.Equal((1 - 2 * (x & 1)) * (1 - 2 * (x >> 1 & 1)) * (1 - 2 * (x >> 3 & 1)), table[x]);
    }

    [Fact]
    public void BiasedParitiesCorrelateByTheirDifference()
    {
        ParityOutcome o = new ParityExperiment().Run(new(4, 3, 1), Stream(), default);
        Assert.Equal([256, 128, 64, 32, 16], o.Correlation);
        Assert.Equal(0, o.Spread);
    }

    private static RandomStream Stream() => new(StreamKey.Of(1, "test"), 0);
}
