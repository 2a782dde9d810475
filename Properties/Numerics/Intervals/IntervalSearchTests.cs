using Verification.Implementation.Numerics.Intervals;
using Xunit;

namespace Verification.Properties.Numerics.Intervals;

public class IntervalSearchTests
{
    [Fact]
    public void TheMinimumOfAPolynomialWithTwoValleysIsTheDeeperOne()
    {
        // (x² − 2)² + x/10: the deeper valley lies near −√2.
        IntervalMinimum minimum = IntervalMinimum.Of(
            x => Interval.Square(Interval.Square(x) - 2) + x / 10,
            x => 4 * x * (Interval.Square(x) - 2) + 0.1,
            new Interval(-5, 5));
        double grid = Enumerable
            .Range(0, 200_001)
            .Min(i =>
        {
            double x = -5 + i * 5e-5;
            return (x * x - 2) * (x * x - 2) + x / 10;
        });
        Assert.True(minimum.Value.Width <= 1.1e-11);
        // The grid misses the minimum by curvature · step².
        Assert.InRange(grid, minimum.Value.Lower, minimum.Value.Upper + 1e-7);
        Assert.InRange(minimum.Location, -1.43, -1.41);
    }

    [Fact]
    public void AnUnboundedDomainIsBoundedByItsTail()
    {
        // −x/(1 + x²) has its infimum −½ at 1 and tends to 0; in the form −1/(x + 1/x) intervals see that it does.
        IntervalMinimum minimum = IntervalMinimum.Of(
            x => -1 / (x + 1 / x),
            x => (Interval.Square(x) - 1) / Interval.Square(1 + Interval.Square(x)),
            new Interval(0.01, double.PositiveInfinity));
        Assert.True(minimum.Value.Contains(-0.5), minimum.Value.ToString());
        Assert.True(minimum.Value.Width < 1e-10);
    }

    [Fact]
    public void ASearchThatRunsOutOfBoxesSaysWhatItKnows()
    {
        IntervalMinimum minimum = IntervalMinimum.Of(
            x => Interval.Square(x - 1.1),
            _ => Interval.Entire,
            new Interval(-4, 4),
            tolerance: 1e-12,
            evaluations: 20);
        Assert.True(minimum.Value.Contains(0) && minimum.Value.Width > 1e-12);
    }

    [Fact]
    public void TheLeastValueAtAnEndIsFound() =>
        Assert.True(IntervalMinimum.Of(x => x, _ => 1, new Interval(2, 3)).Value.Contains(2));

    [Fact]
    public void AllRootsOfAPolynomialAreIsolated()
    {
        // (x − 1)(x − 2)(x − 3)
        RootIsolation roots = RootIsolation.Of(
            x => (x - 1) * (x - 2) * (x - 3),
            x => (x - 2) * (x - 3) + (x - 1) * (x - 3) + (x - 1) * (x - 2),
            new Interval(-10, 9));
        Assert.True(roots.IsComplete);
        Assert.Equal(3, roots.Roots.Count);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(roots.Roots[i].Contains(i + 1), roots.Roots[i].ToString());
            Assert.True(roots.Roots[i].Width < 1e-13);
        }
    }

    [Fact]
    public void ADoubleRootStaysUndecided()
    {
        RootIsolation roots = RootIsolation.Of(
            x => Interval.Square(x - 1),
            x => 2 * (x - 1),
            new Interval(-3, 4),
            1e-6);
        Assert.Empty(roots.Roots);
        Assert.False(roots.IsComplete);
        Assert.Contains(roots.Undecided, box => box.Contains(1));
    }

    /// <summary>Doubles around 9·10⁶ lie 1.9·10⁻⁹ apart, around 1 they lie 2·10⁻¹⁶ apart: narrower boxes there are
    /// not.</summary>
    [Theory]
    [InlineData(9e6, 1e-9)]
    [InlineData(1, 1e-17)]
    [InlineData(-1e300, 0)]
    [InlineData(0, 1e-100)]
    public void ASearchEndsWhereNoDoubleIsLeftBetween(double root, double narrowest)
    {
        var domain = new Interval(root - 0.7 - Math.Abs(root), root + 1.1 + 2 * Math.Abs(root));
        RootIsolation roots = RootIsolation.Of(x => Interval.Square(x - root), x => 2 * (x - root), domain, narrowest);
        Assert.Empty(roots.Roots);
        Assert.Contains(roots.Undecided, box => box.Contains(root));
        Assert.All(
            roots.Undecided,
            box => Assert.InRange(box.Upper, box.Lower, Math.Max(box.Lower + narrowest, Math.BitIncrement(box.Lower))));
    }

    [Fact]
    public void BoxesLeftWhenTheEvaluationsRunOutAreUndecided()
    {
        // In this form rounding hides the sign within a tenth of the double root: some 10⁸ boxes.
        RootIsolation roots = RootIsolation.Of(
            x => Interval.Square(x) - 18e6 * x + 81e12, x => 2 * x - 18e6, new Interval(8e6, 11e6), evaluations: 1000);
        Assert.Empty(roots.Roots);
        Assert.Contains(roots.Undecided, box => box.Contains(9e6));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RootIsolation.Of(x => x, _ => 1, new Interval(-1, 1), double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RootIsolation.Of(x => x, _ => 1, new Interval(-1, 1), evaluations: 0));
    }

    [Fact]
    public void AFunctionWithoutRootsHasNone()
    {
        RootIsolation roots = RootIsolation.Of(x => 1 + Interval.Square(x), x => 2 * x, new Interval(-3, 4));
        Assert.True(roots.IsComplete && roots.Roots.Count == 0);
    }

    [Fact]
    public void DomainsThatCannotBeSearchedAreRefused()
    {
        Assert.Throws<ArgumentException>(() => IntervalMinimum.Of(x => x, _ => 1, Interval.Entire));
        Assert.Throws<ArgumentException>(() => IntervalMinimum.Of(x => x, _ => 1, Interval.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            IntervalMinimum.Of(x => x, _ => 1, new Interval(0, 1), tolerance: 0));
        Assert.Throws<ArgumentException>(() =>
            RootIsolation.Of(x => x, _ => 1, new Interval(0, double.PositiveInfinity)));
    }
}
