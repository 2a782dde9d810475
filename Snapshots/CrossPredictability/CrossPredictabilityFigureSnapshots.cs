using Verification.Reproductions.CrossPredictability;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.CrossPredictability;

/// <summary>The figures about cross-predictability at the smoke tier, seed 1.</summary>
public sealed class CrossPredictabilityFigureSnapshots
{
    // Rational numbers, rounded once.
    [Fact]
    public async Task CrossPredictabilityByClass() =>
        await Verifier.Verify(FigureTable.Of(new CrossPredictabilityOfClasses()), "csv").UseTolerance(Tolerance.Exact);

    // Means of runs; the same operations give the same bits everywhere.
    [Fact]
    public async Task AccuracyAndBounds() =>
        await Verifier.Verify(FigureTable.Of(new DescentAgainstBounds()), "csv").UseTolerance(Tolerance.Exact);

    // Middles of enclosures of a width below 10⁻¹³.
    [Fact]
    public async Task LearningCurves() =>
        await Verifier
            .Verify(FigureTable.Of(new LearningCurvesByDegree()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));

    // Shares of inputs; the same operations give the same bits everywhere.
    [Fact]
    public async Task NetworkCurves() =>
        await Verifier.Verify(FigureTable.Of(new NetworkCurvesByDegree()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task CurvesOfBatches() =>
        await Verifier.Verify(FigureTable.Of(new FailureOnParities()), "csv").UseTolerance(Tolerance.Exact);

    [Fact]
    public async Task AccuracyAgainstVariables() =>
        await Verifier
            .Verify(FigureTable.Of(new AccuracyOfMonomials()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
