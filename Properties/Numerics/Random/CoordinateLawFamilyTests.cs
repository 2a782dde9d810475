using StudentDistribution = Verification.Implementation.Numerics.Probability.StudentT;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

public sealed class CoordinateLawFamilyTests
{
    // E T⁴ = 3ν²/((ν − 2)(ν − 4)) over (E T²)² = (ν/(ν − 2))²: 9 at ν = 5, 6 at ν = 6, 4 at ν = 10, towards 3.
    [Theory]
    [InlineData(5, 9)]
    [InlineData(6, 6)]
    [InlineData(10, 4)]
    [InlineData(1004, 3.006)]
    public void StudentsFourthMomentFallsToThatOfTheGaussian(int ν, double fourth)
    {
        var law = CoordinateLaw.StudentT(ν);
        Assert.Equal(1, law.SecondMoment);
        Assert.Equal(fourth, law.FourthMoment, 1e-12);
        Assert.Equal(fourth - 1, law.VarianceOfSquare, 1e-12);
        Assert.True(law.IsContinuous);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void StudentsSampleFollowsItsDistribution(int ν)
    {
        // Kolmogorov distance of |T| from its distribution function; by Dvoretzky, Kiefer and Wolfowitz above
        // √(ln(2/10⁻⁸)/(2n)) once in 10⁸.
        const int n = 20_000;
        var x = new double[n];
        CoordinateLaw.StudentT(ν).Fill(new RandomStream(StreamKey.Of(1, $"student {ν}"), 0), x);
        double[] sizes = [.. x.Select(value => Math.Abs(value) * Math.Sqrt(ν / (ν - 2.0))).Order()];
        double distance = Enumerable.Range(0, n).Max(i =>
        {
            double below = 1 - StudentDistribution.TwoSidedTail(sizes[i], ν);
            return Math.Max(Math.Abs(below - (double)i / n), Math.Abs(below - (i + 1.0) / n));
        });
        Assert.InRange(distance, 0, Math.Sqrt(Math.Log(2e8) / (2 * n)));

        // Signs are those of the normals: fair within six standard errors.
        Assert.InRange(x.Count(value => value > 0), n / 2 - 3 * Math.Sqrt(n), n / 2 + 3 * Math.Sqrt(n));
    }

    [Fact]
    public void ANameReadsBackAsTheSameInstance()
    {
        Assert.Same(CoordinateLaw.StudentT(7), CoordinateLaw.Parse("student-t-7", null));
        Assert.Same(
            CoordinateLaw.StudentT(7),
            CanonicalJson.Read<CoordinateLaw>(CanonicalJson.Write(CoordinateLaw.StudentT(7))));
        Assert.Equal("\"student-t-7\"", CanonicalJson.Write(CoordinateLaw.StudentT(7)));
    }

    [Theory]
    [InlineData("student-t-4", "with 4 degrees of freedom")]
    [InlineData("student-t-1", "with 1 degree of freedom")]
    public void ALawWithoutAFourthMomentIsRefusedWithTheReason(string name, string reason)
    {
        RefusedValueException refusal = Assert.Throws<RefusedValueException>(() => CoordinateLaw.Parse(name, null));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fourth moment is infinite", refusal.Message, StringComparison.Ordinal);
        Assert.False(CoordinateLaw.TryParse(name, null, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => CoordinateLaw.StudentT(int.Parse(name[^1..], null)));
    }

    [Theory]
    [InlineData("student-t-05")]
    [InlineData("student-t-0")]
    [InlineData("student-t--5")]
    [InlineData("student-t-5.5")]
    [InlineData("student-t-")]
    [InlineData("student-t-99999999999")]
    [InlineData("Student-t-5")]
    public void AnotherSpellingIsNoLaw(string name) =>
        Assert.IsNotType<RefusedValueException>(
            Assert.ThrowsAny<FormatException>(() => CoordinateLaw.Parse(name, null)));

    [Theory]
    [InlineData("stretched-1", 6)]
    [InlineData("stretched-2", 70)]
    [InlineData("stretched-3", 924)]
    public void StretchedTailsHaveTheFourthMomentOfFactorials(string name, double fourth)
    {
        CoordinateLaw law = CoordinateLaw.Parse(name, null);
        Assert.Equal(fourth, law.FourthMoment, 1e-12 * fourth);
        Assert.Equal(name, law.Name);
        Assert.Same(law, CoordinateLaw.Parse(name, null));
    }

    // P(|x| > t) = exp(−(st)^(1/k)), s² = (2k)!: at the median of |x|, (ln 2)^k/s, half of the draws lie beyond.
    [Theory]
    [InlineData(1, 0.49012907173427)]
    [InlineData(2, 0.0980720)]
    public void HalfOfTheDrawsExceedTheMedian(int k, double median)
    {
        var x = new double[100_000];
        CoordinateLaw.StretchedExponential(k).Fill(new RandomStream(StreamKey.Of(1, "stretched"), 0), x);
        Assert.InRange(x.Count(value => Math.Abs(value) > median), 49_000, 51_000);
        Assert.InRange(x.Count(value => value > 0), 49_000, 51_000);
    }

    [Fact]
    public void LevelsAreDrawnEquallyOften()
    {
        var law = CoordinateLaw.Levels(0.5, 1, 10);
        Assert.Equal("levels-0.5-1-10", law.Name);
        Assert.Same(law, CoordinateLaw.Parse("levels-0.5-1-10", null));
        Assert.Equal((0.25 + 1 + 100) / 3, law.SecondMoment, 1e-14);
        Assert.Equal(1, law.Atoms.Sum(atom => atom.Probability), 1e-15);
        var x = new double[60_000];
        law.Fill(new RandomStream(StreamKey.Of(1, "levels"), 0), x);
        foreach ((double value, _) in law.Atoms)
            Assert.InRange(x.Count(drawn => drawn.Equals(value)), 9_600, 10_400);
    }

    [Theory]
    [InlineData("stretched-0")]
    [InlineData("stretched-5")]
    [InlineData("stretched-02")]
    [InlineData("levels-")]
    [InlineData("levels-2-1")]
    [InlineData("levels-1-1")]
    [InlineData("levels-1.0")]
    [InlineData("levels-1001")]
    [InlineData("levels-1--2")]
    public void OtherNamesAreNoLaws(string name) =>
        Assert.Throws<FormatException>(() => CoordinateLaw.Parse(name, null));
}
