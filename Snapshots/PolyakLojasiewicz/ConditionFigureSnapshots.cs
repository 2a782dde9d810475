using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.NumericTables;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PolyakLojasiewicz;

/// <summary>The figures on conditions and rates at the smoke tier, seed 1.</summary>
public sealed class ConditionFigureSnapshots
{
    // Enclosures by intervals, narrower than 10⁻¹³: twelve digits leave room for other series.
    [Fact]
    public async Task LandscapesWithTheirStationaryPoints() =>
        await Verifier.Verify(Table(new PolyakLandscape()), "csv").UseTolerance(Tolerance.SignificantDigits(12));

    // A step is a few dozen operations; where it ends at the minimum nothing but rounding is left, hence the exact bits.
    [Fact]
    public async Task OneStepOfGradientDescentAgainstItsBounds() =>
        await Verifier.Verify(Table(new GradientDescentRates()), "csv").UseTolerance(Tolerance.Exact);

    private static string Table(Figure figure) =>
        figure.Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv();
}
