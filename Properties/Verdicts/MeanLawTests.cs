using Verification.Implementation.Numerics.Random;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class MeanLawTests
{
    /// <summary>√(2 V ln(4/δ)/n) + 7 (b − a) ln(4/δ)/(3(n − 1)) with V/n = 0.01², ln(4/0.04) = 4.605170185988092 and n
    /// = 101.</summary>
    [Fact]
    public void ABoundedLawHasTheEmpiricalBernsteinInterval() =>
        Assert.Equal(
            (0.01 * Math.Sqrt(2 * 4.605170185988092)) + (7 * 2 * 4.605170185988092 / 300),
            MeanLaw.Within(-1, 1).HalfWidth(101, 0.01, 0.04), 1e-15);

    /// <summary>P(Bin(k, ¼) ≥ (k + 1)/2) falls below 0.05 first at k = 7: 0.0706 (SciPy, binom.sf) at 7, 0.0489 at 9.
    /// So nine blocks.</summary>
    [Fact]
    public void AFiniteVarianceHasTheMedianOfBlocks()
    {
        Assert.Equal(2 * 3 / Math.Sqrt(10), MeanLaw.OfDeviation(3).HalfWidth(90, double.NaN, 0.05));
        Assert.Equal(double.PositiveInfinity, MeanLaw.OfDeviation(3).HalfWidth(8, double.NaN, 0.05));
    }

    [Fact]
    public void TheEstimateOfAFiniteVarianceIsTheMedianOfBlockMeans()
    {
        // Nine blocks of two: means 0.5, 2.5, …, 16.5, with one block far off.
        double[] values = [.. Enumerable.Range(0, 18).Select(i => i < 2 ? 1e9 : (double)i)];
        Assert.Equal(10.5, MeanLaw.OfDeviation(1).Estimate(values, 0.05));
    }

    [Fact]
    public void OtherLawsTakeTheMean() => Assert.Equal(2, MeanLaw.Normal.Estimate([1, 2, 3], 0.05));

    /// <summary>The share of samples whose interval misses the mean stays below the level, for a law that Student's
    /// interval does not fit.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void TheIntervalsCoverARareEventsMean(int trials)
    {
        const double level = 0.05;
        const double share = 0.02;
        MeanLaw[] laws = [MeanLaw.Within(0, 1), MeanLaw.OfDeviation(Math.Sqrt(share * (1 - share)))];
        int[] misses = new int[laws.Length];
        for (int sample = 0; sample < 2000; sample++)
        {
            var stream = new RandomStream(StreamKey.Of(1, "mean laws"), (ulong)sample);
            double[] values = new double[trials];
            stream.FillUniforms(values);
            for (int i = 0; i < trials; i++)
                values[i] = values[i] < share ? 1 : 0;
            double mean = values.Sum() / trials;
            double error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (trials - 1) / trials);
            for (int law = 0; law < laws.Length; law++)
                misses[law] +=
                    Math.Abs(laws[law].Estimate(values, level) - share) > laws[law].HalfWidth(trials, error, level)
                        ? 1
                        : 0;
        }

        // Of 2000 samples 100 may miss; 150 would happen with probability below 10⁻⁶ at the level itself.
        Assert.All(misses, count => Assert.InRange(count, 0, 150));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void AnEmptyRangeIsRefused(double lower, double upper) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(upper), () => MeanLaw.Within(lower, upper));

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void NoDeviationIsRefused(double deviation) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(deviation), () => MeanLaw.OfDeviation(deviation));
}
