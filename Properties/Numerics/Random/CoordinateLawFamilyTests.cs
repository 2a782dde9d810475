using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Xunit;
using StudentDistribution = Verification.Implementation.Numerics.Probability.StudentT;

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
        // Kolmogorov distance of |T| from its distribution function; by Dvoretzky, Kiefer and Wolfowitz above √(ln(2/10⁻⁸)/(2n)) once in 10⁸.
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
        Assert.Same(CoordinateLaw.StudentT(7), CanonicalJson.Read<CoordinateLaw>(CanonicalJson.Write(CoordinateLaw.StudentT(7))));
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
        Assert.IsNotType<RefusedValueException>(Assert.ThrowsAny<FormatException>(() => CoordinateLaw.Parse(name, null)));
}
