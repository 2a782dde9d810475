using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PolyakLojasiewicz;

/// <summary>The figures of the section on conditioning at the smoke tier, seed 1.</summary>
public sealed class ConditioningFigureSnapshots
{
    // Sums of up to 4096 terms, eigenvalues, and K − K∞, which loses two digits: ten digits hold for any order of the
    // sums.
    [Fact]
    public async Task TheKernelAtInitializationAgainstTheWidth() =>
        await Verifier.Verify(FigureTable.Of(new KernelWidth()), "csv").UseTolerance(Tolerance.SignificantDigits(10));

    // The singular values of bidiagonal matrices are bisected to 2⁻⁴⁴, 13 digits, and logarithms near 0.1 lose one.
    [Fact]
    public async Task ConditionNumbersAgainstTheColumns() =>
        await Verifier
            .Verify(FigureTable.Of(new GaussianConditionNumbers()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
