using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures on initialization at the smoke tier, seed 1.</summary>
public sealed class InitializationFigureSnapshots
{
    // Counts of certified comparisons on pinned streams are exact, and ten digits keep them so; the ends of the bars
    // are roots of an incomplete beta function, known to thirteen.
    [Fact]
    public async Task SuccessOfTheStartAgainstTheWidth() =>
        await Verifier
            .Verify(FigureTable.Of(new InitializationSuccess()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));

    // Counts of eigenvalues are exact; densities divide differences of distribution functions, which lose three digits
    // in the narrow bins at the edges.
    [Fact]
    public async Task SpectrumOfThePlantedWeights() =>
        await Verifier
            .Verify(FigureTable.Of(new WishartSpectrum()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
