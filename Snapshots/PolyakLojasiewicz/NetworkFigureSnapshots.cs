using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PolyakLojasiewicz;

/// <summary>The figures about wide networks at the smoke tier, seed 1.</summary>
public sealed class NetworkFigureSnapshots
{
    // Lanczos' method stops at a residual of half a percent; the values err by its square over the gap, and another
    // stopping rule may move the fourth digit.
    [Fact]
    public async Task HessianNormAgainstTheWidth() =>
        await Verifier.Verify(FigureTable.Of(new HessianWidth()), "csv").UseTolerance(Tolerance.SignificantDigits(3));

    // The descent stops at a residual of 1e-8 of its start, of which rounding of the outputs is a millionth.
    [Fact]
    public async Task DescentInsideItsCertificate() =>
        await Verifier
            .Verify(FigureTable.Of(new CertifiedDescent()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(5));
}
