using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class CertificateTests
{
    [Theory]
    [InlineData(0, 1e-9, Verdict.Holds)]
    [InlineData(1e-9, 1e-9, Verdict.Holds)]
    [InlineData(2e-9, 1e-9, Verdict.Refuted)]
    [InlineData(-5, 1e-9, Verdict.Holds)]
    [InlineData(1e-6, 1e-6, Verdict.Holds)]
    [InlineData(2e-6, 1e-6, Verdict.Refuted)]
    [InlineData(double.PositiveInfinity, 1e-9, Verdict.Refuted)]
    [InlineData(double.NaN, 1e-9, Verdict.Undecided)]
    [InlineData(0, 1e-3, Verdict.Undecided)]
    [InlineData(0, double.PositiveInfinity, Verdict.Undecided)]
    [InlineData(0, double.NaN, Verdict.Undecided)]
    public void ItDecidesOnlyWithinItsResolution(double residual, double tolerance, Verdict expected) =>
        Assert.Equal(expected, Certificate(residual, tolerance).Verdict);

    [Fact]
    public void AnInfiniteToleranceDecidesNothingAtAnyResolution() =>
        Assert.Equal(
            Verdict.Undecided,
            (Certificate(0, double.PositiveInfinity) with { Resolution = double.PositiveInfinity }).Verdict);

    [Fact]
    public void WithoutInstancesItIsUndecided() =>
        Assert.Equal(Verdict.Undecided, (Certificate(0, 0) with { Instances = 0 }).Verdict);

    [Fact]
    public void WhereEveryInstanceIsOpenNoNumberIsShown()
    {
        Certificate open = Certificate(double.NaN, double.NaN) with { Instances = 7, Open = 7 };
        Assert.Equal("7 instances, 7 open", open.Summary);
        Assert.Equal("nothing: no instance decides", open.Detects);
    }

    /// <summary>1 − 0.001^(1/24) = 0.2501 and 1 − 0.001^(1/25) = 0.2414: from 25 draws on a quarter of them cannot
    /// hide.</summary>
    [Theory]
    [InlineData(24, 0, Verdict.Undecided)]
    [InlineData(25, 0, Verdict.Holds)]
    [InlineData(25, 1, Verdict.Undecided)]
    [InlineData(100, 1, Verdict.Holds)]
    [InlineData(100, 100, Verdict.Undecided)]
    public void WhatIsSaidOfDrawsNeedsPower(int instances, int open, Verdict expected) =>
        Assert.Equal(expected, (Certificate(0, 0) with { Instances = instances, Open = open, Level = 1e-3 }).Verdict);

    [Fact]
    public void FixedInstancesAllCount()
    {
        Assert.Equal(0, Certificate(0, 0).UnseenShare);
        Assert.Equal(Verdict.Undecided, (Certificate(0, 0) with { Open = 1 }).Verdict);
    }

    [Fact]
    public void OneViolationRefutesHoweverManyAreOpen() =>
        Assert.Equal(Verdict.Refuted, (Certificate(1, 0) with { Instances = 25, Open = 24, Level = 1e-3 }).Verdict);

    [Theory]
    [InlineData(1, "residual -1.235e-08, tolerance 1.5e-09, 1 instance")]
    [InlineData(2, "residual -1.235e-08, tolerance 1.5e-09, 2 instances")]
    public void TheSummaryNamesResidualToleranceAndInstances(int instances, string expected) =>
        Assert.Equal(expected, (Certificate(-1.23456e-8, 1.5e-9) with { Instances = instances }).Summary);

    private static Certificate Certificate(double residual, double tolerance) => new()
    {
        Statement = "s",
        Residual = residual,
        Tolerance = tolerance,
        Resolution = 1e-6,
        Derivation = "d",
        Instances = 3,
    };
}
