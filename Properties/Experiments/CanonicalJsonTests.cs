using System.Globalization;
using FsCheck.Xunit;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Xunit;

namespace Verification.Properties.Experiments;

public sealed class CanonicalJsonTests
{
    [Property(MaxTest = 1000)]
    public void EveryDoubleReadsBackToTheBit(long bits)
    {
        double value = BitConverter.Int64BitsToDouble(bits * 0x9E3779B97F4A7C1);
        double back = CanonicalJson.Read<double[]>(CanonicalJson.Write(new[] { value }))[0];
        Assert.True(back.Equals(value));
        Assert.Equal(double.IsNegative(value) && !double.IsNaN(value), double.IsNegative(back) && !double.IsNaN(back));
    }

    [Fact]
    public void MembersStandInDeclarationOrderWithLawsAndEnumerationsByName() =>
        Assert.Equal(
            """{"law":"two-point","dimension":3,"samples":7,"teacher":"aligned","scale":0.125,"deficit":1}""",
            CanonicalJson.Write(new EmpiricalBarrierCell(CoordinateLaw.TwoPoint, 3, 7, TeacherKind.Aligned, 0.125)));

    [Fact]
    public void TheCultureDoesNotMatter()
    {
        Assert.Equal("1,5", CommaCulture.Under(() => 1.5.ToString(CultureInfo.CurrentCulture)));
        Assert.Equal("1.5", CommaCulture.Under(() => CanonicalJson.Write(1.5)));
    }
}
