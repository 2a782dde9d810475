using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class LimitTests
{
    [Fact]
    public void DistancesUnderTheirEnvelopeConverge() =>
        Assert.Equal(Verdict.Holds, Limit([1, 10, 100], [1, 0.1, 0.01]).Verdict);

    [Theory]
    [InlineData(1.1, 0.1, 0.01)]
    [InlineData(1, 0.2, 0.01)]
    [InlineData(1, 0.1, 0.011)]
    public void ADistanceAboveItsEnvelopeRefutesWhereverItStands(double first, double second, double last) =>
        Assert.Equal(Verdict.Refuted, Limit([1, 10, 100], [first, second, last]).Verdict);

    [Theory]
    [InlineData(2.99, Verdict.Holds)]
    [InlineData(3.01, Verdict.Refuted)]
    public void TheEnvelopeIsTheConstantTimesTheScaleToTheNegativeRate(double distanceTimesSquare, Verdict expected)
    {
        double[] scales = [1, 2, 4, 8, 16];
        Limit limit = Limit(scales, [.. scales.Select(s => distanceTimesSquare / (s * s))]) with
        {
            Constant = 3,
            Rate = 2,
        };
        Assert.Equal(expected, limit.Verdict);
    }

    [Fact]
    public void TheToleranceIsForgivenOnTopOfTheEnvelope()
    {
        // At scale 1 the envelope is the constant, without rounding.
        Limit limit = Limit([1, 10, 100], [1.25, 0.1, 0.01]) with { Tolerance = 0.25, Resolution = 0.25 };
        Assert.Equal(Verdict.Holds, limit.Verdict);
        Assert.Equal(Verdict.Refuted, (limit with { Distances = [Math.BitIncrement(1.25), 0.1, 0.01] }).Verdict);
    }

    [Fact]
    public void TheLastDistanceHasToReachTheResolution()
    {
        Limit limit = Limit([1, 10, 100], [1, 0.1, 0.01]);
        Assert.Equal(Verdict.Holds, (limit with { Resolution = 0.01 }).Verdict);
        Assert.Equal(Verdict.Undecided, (limit with { Resolution = Math.BitDecrement(0.01) }).Verdict);
    }

    [Fact]
    public void ATinyFirstDistanceIsNoConvergence() =>
        Assert.Equal(Verdict.Undecided, (Limit([1, 10, 100], [0, 0.1, 0.1]) with { Rate = 0.5 }).Verdict);

    [Fact]
    public void TwoScalesMakeNoSequence() => Assert.Equal(Verdict.Undecided, Limit([1, 100], [1, 0.01]).Verdict);

    [Fact]
    public void EveryScaleNeedsItsDistance()
    {
        Assert.Equal(Verdict.Undecided, Limit([1, 10, 100], [1, 0.1, 0.01, 0.001]).Verdict);
        Assert.Equal(Verdict.Undecided, Limit([1, 10, 100, 1000], [1, 0.1, 0.01]).Verdict);
    }

    [Fact]
    public void AnUnknownDistanceDecidesNothing() =>
        Assert.Equal(Verdict.Undecided, Limit([1, 10, 100], [1, double.NaN, 0.01]).Verdict);

    [Fact]
    public void AToleranceAboveTheResolutionDecidesNothing() =>
        Assert.Equal(Verdict.Undecided, (Limit([1, 10, 100], [1, 0.1, 0.01]) with { Tolerance = 0.1 }).Verdict);

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, 1)]
    public void AnEnvelopeThatIsNoNumberDecidesNothing(double constant, double rate) =>
        Assert.Equal(
            Verdict.Undecided, (Limit([1, 10, 100], [1, 0.1, 0.01]) with { Constant = constant, Rate = rate }).Verdict);

    [Theory]
    [InlineData(-1, 10, 100)]
    [InlineData(0, 10, 100)]
    [InlineData(1, double.NaN, 100)]
    [InlineData(1, 100, 10)]
    [InlineData(1, 10, 10)]
    public void ScalesThatDoNotAscendFromAPositiveNumberDecideNothing(double first, double second, double last) =>
        Assert.Equal(Verdict.Undecided, Limit([first, second, last], [0.01, 0.01, 0.01]).Verdict);

    [Fact]
    public void TheSummaryNamesWhereTheSequenceStartsAndEnds() =>
        Assert.Equal(
            "distance 0.5 → 0.0123 at scale 100; envelope 3·s^−1.5",
            (Limit([1, 10, 100], [0.5, 0.1, 0.0123]) with { Constant = 3, Rate = 1.5 }).Summary);

    private static Limit Limit(double[] scales, double[] distances) => new()
    {
        Statement = "s",
        Scales = scales,
        Distances = distances,
        Tolerance = 1e-12,
        Rate = 1,
        Constant = 1,
        Resolution = 0.05,
    };
}
