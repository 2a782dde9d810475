using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MyPaper.Implementation;
using Verification.Testing;
using Xunit;
using Interval = Verification.Implementation.Numerics.Intervals.Interval;

// One start for all properties: what fails once fails again.
[assembly: Properties(Replay = "(20261130,7)")]

namespace MyPaper.Properties;

/// <summary>The divergence of two coins, on pairs with 0 ≤ p ≤ 1 and 0 &lt; q &lt; 1 in up to 200 parts.</summary>
public sealed class DivergenceTests
{
    [Property(Arbitrary = [typeof(DivergenceTests)])]
    public bool ExchangingHeadsAndTailsOfBothChangesNothing(CoinPair pair) =>
        !Interval.Intersect(
            Divergence(pair), Divergence(new(pair.Parts - pair.P, pair.Parts - pair.Q, pair.Parts))).IsEmpty;

    /// <summary>The naive twin: doubles and the platform's logarithm, whose errors are below 10⁻¹².</summary>
    [Property(Arbitrary = [typeof(DivergenceTests)])]
    public bool TheEnclosureIsNarrowAndHoldsTheNaiveValue(CoinPair pair)
    {
        double p = (double)pair.P / pair.Parts, q = (double)pair.Q / pair.Parts;
        double naive = (p == 0 ? 0 : p * Math.Log(p / q)) + (p == 1 ? 0 : (1 - p) * Math.Log((1 - p) / (1 - q)));
        Interval enclosed = Divergence(pair);
        return enclosed.Width < 1e-13 && Math.Abs(enclosed.Midpoint - naive) < 1e-12;
    }

    /// <summary>FsCheck lets misused properties pass; this finds them.</summary>
    [Fact]
    public void NoPropertyIsMisused()
    {
        Assert.Empty(PropertyRules.OfTypes(typeof(DivergenceTests).Assembly.GetTypes()));
        Assert.Empty(PropertyRules.OfAssembly(
            (PropertiesAttribute?)Attribute.GetCustomAttribute(
                typeof(DivergenceTests).Assembly, typeof(PropertiesAttribute))));
    }

    public static Arbitrary<CoinPair> CoinPairs() => (
        from parts in Gen.Choose(2, 200)
        from q in Gen.Choose(1, parts - 1)
        from p in Gen.Choose(0, parts)
        select new CoinPair(p, q, parts)).ToArbitrary();

    private static Interval Divergence(CoinPair pair) =>
        new DivergenceExperiment().Run(pair, stream: null!, CancellationToken.None).Enclosed();
}
