using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures about the landscape beyond the barrier at the smoke tier, seed 1.</summary>
public sealed class LandscapeFigureSnapshots
{
    // Least eigenvalues down to 3·10⁻⁸ (Laplace, N = D), whose rounding error is bounded by 7·10⁻¹³ there: four digits.
    [Fact]
    public async Task TensorConditionAgainstTheSamples() => await Verifier.Verify(
        FigureTable.Of(new TensorCondition()), "csv").UseTolerance(Tolerance.SignificantDigits(4));
}
