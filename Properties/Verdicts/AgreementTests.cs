using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Verdicts;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(1.0, 0.01, Verdict.Holds)]
    [InlineData(1.2, 0.01, Verdict.Refuted)]
    [InlineData(0.8, 0.01, Verdict.Refuted)]
    [InlineData(1.0, 0.5, Verdict.Undecided)]
    [InlineData(double.NaN, 0.01, Verdict.Undecided)]
    [InlineData(double.PositiveInfinity, 0.01, Verdict.Undecided)]
    [InlineData(1.0, double.NaN, Verdict.Undecided)]
    public void AMeanAgreesWithTheoryInsideANarrowInterval(double simulated, double standardError, Verdict expected) =>
        Assert.Equal(expected, Mean(simulated, standardError, theory: 1).Verdict);

    [Theory]
    [InlineData(0.0, 0.01, Verdict.Holds)]
    [InlineData(1.0, 0.01, Verdict.Holds)]
    [InlineData(1.2, 0.01, Verdict.Refuted)]
    [InlineData(0.0, 0.5, Verdict.Undecided)]
    [InlineData(double.NegativeInfinity, 0.01, Verdict.Undecided)]
    public void AMeanStaysBelowABoundHoweverFar(double simulated, double standardError, Verdict expected) =>
        Assert.Equal(expected, (Mean(simulated, standardError, theory: 1) with { IsUpperBound = true }).Verdict);

    [Fact]
    public void TheSummaryOfABoundSaysAtMost() =>
        Assert.Equal(
            "simulated -1 ± 1.4, at most 0, 5 trials",
            (Mean(-1, 0.5, theory: 0) with { Trials = 5, Level = 0.05, IsUpperBound = true }).Summary);

    [Fact]
    public void AnInfiniteErrorDecidesNothingAtAnyResolution() =>
        Assert.Equal(
            Verdict.Undecided,
            (Mean(1, double.PositiveInfinity, theory: 1) with { Resolution = double.PositiveInfinity }).Verdict);

    [Fact]
    public void TheHalfWidthIsStudentsWithOneDegreeOfFreedomLessThanTrials()
    {
        // t₀.₉₇₅ with 4 degrees of freedom is 2.776445 (MathNet, StudentT.InvCDF(0, 1, 4, 0.975)).
        Agreement mean = Mean(1, 0.5, theory: 1) with { Trials = 5, Level = 0.05 };
        Assert.Equal(MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 4, 0.975) * 0.5, mean.HalfWidth, 1e-9);
    }

    [Fact]
    public void TheoryAtTheEndOfTheIntervalStillAgrees()
    {
        double halfWidth = Mean(0, 0.01, theory: 0).HalfWidth;
        Assert.Equal(Verdict.Holds, Mean(halfWidth, 0.01, theory: 0).Verdict);
        Assert.Equal(Verdict.Refuted, Mean(Math.BitIncrement(halfWidth), 0.01, theory: 0).Verdict);
    }

    [Fact]
    public void TheCorrectionIsForgivenOnTopOfTheInterval()
    {
        Agreement mean = Mean(1.15, 0.01, theory: 1);
        Assert.Equal(Verdict.Refuted, mean.Verdict);
        Assert.Equal(Verdict.Holds, (mean with { FiniteSizeCorrection = 0.12 }).Verdict);
    }

    [Fact]
    public void AHalfWidthEqualToTheResolutionDecides()
    {
        Agreement mean = Mean(1, 0.01, theory: 1);
        Assert.Equal(Verdict.Holds, (mean with { Resolution = mean.HalfWidth }).Verdict);
        Assert.Equal(Verdict.Undecided, (mean with { Resolution = Math.BitDecrement(mean.HalfWidth) }).Verdict);
    }

    [Fact]
    public void WhatCanBeDetectedIsTheHalfWidthAndTheCorrection()
    {
        Agreement mean = Mean(1, 0.01, theory: 1) with { FiniteSizeCorrection = 0.25 };
        Assert.Equal(mean.HalfWidth + 0.25, mean.SmallestDetectableExcess);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FewerThanTwoTrialsHaveNoErrorAndDecideNothing(int trials)
    {
        Agreement mean = Mean(1, 0, theory: 1) with { Trials = trials };
        Assert.Equal(double.PositiveInfinity, mean.HalfWidth);
        Assert.Equal(Verdict.Undecided, mean.Verdict);
    }

    [Fact]
    public void TwoTrialsHaveOneDegreeOfFreedom() =>
        Assert.Equal(
            MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 1, 0.975) * 0.5,
            (Mean(1, 0.5, theory: 1) with { Trials = 2, Level = 0.05 }).HalfWidth,
            1e-8);

    [Fact]
    public void UnderAnUnknownLawNothingIsRefuted()
    {
        Assert.Equal(Verdict.Undecided, (Mean(1.2, 0.01, theory: 1) with { Law = MeanLaw.Unknown }).Verdict);
        Assert.Equal(Verdict.Holds, (Mean(1, 0.01, theory: 1) with { Law = MeanLaw.Unknown }).Verdict);
    }

    [Fact]
    public void EqualNumbersSayNothingUnderAnUnknownLaw() =>
        Assert.Equal(Verdict.Undecided, (Mean(1, 0, theory: 1) with { Law = MeanLaw.Unknown }).Verdict);

    [Fact]
    public void TheSummaryNamesBothNumbersTheErrorAndTheTrials() =>
        Assert.Equal(
            "simulated 1.23457 ± 1.4, theory 1.5, 5 trials",
            (Mean(1.2345678, 0.5, theory: 1.5) with { Trials = 5, Level = 0.05 }).Summary);

    private static Agreement Mean(double simulated, double standardError, double theory) => new()
    {
        Statement = "s",
        Simulated = simulated,
        StandardError = standardError,
        Trials = 1000,
        Theory = theory,
        FiniteSizeCorrection = 0,
        Resolution = 0.1,
        Level = 1e-3,
        Law = MeanLaw.Normal,
    };
}
