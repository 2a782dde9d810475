using Verification.Reproductions.OnlineSgd;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.OnlineSgd;

/// <summary>The figures about online SGD at the smoke tier, seed 1.</summary>
public sealed class OnlineSgdFigureSnapshots
{
    // Polynomials, and sequences with their bounds by a logarithm and an exponential.
    [Fact]
    public async Task LossAndGradientByDegree() =>
        await Verifier
            .Verify(FigureTable.Of(new Landscapes()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(12));

    [Fact]
    public async Task BoundsOverTheSequenceOfTheLemma() =>
        await Verifier
            .Verify(FigureTable.Of(new LemmaBound()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    // A path of a million steps amplifies rounding, so that no tolerance short of the whole range is proven, and the
    // same operations give the same bits everywhere. So are times, which are counts, and shares.
    [Fact]
    public async Task OverlapsAgainstTheTime() =>
        await Verifier.Verify(FigureTable.Of(new OverlapTrajectories()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task DriftAndMartingaleOfAPath() =>
        await Verifier.Verify(FigureTable.Of(new DriftAndMartingale()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task StepsByInformationExponent() =>
        await Verifier.Verify(FigureTable.Of(new HittingTimes()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task SharesBeyondTheCriticalStep() =>
        await Verifier.Verify(FigureTable.Of(new CriticalStep()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task StepsOnBothLosses() =>
        await Verifier.Verify(FigureTable.Of(new AbsoluteAndSquaredLoss()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task StepsWithAndWithoutSmoothing() =>
        await Verifier.Verify(FigureTable.Of(new Smoothing()), "csv").UseTolerance(Tolerance.Exact);
}
