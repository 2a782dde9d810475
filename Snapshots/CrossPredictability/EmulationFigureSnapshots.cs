using Verification.Reproductions.CrossPredictability;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.CrossPredictability;

/// <summary>The figures on the emulation network at the smoke tier, seed 1.</summary>
public sealed class EmulationFigureSnapshots
{
    // Counts, and bounds of their shares.
    [Fact]
    public async Task RecoveryAgainstSamples() =>
        await Verifier
            .Verify(FigureTable.Of(new RecoveryBySamples()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    // Counts of runs in exact arithmetic.
    [Fact]
    public async Task RecoveryAgainstTheBatch() =>
        await Verifier
            .Verify(FigureTable.Of(new EmulationByBatch()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    // Counts as well; noise makes the runs inexact, and the same operations give the same bits everywhere.
    [Fact]
    public async Task RecoveryAgainstNoise() =>
        await Verifier
            .Verify(FigureTable.Of(new EmulationByNoise()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    [Fact]
    public async Task TheNetworkAsAGraph() =>
        await Verifier.Verify(FigureTable.Of(new EmulationGraph()), "csv").UseTolerance(Tolerance.Exact);
}
