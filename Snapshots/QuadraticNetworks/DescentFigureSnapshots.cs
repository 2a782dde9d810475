using Verification.Reproductions.QuadraticNetworks;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.QuadraticNetworks;

/// <summary>The figures about gradient descent at the smoke tier, seed 1.</summary>
public sealed class DescentFigureSnapshots
{
    // Below the barrier a step contracts, so that only the last roundings stay, 10⁻⁷ of the least distance: six digits
    // hold for any order of the sums.
    [Fact]
    public async Task RiskAndDistanceAgainstTheGradient() =>
        await Verifier.Verify(FigureTable.Of(new Descent()), "csv").UseTolerance(Tolerance.SignificantDigits(6));

    // As above; iterations are whole numbers, and the same ones as long as no gradient meets its ε to seven digits.
    [Fact]
    public async Task RiskAgainstTheIteration() =>
        await Verifier.Verify(FigureTable.Of(new DescentRate()), "csv").UseTolerance(Tolerance.SignificantDigits(6));

    // Risks of 10⁻¹⁶ mean distances of 10⁻⁸, which are known to eight digits; a digit each for the random start, where
    // steps do not contract, and for squaring.
    [Fact]
    public async Task RiskAgainstTheSamples() =>
        await Verifier
            .Verify(FigureTable.Of(new RiskAfterDescent()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(5));
}
