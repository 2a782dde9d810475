using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures on sample complexity at the smoke tier, seed 1.</summary>
public sealed class GeneralizationFigureSnapshots
{
    // Shares of eight draws and Clopper–Pearson bounds, which an inversion finds to twelve digits.
    [Fact]
    public async Task InterpolatingStudentsByWidthAndSamples() =>
        await Verifier.Verify(FigureTable.Of(new WidthExistence()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
