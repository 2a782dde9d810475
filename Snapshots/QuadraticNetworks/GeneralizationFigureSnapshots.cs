using Verification.Implementation.Experiments;
using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.NumericTables;
using Verification.Spec;
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
        await Verifier.Verify(new WidthExistence().Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv(), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
