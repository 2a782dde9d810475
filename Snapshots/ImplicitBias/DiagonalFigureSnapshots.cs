using Verification.Reproductions.ImplicitBias;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.ImplicitBias;

/// <summary>The figures on sparse regression and explicit regularization at the smoke tier, seed 1.</summary>
public sealed class DiagonalFigureSnapshots
{
    // Minimizers with proven bounds below 10⁻⁹, and errors of the order of 10⁻².
    [Fact]
    public async Task ErrorsFromTheKernelToTheRichRegime() =>
        await Verifier.Verify(FigureTable.Of(new SparseErrors()), "csv").UseTolerance(Tolerance.SignificantDigits(6));

    // Values of a grid: a threshold that rounding moves would move by a factor.
    [Fact]
    public async Task TheScaleThatRecoveryNeeds() =>
        await Verifier.Verify(FigureTable.Of(new AlphaThreshold()), "csv").UseTolerance(Tolerance.SignificantDigits(9));

    // Closed forms and one bisection.
    [Fact]
    public async Task ThePotentialsOverTheirQuadraticTerms() =>
        await Verifier
            .Verify(FigureTable.Of(new ExplicitAndImplicit()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));
}
