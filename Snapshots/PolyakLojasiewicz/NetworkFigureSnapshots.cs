using Verification.Implementation.Experiments;
using Verification.Reproductions.Figures;
using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.NumericTables;
using Verification.Spec;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PolyakLojasiewicz;

/// <summary>The figures about wide networks at the smoke tier, seed 1.</summary>
public sealed class NetworkFigureSnapshots
{
    // Lanczos' method stops at a residual of half a percent; the values err by its square over the gap, and another stopping rule may move the fourth digit.
    [Fact]
    public async Task HessianNormAgainstTheWidth() =>
        await Verifier.Verify(Table(new HessianWidth()), "csv").UseTolerance(Tolerance.SignificantDigits(3));

    // The descent stops at a residual of 1e-8 of its start, of which rounding of the outputs is a millionth.
    [Fact]
    public async Task DescentInsideItsCertificate() =>
        await Verifier.Verify(Table(new CertifiedDescent()), "csv").UseTolerance(Tolerance.SignificantDigits(5));

    private static string Table(Figure figure) =>
        figure.Draw(new ExperimentRunner(1, new InMemoryMeasurements(), jobs: 2), Tier.Smoke).ToCsv();
}
