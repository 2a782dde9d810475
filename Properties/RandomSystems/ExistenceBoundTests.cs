using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Existence;
using Verification.Implementation.RandomSystems.HessianDescent;
using Xunit;

namespace Verification.Properties.RandomSystems;

public sealed class ExistenceBoundTests
{
    // Reference: numpy, the second moment's infimum on a grid of 7,000 points, the first moment's exponent maximized on
    // a grid of 1,501 × 201 and its sign change by Brent's method; four digits.
    [Theory]
    [InlineData(3, 1.2, 0.9102, 0.9826, 1)]
    [InlineData(3, 1.5, 0.7552, 0.9118, 1)]
    [InlineData(3, 2, 0.5839, 0.7978, 0.9152)]
    [InlineData(3, 3, 0.3998, 0.6274, 0.6864)]
    [InlineData(3, 8, 0.1544, 0.2952, 0.3051)]
    [InlineData(3, 50, 0.0250, 0.0536, 0.0538)]
    [InlineData(11, 2, 1, 1, 1)]
    [InlineData(11, 2.5, 0.9823, 0.9878, 1)]
    [InlineData(11, 6, 0.4896, 0.5927, 0.6700)]
    [InlineData(11, 20, 0.1562, 0.2152, 0.2233)]
    public void TheThresholdsAreTheReference(int p, double constant, double second, double first, double comparison)
    {
        Interval lower = SecondMomentBound.Of(constant, p);
        Assert.True(lower.Width <= 2.1e-5, $"{lower}");
        Assert.Equal(second, lower.Midpoint, 1e-4);
        Interval upper = FirstMomentBound.Of(constant, p);
        Assert.True(upper.Width <= 1e-9 || upper.Upper == 1, $"{upper}");
        Assert.Equal(first, upper.Upper, 1e-4);
        Assert.Equal(comparison, ComparisonBound.Of(constant, p).Midpoint, 1e-4);
    }

    // Reference: the zero of the complexity by Brent's method (scipy).
    [Theory]
    [InlineData(3, 1.656998)]
    [InlineData(4, 1.794085)]
    [InlineData(11, 2.165587)]
    public void TheGroundStateIsTheReference(int p, double reference)
    {
        Assert.Equal(reference, GroundState.Of(p).Midpoint, 1e-6);
        Assert.True(GroundState.Of(p).Width < 1e-12);
    }

    // The naive twin of the exponent: the maximum over a grid of angles and of y, both signs, as Kac and Rice's formula
    // has them.
    [Theory]
    [InlineData(3, 3, 0.5)]
    [InlineData(3, 3, 0.63)]
    [InlineData(3, 1.2, 0.9)]
    [InlineData(3, 20, 0.3)]
    [InlineData(11, 6, 0.6)]
    [InlineData(11, 2.5, 0.99)]
    [InlineData(4, 2, 0.3)]
    [InlineData(3, 1, 0.02)]
    public void TheExponentIsTheMaximumOverAGrid(int p, double constant, double α)
    {
        double best = double.NegativeInfinity;
        for (int i = 0; i < 2000; i++)
        {
            double m = i / 2000.0;
            best = Math.Max(best, Value(p, constant, α, m, 0));
        }

        Interval exponent = FirstMomentBound.Exponent(α, constant, p);
        Assert.True(best <= exponent.Upper + 1e-12);
        Assert.Equal(exponent.Midpoint, best, 1e-5);
        // With y > 0 nothing exceeds this but the 0 of the other stationary point, below p/((1 + ξ_0)(p − 1) + p).
        bool hasOther = α <= p / ((1 + constant) * (p - 1) + p);
        double allowed = hasOther ? Math.Max(0, exponent.Upper) : exponent.Upper;
        for (int i = 0; i < 200; i++)
        {
            for (double y = 1e-3; y < 50; y *= 1.1)
            {
                Assert.True(Value(p, constant, α, i / 200.0, y) <= allowed + 1e-12);
                Assert.True(Value(p, constant, α, i / 200.0, -y) <= allowed + 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(3, 2.0)]
    [InlineData(3, 9.0)]
    [InlineData(11, 5.0)]
    [InlineData(40, 30.0)]
    public void TheThresholdsAreOrdered(int p, double constant)
    {
        Interval lower = SecondMomentBound.Of(constant, p), upper = FirstMomentBound.Of(constant, p);
        Assert.True(lower.Upper < upper.Lower);
        Assert.True(PowerThreshold.Of(constant, p).Upper < upper.Lower);
        Assert.True(upper.Upper <= ComparisonBound.Of(constant, p).Lower);
    }

    // The second moment's ratio on a grid, from its definition with −½log(1 − ρ²).
    [Theory]
    [InlineData(3, 3)]
    [InlineData(11, 4)]
    [InlineData(200, 12)]
    public void TheSecondMomentIsTheInfimumOverAGrid(int p, double constant)
    {
        double best = double.PositiveInfinity;
        for (double δ = 0.95; δ > 1e-9; δ *= 0.999)
        {
            double ρ = Powers.Integer(1 - δ, p);
            double entropy = -0.5 * ElementaryFunctions.Log(δ * (2 - δ));
            double energy = -0.5 * ElementaryFunctions.Log1p(-ρ * ρ) + constant * ρ / (1 + ρ);
            best = Math.Min(best, entropy / energy);
        }

        Interval bound = SecondMomentBound.Of(constant, p);
        Assert.True(bound.Lower <= best && best <= bound.Upper + 1e-4, $"{best} {bound}");
    }

    private static double Value(int p, double constant, double α, double m, double y)
    {
        double log(double x) => ElementaryFunctions.Log(x);
        double square = y == 0 ? 0 : (-y * y + Math.Sqrt(y * y * y * y + 4 * p * y * y)) / (2 * p);
        double φ = y == 0 ? 0 : 0.5 * log(1 - square) - y * y * (1 / square - 1) / (2 * p);
        double x = Math.Abs(
            (p * Math.Sqrt(α * constant) * m + y) / Math.Sqrt(p * (p - 1.0) * (1 - α)));
        double root = x > 2 ? Math.Sqrt(x * x - 4) : 0;
        double Ω = x * x / 4 - 0.5 - (x > 2 ? x * root / 4 - log((x + root) / 2) : 0);
        return 0.5 - α / 2 - α * constant / 2 - α / 2 * log(α) - 0.5 * log(p) + α * log(p)
            - 0.5 * (1 - α) * log(1 - α) + 0.5 * (1 - α) * log(p * (p - 1.0))
            + 0.5 * α * log(1 - m * m) + φ + (1 - α) * Ω;
    }
}
