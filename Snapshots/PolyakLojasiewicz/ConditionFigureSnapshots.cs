using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
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
        await Verifier
            .Verify(FigureTable.Of(new PolyakLandscape()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(12));

    // A step is a few dozen operations; where it ends at the minimum nothing but rounding is left, hence the exact
    // bits.
    [Fact]
    public async Task OneStepOfGradientDescentAgainstItsBounds() =>
        await Verifier.Verify(FigureTable.Of(new GradientDescentRates()), "csv").UseTolerance(Tolerance.Exact);
}
