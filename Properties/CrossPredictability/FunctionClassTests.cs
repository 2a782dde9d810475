using Verification.Implementation.CrossPredictability.Classes;
using Verification.Implementation.CrossPredictability.Formalization;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Verification.Spec.CrossPredictability.Classes;
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

    /// <summary>What the hypotheses of the claims about classes let in fits the doubles of an outcome.</summary>
    [Theory]
    [MemberData(nameof(Edges))]
    public void ClassesWithinTheHypothesesAreExact(FunctionFamily family, int k, int plus)
    {
        var claim = new DualForm { Family = family, Number = k, Plus = plus, Variables = 6 };
        while (claim.UnmetHypotheses.Any() && claim.Variables > 1)
            claim = claim with { Variables = claim.Variables - 1 };
        ClassOutcome outcome =
            new ClassExperiment().Run(new(family, claim.Variables, k, plus), Stream(), default);
        Assert.Equal(outcome.CrossPredictability, outcome.Dual);
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

    public static TheoryData<FunctionFamily, int, int> Edges()
    {
        var edges = new TheoryData<FunctionFamily, int, int>();
        foreach (FunctionFamily family in Enum.GetValues<FunctionFamily>())
        {
            bool counts = family is FunctionFamily.Monomials or FunctionFamily.Conjunctions;
            foreach (int k in counts ? (int[])[1, 3] : [5, 16])
            {
                edges.Add(family, k, 2);
                edges.Add(family, k, 3);
            }
        }

        return edges;
    }

    private static RandomStream Stream() => new(StreamKey.Of(1, "test"), 0);
}
