using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.NumericTables;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures on initialization at the smoke tier, seed 1.</summary>
public sealed class InitializationFigureSnapshots
{
    // Counts of certified comparisons on pinned streams are exact, and ten digits keep them so; the ends of the bars are roots of an incomplete beta function, known to thirteen.
    [Fact]
    public async Task SuccessOfTheStartAgainstTheWidth() =>
        await Verifier.Verify(Table(new InitializationSuccess()), "csv").UseTolerance(Tolerance.SignificantDigits(10));

    // Counts of eigenvalues are exact; densities divide differences of distribution functions, which lose three digits in the narrow bins at the edges.
    [Fact]
    public async Task SpectrumOfThePlantedWeights() =>
        await Verifier.Verify(Table(new WishartSpectrum()), "csv").UseTolerance(Tolerance.SignificantDigits(10));

    private static string Table(Figure figure) =>
        figure.Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv();
}
