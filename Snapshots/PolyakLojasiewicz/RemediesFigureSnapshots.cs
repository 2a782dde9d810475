using Verification.Reproductions.PolyakLojasiewicz;
using Verification.Snapshots.Figures;
using Verification.Snapshots.NumericTables;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Verification.Snapshots.PolyakLojasiewicz;

/// <summary>The figures on landscapes, limitations and remedies at the smoke tier, seed 1.</summary>
public sealed class RemediesFigureSnapshots
{
    // Polynomials of degree four and a 2 × 2 eigenvalue problem: eleven digits leave room for another order of
    // operations where terms cancel.
    [Fact]
    public async Task TheOverparameterizedLandscape() =>
        await Verifier
            .Verify(FigureTable.Of(new OverparameterizedLandscape()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(11));

    // As above.
    [Fact]
    public async Task TheUnderparameterizedLandscape() =>
        await Verifier
            .Verify(FigureTable.Of(new UnderparameterizedLandscape()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(11));

    // Closed forms of one eigenvalue, known to about twelve digits.
    [Fact]
    public async Task WidthsThatGuaranteePl() =>
        await Verifier
            .Verify(FigureTable.Of(new WidthRequirement()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(10));

    // Contracting descents of 60 steps: rounding does not grow.
    [Fact]
    public async Task TheDriftOfTheJacobianAgainstTheWidth() =>
        await Verifier.Verify(FigureTable.Of(new LazyDrift()), "csv").UseTolerance(Tolerance.SignificantDigits(9));

    // Counts: a run that ends within rounding of the threshold could go either way, none is known to.
    [Fact]
    public async Task TheShareOfInterpolatingReluNetworks() =>
        await Verifier
            .Verify(FigureTable.Of(new ReluInterpolation()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));

    // Descents of 512 steps with η ≤ 1/β.
    [Fact]
    public async Task TheLeastProxyAlongDescent() =>
        await Verifier
            .Verify(FigureTable.Of(new ProxyDescentRates()), "csv")
            .UseTolerance(Tolerance.SignificantDigits(9));
}
