using System.Globalization;
using System.Text.RegularExpressions;
using Verification.Reproductions.Rendering;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Snapshots.Rendering;

public sealed partial class UndecidedAdviceTests
{
    [Fact]
    public void WhatIsDecidedNeedsNoAdvice() => Assert.Null(UndecidedAdvice.Of(Count(trials: 1000, successes: 1000)));

    [Fact]
    public void AsManyTrialsAsAdvisedDecideAnAlmostSureStatement()
    {
        TrialCount few = Count(trials: 3, successes: 3);
        int factor = Factor(UndecidedAdvice.Of(few));
        Assert.Null(UndecidedAdvice.Of(Count(3 * factor, 3 * factor)));
        Assert.NotNull(UndecidedAdvice.Of(Count(3 * factor / 2, 3 * factor / 2)));
    }

    [Fact]
    public void AsManyTrialsAsAdvisedDecideAProbability()
    {
        TrialCount few = Count(trials: 100, successes: 60) with { Probability = 0.5 };
        int factor = Factor(UndecidedAdvice.Of(few));
        Assert.Null(UndecidedAdvice.Of(Count(100 * factor, 60 * factor) with { Probability = 0.5 }));
    }

    [Fact]
    public void TheMostDemandingOfSeveralPartsSaysHowManyTrials()
    {
        TrialCount sure = Count(trials: 3, successes: 3);
        TrialCount near = Count(trials: 100, successes: 60) with { Probability = 0.5 };
        TrialCount nearer = Count(trials: 100, successes: 60) with { Probability = 0.55 };
        string? alone = UndecidedAdvice.Of(nearer);
        Assert.True(Factor(alone) > Math.Max(Factor(UndecidedAdvice.Of(sure)), Factor(UndecidedAdvice.Of(near))));
        Assert.Equal(alone, UndecidedAdvice.Of(Evidence.All(sure, near, nearer)));
    }

    [Fact]
    public void OpenTrialsAreNamed() => Assert.Contains(
        "2 trials open",
        UndecidedAdvice.Of(Count(1000, 500) with { Failures = 498, Probability = 0.501 }),
        StringComparison.Ordinal);

    [Fact]
    public void ATooCoarseCertificateNamesItsErrorAndTheResolution()
    {
        var certificate = new Certificate
        {
            Statement = "s", Residual = 0, Tolerance = 0.5, Resolution = 1e-6, Derivation = "d", Instances = 10,
        };
        Assert.Contains(
            "up to 0.5, exceeds the smallest violation that matters, 1e-06",
            UndecidedAdvice.Of(certificate),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OutsideTheHypothesesNothingButTheirSizesDecides() => Assert.Contains(
        "about which something is stated; about these nothing is: no draw.",
        UndecidedAdvice.Of(new NotApplicable { Statement = "s", Reason = "no draw" }), StringComparison.Ordinal);

    private static TrialCount Count(int trials, int successes) => new()
    {
        Statement = "s",
        Trials = trials,
        Successes = successes,
        Failures = trials - successes,
        Probability = 1,
        Level = 1e-6,
    };

    private static int Factor(string? advice) =>
        int.Parse(Number().Match(advice ?? "").Groups["factor"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "About (?<factor>[0-9]+) times as many trials",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
