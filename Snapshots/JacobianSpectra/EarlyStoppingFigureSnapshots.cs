using Verification.Reproductions.JacobianSpectra;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.JacobianSpectra;

/// <summary>The figures on smooth descent and on early stopping at the smoke tier, seed 1.</summary>
public sealed class EarlyStoppingFigureSnapshots
{
    // The same operations give the same bits everywhere.
    [Fact]
    public async Task LossesAlongSmoothDescent() =>
        await Verifier
            .Verify(FigureTable.Of(new LossesOfSmoothNetworks()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));

    // Means of shares.
    [Fact]
    public async Task ErrorsByCorruption() =>
        await Verifier
            .Verify(FigureTable.Of(new ErrorsOfEarlyStopping()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));
}
