using Verification.Implementation.Numerics.Elementary;
using Xunit;

namespace Verification.Properties.Numerics.Elementary;

public sealed class DoublePrecisionTests
{
    [Fact]
    public void TheUnitRoundoffIsHalfTheSpacingAboveOne() =>
        Assert.Equal(DoublePrecision.UnitRoundoff, (Math.BitIncrement(1) - 1) / 2);

    // (1 + u)ⁿ − 1 lies between n·u and γ_n; at n = 2⁴⁰ the two differ in the fourth digit.
    [Fact]
    public void GammaBoundsManyRoundings()
    {
        double n = Math.ScaleB(1, 40);
        double compounded = Math.Exp(n * DoublePrecision.UnitRoundoff) - 1;
        Assert.InRange(compounded, n * DoublePrecision.UnitRoundoff, DoublePrecision.Gamma(n));
        Assert.Equal(0, DoublePrecision.Gamma(0));
    }
}
