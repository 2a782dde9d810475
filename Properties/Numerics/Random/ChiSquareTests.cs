using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;
using Xunit;

namespace Verification.Properties.Numerics.Random;

public sealed class ChiSquareTests
{
    private static readonly StreamKey Key = StreamKey.Of(1, "chi-square twin");

    /// <summary>The naive twin: Marsaglia and Tsang's algorithm as printed, without their squeeze, with the boost for
    /// shapes below 1.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.999)]
    [InlineData(2)]
    [InlineData(2.5)]
    [InlineData(80)]
    public void DrawsHaveTheBitsOfMarsagliaAndTsang(double ν)
    {
        // Shape 1 rejects about one attempt in twenty, at the normal or at the uniform: 400 draws see both.
        var stream = new RandomStream(Key, 0);
        var twin = new RandomStream(Key, 0);
        for (int i = 0; i < 400; i++)
        {
            Assert.Equal(Twin(twin, ν), ChiSquare.Draw(stream, ν));
            Assert.Equal(twin.Position, stream.Position);
        }
    }

    [Fact]
    public void AnAttemptIsRejectedNowAndThen()
    {
        // Two blocks a draw without rejections; the acceptance probability at shape 1 is 0.9517 (Marsaglia and Tsang,
        // section 2).
        var stream = new RandomStream(Key, 1);
        for (int i = 0; i < 400; i++)
            ChiSquare.Draw(stream, 2);
        Assert.InRange(stream.Position, 2UL * 400 + 1, 2UL * 400 + 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void DegreesOfFreedomAreAPositiveFiniteNumber(double ν) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "degreesOfFreedom",
            () => ChiSquare.Draw(new RandomStream(default, 0), ν));

    [Fact]
    public void AStreamIsNeeded() => Assert.Throws<ArgumentNullException>("stream", () => ChiSquare.Draw(null!, 1));

    private static double Twin(RandomStream stream, double ν)
    {
        double shape = ν / 2 < 1 ? ν / 2 + 1 : ν / 2;
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        double gamma = 0;
        while (gamma == 0)
        {
            double x = stream.NextNormal();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (
                v > 0
                && ElementaryFunctions.Log(1 - stream.NextUniform())
                    < 0.5 * x * x + d * (1 - v + ElementaryFunctions.Log(v)))
                gamma = d * v;
        }

        return ν / 2 < 1
            ? 2 * gamma * ElementaryFunctions.Exp(ElementaryFunctions.Log(1 - stream.NextUniform()) / (ν / 2))
            : 2 * gamma;
    }
}
