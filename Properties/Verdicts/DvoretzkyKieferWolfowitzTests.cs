using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class DvoretzkyKieferWolfowitzTests
{
    [Fact]
    public void TheHalfWidthInvertsTheBound()
    {
        double ε = DvoretzkyKieferWolfowitz.HalfWidth(1000, 1e-3);
        Assert.Equal(1e-3, 2 * Math.Exp(-2 * 1000 * ε * ε), 1e-12);
    }

    [Fact]
    public void TheDistanceOfEquidistantPointsFromTheUniformLawIsHalfAStep()
    {
        // F_n steps at (i + ½)/n by 1/n, the uniform law passes through the middle of each step.
        double[] points = [.. Enumerable.Range(0, 10).Select(i => (i + 0.5) / 10)];
        Assert.Equal(0.05, DvoretzkyKieferWolfowitz.Distance(points, x => x), 1e-15);
    }

    [Fact]
    public void ADescendingSampleIsRefused() =>
        Assert.Throws<ArgumentException>(() => DvoretzkyKieferWolfowitz.Distance([1.0, 0.5], x => x));

    [Fact]
    public void AnEmptySampleIsRefused() => Assert.Throws<ArgumentException>(() => DvoretzkyKieferWolfowitz.Distance([], x => x));
}
