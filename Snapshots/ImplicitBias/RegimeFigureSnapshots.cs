using Verification.Reproductions.ImplicitBias;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.ImplicitBias;

/// <summary>The figures on the regimes, the margin, completion and network sizes at the smoke tier, seed 1.</summary>
public sealed class RegimeFigureSnapshots
{
    // Minimizers whose bounds lie below 10⁻⁹ of the largest coordinate; small ones are relatively as accurate, because
    // they are exponentials of slopes.
    [Fact]
    public async Task CoordinatesBetweenTheNorms() =>
        await Verifier
            .Verify(FigureTable.Of(new PathBetweenNorms()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(6));

    // The experiment keeps what is proven to a thousandth.
    [Fact]
    public async Task TheGapToLeastSumByDepth() =>
        await Verifier
            .Verify(FigureTable.Of(new ApproachByDepth()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(3));

    // Bisection to the last bit, then quotients.
    [Fact]
    public async Task ContoursOfThePotential() =>
        await Verifier
            .Verify(FigureTable.Of(new PotentialLevels()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    // Steps of fixed length, solved to rounding.
    [Fact]
    public async Task MarginsAgainstTheLogarithmOfTime() =>
        await Verifier
            .Verify(FigureTable.Of(new MarginsInLogTime()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(6));

    // Limits with bounds of 10⁻⁶ of the change or less at this size.
    [Fact]
    public async Task ChangesOfUnobservedEntries() =>
        await Verifier
            .Verify(FigureTable.Of(new UnobservedChange()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(5));

    // Counts of examples. Training amplifies rounding, so that no tolerance short of the whole range is proven, and the
    // same operations give the same bits everywhere.
    [Fact]
    public async Task ErrorsAgainstTheHiddenUnits() =>
        await Verifier.Verify(FigureTable.Of(new NetworkSizes()), "csv").UseTolerance(Tolerance.Exact);
}
