using Verification.Implementation.Numerics.Probability;
using Xunit;

namespace Verification.Properties.Numerics.Probability;

/// <summary>Student's t against closed forms and a printed table.</summary>
public sealed class StudentTTests
{
    /// <summary>NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2, upper critical values, printed to
    /// three decimals.</summary>
    [Theory]
    [InlineData(1, 0.025, 12.706)]
    [InlineData(5, 0.025, 2.571)]
    [InlineData(10, 0.025, 2.228)]
    [InlineData(20, 0.001, 3.552)]
    [InlineData(30, 0.005, 2.750)]
    [InlineData(100, 0.025, 1.984)]
    public void PrintedQuantilesAreReproduced(double ν, double upperTail, double printed) =>
        Assert.Equal(printed, StudentT.TwoSidedQuantile(2 * upperTail, ν), 0.0005000001);

    /// <summary>ν = 2: t = (1 − α)·√(2/(α(2 − α))), by inverting 1 − t/√(2 + t²).</summary>
    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-3)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void TwoDegreesOfFreedomHaveTheirClosedForm(double α)
    {
        double expected = (1 - α) * Math.Sqrt(2 / (α * (2 - α)));
        Assert.Equal(1, StudentT.TwoSidedQuantile(α, 2) / expected, 1e-13);
        Assert.Equal(1, StudentT.TwoSidedTail(expected, 2) / α, 1e-12);
    }

    /// <summary>ν = 1 is Cauchy's distribution: P(|T| &gt; t) = (2/π)·arctan(1/t).</summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(1e8)]
    [InlineData(1e150)]
    public void OneDegreeOfFreedomIsCauchys(double t) =>
        Assert.Equal(1, StudentT.TwoSidedTail(t, 1) / (2 / Math.PI * Math.Atan(1 / t)), 1e-13);

    /// <summary>For ν → ∞ the quantile is the normal one; its next term is (z³ + z)/(4ν) (Abramowitz and Stegun
    /// 26.7.5).</summary>
    [Fact]
    public void ManyDegreesOfFreedomApproachTheNormalQuantile()
    {
        const double Z = 1.959963984540054, ν = 1e6;
        double expected = Z + (Z * Z * Z + Z) / (4 * ν);
        Assert.Equal(expected, StudentT.TwoSidedQuantile(0.05, ν), 1e-11);
    }

    /// <summary>Values by student_t_reference.py (beside this file), 60 digits.</summary>
    [Theory]
    [InlineData(2.306, 2e9, 0.021110632437392697231)]
    [InlineData(2.306, 1e8, 0.02111063437072986019)]
    [InlineData(1.0, 1e15, 0.3173105078629143448)]
    [InlineData(0.001, 1e12, 0.99920211557217807429)]
    [InlineData(5.0, 1e6, 5.733997870890741569e-7)]
    [InlineData(30.0, 3e9, 9.8140917542035641142e-198)]
    [InlineData(10.0, 1e4, 1.963280742866382894e-23)]
    [InlineData(1e200, 1.0, 6.3661977236758136234e-201)]
    [InlineData(1e300, 0.1, 8.3476062743464033959e-31)]
    [InlineData(1e308, 0.01, 0.00080724884107595092007)]
    [InlineData(1e50, 5.0, 1.8980334491124714319e-249)]
    [InlineData(1e10, 1e-3, 0.97319338543123461648)]
    [InlineData(1e100, 3.0, 2.2053155816871680928e-300)]
    public void TailsAndQuantilesAtTheEndsOfTheRange(double t, double ν, double tail)
    {
        double bound = 1e-13 * (1 + Math.Abs(Math.Log(tail)) / 100);
        Assert.Equal(1, StudentT.TwoSidedTail(t, ν) / tail, bound);

        // d log t = −d log P/(t·p(t)/P), and the density of |T| is at least P/t near 0 and beyond 1.
        double slope =
            (Math.Log(StudentT.TwoSidedTail(t * 0.999, ν)) - Math.Log(StudentT.TwoSidedTail(t * 1.001, ν))) / 0.002;
        Assert.Equal(
            1, StudentT.TwoSidedQuantile(tail, ν) / t,
            2 * (bound + 1.2e-16) / slope + 1e-15 * (1 + Math.Log(t * t + 1)));
    }

    [Fact]
    public void AQuantileIsInfiniteOnlyBeyondTheDoubles()
    {
        // Cauchy: P = 2/(πt)·(1 − …); at one half of a degree of freedom t is of order P⁻².
        Assert.Equal(1, StudentT.TwoSidedQuantile(9e-300, 1) / (2 / Math.PI / 9e-300), 1e-12);
        Assert.Equal(double.PositiveInfinity, StudentT.TwoSidedQuantile(9e-300, 0.5));
        Assert.InRange(StudentT.TwoSidedQuantile(double.Epsilon, 1.1), 1e290, 1e308);
    }

    [Fact]
    public void TheEndsAreZeroAndInfinity()
    {
        Assert.Equal(0, StudentT.TwoSidedQuantile(1, 3));
        Assert.Equal(double.PositiveInfinity, StudentT.TwoSidedQuantile(0, 3));
        Assert.Equal(1, StudentT.TwoSidedTail(0, 3));
        Assert.Equal(0, StudentT.TwoSidedTail(double.PositiveInfinity, 3));
        Assert.True(double.IsNaN(StudentT.TwoSidedQuantile(double.NaN, 3)));
        Assert.True(double.IsNaN(StudentT.TwoSidedTail(double.NaN, 3)));
    }

    [Fact]
    public void ArgumentsOutsideTheirRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedQuantile(-0.1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedQuantile(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedTail(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedTail(1, double.NaN));
    }
}
